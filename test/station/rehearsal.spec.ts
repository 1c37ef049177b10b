import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromIso, toIso } from '#working-time';
import { build, newFolder, startStation, type Program } from './program.js';
import { streetLamp, Visitor } from './visitor.js';

interface State {
  readonly clock: string;
  readonly quiet: boolean;
  readonly open: readonly { readonly processId: string; readonly nextDue: string | null }[];
}

describe('a station with a virtual clock', () => {
  const folder = newFolder();
  const data = join(folder.path, 'data');
  let program: Program;
  let base: string;
  let token: string;

  const start = async (at: string): Promise<void> => {
    ({ program, base } = await startStation(data, ['--clock', 'virtual', '--at', at]));
    token = readFileSync(join(data, 'rehearsal.token'), 'utf8');
  };
  const ask = async (path: string, body?: object, shown = token): Promise<{ status: number; body: State }> => {
    const response = await fetch(`${base}/api/rehearsal/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'x-minqing-client': 'test',
        'x-minqing-rehearsal': shown,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as State };
  };
  const moveTo = (to: string, before = false) => ask('clock', { to, before });

  const eventsOf = (caseId: string): { type: string; at: string; step?: string }[] => {
    const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
    const rows = log
      .prepare('SELECT type, occurred_at, data FROM log WHERE stream = ? ORDER BY revision')
      .all(`case-${caseId}`) as { type: string; occurred_at: number; data: string }[];
    log.close();
    return rows.map(({ type, occurred_at, data: text }) => {
      const { step } = JSON.parse(text) as { step?: string };
      return { type, at: toIso(occurred_at).slice(0, 16), ...(step && { step }) };
    });
  };

  beforeAll(async () => {
    build();
    await start('2026-02-13T16:40+08:00');
  }, 300_000);
  afterAll(async () => {
    await program.stop();
    folder.remove();
  }, 30_000);

  it('moves only for those who can read the data folder', async () => {
    expect((await ask('state', undefined, 'guessed')).status).toBe(403);
    expect((await ask('clock', { to: '2026-02-13T16:41+08:00' }, '')).status).toBe(403);
    expect((await ask('clock', { to: 'tomorrow' })).status).toBe(422);
    expect((await moveTo('2026-02-13T16:39+08:00')).status).toBe(422);
    const { status, body } = await moveTo('2026-02-13T16:40+08:00');
    expect({ status, ...body }).toMatchObject({
      status: 200,
      clock: '2026-02-13T16:40:00+08:00',
      quiet: true,
      open: [],
    });
  });

  it('lets the real Temporal warn and escalate at the instants of the timetable, and not before', async () => {
    const clerk = await new Visitor(base, data, 'hotline.t01').logIn();
    const registered = await clerk.post('/api/cases', streetLamp);
    expect(registered.status).toBe(201);
    const { caseId } = registered.body as { caseId: string };

    const eve = await moveTo('2026-02-14T14:00+08:00', true);
    expect(eve.body).toMatchObject({ clock: '2026-02-14T14:00:00+08:00', quiet: true });
    expect(eve.body.open).toEqual([
      { processId: `case:${caseId}`, stage: 'REGISTERED', nextDue: '2026-02-14T14:00:00+08:00' },
    ]);
    expect(eventsOf(caseId)).toEqual([{ type: 'CaseRegistered', at: '2026-02-13T16:40' }]);

    await moveTo('2026-02-14T17:31+08:00');
    const known = [
      { type: 'CaseRegistered', at: '2026-02-13T16:40' },
      { type: 'StepWarned', at: '2026-02-14T14:00', step: 'accept' },
      { type: 'StepOverdue', at: '2026-02-14T17:30', step: 'accept' },
    ];
    expect(eventsOf(caseId)).toEqual(known);

    // Another run: neither the clock nor the workflows go back, and the holidays bring nothing.
    await program.stop();
    await start('2026-02-13T16:40+08:00');
    expect((await ask('state')).body.clock).toBe('2026-02-14T17:31:00+08:00');
    await moveTo('2026-02-24T17:29+08:00');
    expect(eventsOf(caseId)).toEqual(known);
    await moveTo('2026-02-25T17:30+08:00');
    expect(eventsOf(caseId).slice(known.length)).toEqual([
      { type: 'CaseEscalated', at: '2026-02-24T17:30', step: 'accept' },
      { type: 'CaseEscalated', at: '2026-02-25T17:30', step: 'accept' },
    ]);
    expect(fromIso((await ask('state')).body.clock)).toBe(fromIso('2026-02-25T17:30+08:00'));
  }, 180_000);
});

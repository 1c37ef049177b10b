import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { toIso } from '#working-time';
import { build, newFolder, startStation, type Program } from './program.js';
import { streetLamp, Visitor } from './visitor.js';

const MINUTE = 60_000;
/** Three quarters of the fifteen minutes in which danger is accepted. */
const WARNED_AFTER = 11.25 * MINUTE;
const AHEAD = 5_000;

describe('a rehearsal that is over', () => {
  const folder = newFolder();
  const data = join(folder.path, 'data');
  const begins = toIso(Date.now() - 60 * MINUTE);
  let program: Program;
  let base: string;

  const start = async (): Promise<void> => {
    ({ program, base } = await startStation(data, ['--clock', 'virtual', '--at', begins]));
  };
  const ask = async (path: string, body?: object) => {
    const response = await fetch(`${base}/api/rehearsal/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        'x-minqing-client': 'test',
        'x-minqing-rehearsal': readFileSync(join(data, 'rehearsal.token'), 'utf8'),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as { clock: string; code?: string } };
  };

  beforeAll(async () => {
    build();
    await start();
  }, 300_000);
  afterAll(async () => {
    await program.stop();
    folder.remove();
  }, 30_000);

  it('goes on with the time of day, and Temporal with it', async () => {
    await ask('clock', { to: toIso(Date.now() - WARNED_AFTER + AHEAD) });
    const clerk = await new Visitor(base, data, 'hotline.t01').logIn();
    const registered = await clerk.post('/api/cases', { ...streetLamp, typeCode: 'EMG-DIS' });
    const { caseId } = registered.body as { caseId: string };
    expect((await ask('release', {})).status).toBe(200);

    const office = async () => (await new Visitor(base, data, 'clerk.t01').logIn()).get(`/api/cases/${caseId}`);
    const warned = async () =>
      ((await office()).body['timeline'] as { type: string; occurredAt: string }[]).find(
        ({ type }) => type === 'StepWarned',
      );
    expect(await warned()).toBeUndefined();
    for (let tries = 0; tries < 60 && !(await warned()); tries += 1) await pause(500);
    const { registeredAt } = (await office()).body as { registeredAt: string };
    expect(Date.parse((await warned())?.occurredAt ?? '')).toBe(Date.parse(registeredAt) + WARNED_AFTER);
    expect((await ask('release', {})).body.code).toBe('CLOCK_RELEASED');

    await program.stop();
    await start();
    expect(Date.parse((await ask('state')).body.clock)).toBeGreaterThan(Date.now() - 5_000);
  }, 180_000);
});

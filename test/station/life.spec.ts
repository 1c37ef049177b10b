import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  build,
  freePort,
  health,
  isRunning,
  newFolder,
  Program,
  startStation,
  STATION,
  temporalOf,
} from './program.js';
import { streetLamp, Visitor } from './visitor.js';

const eventually = async (what: () => Promise<boolean>, withinMs: number): Promise<boolean> => {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(100)) if (await what()) return true;
  return false;
};

/** Streams of the cases in the log, in the order of their registration. */
const registered = (data: string): string[] => {
  const log = new DatabaseSync(join(data, 'log.db'), { readOnly: true });
  const rows = log.prepare(`SELECT stream FROM log WHERE type = 'CaseRegistered' ORDER BY position`).all();
  log.close();
  return (rows as { stream: string }[]).map(({ stream }) => stream);
};

describe('a station', () => {
  const folder = newFolder();
  const data = join(folder.path, 'data');
  let program: Program;
  let base: string;
  const start = async (...args: string[]): Promise<void> => {
    ({ program, base } = await startStation(data, args));
  };

  beforeAll(async () => {
    build();
    await start();
    await program.stop();
  }, 300_000);
  afterEach(() => program.stop('SIGKILL'));
  afterAll(() => {
    const record = join(data, 'temporal', 'temporal.pid.json');
    if (existsSync(record) && isRunning(temporalOf(data))) process.kill(temporalOf(data), 'SIGKILL');
    folder.remove();
  });

  it('does nothing twice at a second start, and stops in order on Ctrl-C', async () => {
    await start();
    expect(program.output).not.toContain('Demo county');
    const temporal = temporalOf(data);
    expect((await health(base)).code).toBe(200);

    // One Ctrl-C comes twice: from the terminal, and from npm.
    program.signal('SIGINT');
    program.signal('SIGINT');
    expect(await program.ended()).toMatchObject({ code: 0, signal: null });
    expect(isRunning(temporal)).toBe(false);
    expect(existsSync(join(data, 'temporal', 'temporal.pid.json'))).toBe(false);
  }, 60_000);

  it('answers what is in flight when it is asked to end, and does nothing that it does not answer', async () => {
    await start();
    const before = registered(data).length;
    const acknowledged: string[] = [];
    const clerk = await new Visitor(base, data, 'hotline.t01').logIn();
    const insist = async (): Promise<void> => {
      for (;;) {
        const answer = await clerk.post('/api/cases', streetLamp).catch(() => undefined); // nobody listens any more
        if (answer?.status !== 201) return;
        acknowledged.push(`case-${(answer.body as { caseId: string }).caseId}`);
      }
    };
    const insisting = Array.from({ length: 8 }, insist);
    await pause(700);
    program.signal('SIGTERM');
    await Promise.all(insisting);
    expect(await program.ended()).toMatchObject({ code: 143 });
    expect(acknowledged.length).toBeGreaterThan(8);
    expect(registered(data).slice(before).sort()).toEqual(acknowledged.sort());
  }, 60_000);

  it('leaves no Temporal server behind: what a kill -9 left is ended by the next start', async () => {
    const ui = ['--temporal-ui', String(await freePort())];
    await start(...ui);
    const orphan = temporalOf(data);
    await program.stop('SIGKILL');
    expect(isRunning(orphan)).toBe(true);
    await start(...ui);
    expect(program.output).toContain(`Ended the Temporal server ${orphan}`);
    expect(isRunning(orphan)).toBe(false);
    const own = temporalOf(data);
    await program.stop();
    expect(isRunning(own)).toBe(false);
  }, 60_000);

  it("lets its Temporal server's port go when somebody else has taken it meanwhile", async () => {
    const address = (): string => readFileSync(join(data, 'temporal', 'address'), 'utf8');
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(Number(address().split(':')[1]), '127.0.0.1', resolve));
    const taken = address();
    await start();
    expect(address()).not.toBe(taken);
    expect((await program.stop()).code).toBe(0);
    const last = address();
    await start();
    expect(address()).toBe(last);
    await program.stop();
    other.close();
  }, 60_000);

  it('lets no second station onto its folder, which notices nothing', async () => {
    await start();
    const second = new Program(STATION, ['--port', String(await freePort()), '--data', data]);
    expect(await second.ended()).toMatchObject({
      code: 1,
      output: `Another station works on the data folder ${data}: end it first, or give another folder with --data.\n`,
    });
    expect((await health(base)).code).toBe(200);
    expect((await program.stop()).code).toBe(0);
  }, 60_000);

  it('is not ready while Temporal does not answer, says so in both languages, and is again afterwards', async () => {
    await start();
    const temporal = temporalOf(data);
    process.kill(temporal, 'SIGSTOP');
    try {
      const { code, parts } = await health(base);
      expect(code).toBe(503);
      expect(parts['commands']).toEqual({ ok: true });
      expect(parts['projections']).toEqual({ ok: true });
      expect(parts['temporal']?.detail?.en).toMatch(/^Temporal does not answer/);
      expect(parts['temporal']?.detail?.zh).toMatch(/^Temporal 无响应/);
      const clerk = await new Visitor(base, data, 'hotline.t01').logIn();
      expect((await clerk.post('/api/cases', streetLamp)).status).toBe(201);
    } finally {
      process.kill(temporal, 'SIGCONT');
    }
    expect(await eventually(async () => (await health(base)).code === 200, 20_000)).toBe(true);
    await program.stop();
  }, 60_000);

  it('leaves at once when asked a second time', async () => {
    await start();
    const temporal = temporalOf(data);
    process.kill(temporal, 'SIGSTOP'); // it would not end by being asked
    program.signal('SIGINT');
    await pause(1_500);
    program.signal('SIGINT');
    expect(await program.ended()).toMatchObject({ code: 130 });
    expect(await eventually(async () => !isRunning(temporal), 2_000)).toBe(true);
  }, 60_000);

  it('stops while it is still loading the demo county, and goes on with that at the next start', async () => {
    const other = join(folder.path, 'other');
    const port = String(await freePort());
    const cut = new Program(STATION, ['--port', port, '--data', other]);
    await cut.says('Demo county: 20 %');
    expect((await cut.stop()).code).toBe(0);
    const again = new Program(STATION, ['--port', port, '--data', other]);
    await again.says('is ready after');
    expect(again.output).toContain('Demo county loaded');
    expect((await again.stop()).code).toBe(0);
    rmSync(other, { recursive: true });
  }, 120_000);

  it('keeps a log without the routine of the framework', () => {
    const lines = readFileSync(join(data, 'station.log'), 'utf8');
    expect(lines).not.toContain('RouterExplorer');
    expect(lines).not.toContain('InstanceLoader');
  });
});

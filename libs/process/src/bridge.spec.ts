import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { ProcessBridge } from './bridge.js';
import { GUARDS, ProcessGuards } from './guards.js';
import { registerProcess, type RegisteredProcess } from './process-definition.js';
import { ProcessStore } from './process-store.js';
import { errandManager, errandProcess, type ErrandEvent } from './testing/errand.js';
import { ErrandLog } from './testing/errand-log.js';
import { eventually } from './testing/eventually.js';
import { MemoryHost } from './testing/memory-host.js';

const HOUR = 3_600_000;
const T0 = Date.parse('2026-02-13T09:00:00+08:00');
const SETTINGS = {
  coalescing: { idleMs: 150, longestMs: 2_000, idleBacklog: 4, urgentWithinMs: 10_000 },
  concurrency: 4,
  retryMs: [20, 100] as const,
};
const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let clock = T0;
let events: SqliteEventStore;
let store: ProcessStore;
let host: MemoryHost;
let errands: ErrandLog;
const bridges: ProcessBridge[] = [];

const asked = (due: number): ErrandEvent => ({ type: 'ErrandAsked', occurredAt: clock, data: { due } });
const moved = (due: number): ErrandEvent => ({ type: 'ErrandMoved', occurredAt: clock, data: { due } });
const done: ErrandEvent = { type: 'ErrandDone', occurredAt: T0, data: {} };

const started = async (
  process: RegisteredProcess = errandProcess,
  givingWayMs: () => number = () => 0,
  settings = SETTINGS,
): Promise<ProcessBridge> => {
  const now = (): number => clock;
  const processes = [process];
  const bridge = new ProcessBridge({
    ...{ events, store, host, now, givingWayMs, log: quiet, processes, settings },
  });
  bridges.push(bridge);
  await bridge.start();
  return bridge;
};
const caughtUp = (bridge: ProcessBridge) =>
  eventually(async () => bridge.positions.delivered === (await events.head()), { what: 'delivery', withinMs: 15_000 });
const guardsOf = (bridge: ProcessBridge): ProcessGuards => {
  const ports = { bridge, store, host, processes: [errandProcess], now: () => clock, log: quiet };
  return new ProcessGuards(ports, { ...GUARDS, settledAfterMs: 0, rebuildPerSecond: 1_000 });
};

beforeEach(async () => {
  clock = T0;
  folder = await mkdtemp(join(tmpdir(), 'minqing-bridge-'));
  events = SqliteEventStore.open(join(folder, 'log.db'), { clock: { now: () => clock } });
  store = new ProcessStore(join(folder, 'process.db'), clock);
  host = new MemoryHost();
  errands = new ErrandLog(events, () => clock);
});
afterEach(async () => {
  for (const bridge of bridges.splice(0)) await bridge.stop();
  store.close();
  await events.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the bridge', () => {
  it('delivers several changes of one process as one newest timetable', async () => {
    const bridge = await started();
    await errands.append('a', asked(T0 + HOUR));
    await errands.append('a', moved(T0 + 2 * HOUR));
    await errands.append('a', moved(T0 + 3 * HOUR), 'moved-again');
    await caughtUp(bridge);
    expect(host.ringsOf('case:a')).toMatchObject([
      { epoch: T0 / 1000, position: await events.head(), stage: 'open', rungs: [{ at: T0 + 3 * HOUR }], closed: false },
    ]);
  });

  it('does not ring for what changes neither stage nor rungs', async () => {
    const bridge = await started();
    await errands.append('a', asked(T0 + HOUR));
    await caughtUp(bridge);
    await errands.append('a', { type: 'ErrandTalkedAbout', occurredAt: clock, data: {} });
    await caughtUp(bridge);
    expect(host.rung).toHaveLength(1);
  });

  it('does not ring for a rung that has fired, for the workflow knows', async () => {
    const rung = (level: string, at: number) => ({ round: 1, step: 'do', attempt: 1, level, at });
    const timetable: typeof errandManager.timetable = ({ stage, due }) => ({
      stage: stage === 'done' ? 'done' : 'open',
      rungs: [...(stage === 'open' ? [rung('E1', due)] : []), rung('E2', due + HOUR)],
      closed: stage === 'done',
    });
    const bridge = await started(registerProcess({ ...errandProcess, manager: { ...errandManager, timetable } }));
    await errands.append('a', asked(T0 + HOUR));
    await caughtUp(bridge);
    await errands.append('a', { type: 'ErrandReminded', occurredAt: clock, data: { due: T0 + HOUR } });
    await caughtUp(bridge);
    expect(host.rung).toHaveLength(1);
    await errands.append('a', moved(T0 + 2 * HOUR));
    await caughtUp(bridge);
    expect(host.ringsOf('case:a').at(-1)?.rungs).toEqual([rung('E2', T0 + 3 * HOUR)]);
  });

  it('knows of no process before what opens it has happened', async () => {
    const bridge = await started(
      registerProcess({ ...errandProcess, manager: errandManager, openedBy: ['ErrandAsked'] }),
    );
    await errands.append('a', { type: 'ErrandTalkedAbout', occurredAt: clock, data: {} });
    await caughtUp(bridge);
    expect([host.rung.length, store.countOpen(), await bridge.recall('case:a')]).toEqual([0, 0, undefined]);
    clock += HOUR;
    await errands.append('a', asked(T0 + 2 * HOUR));
    await caughtUp(bridge);
    expect(host.ringsOf('case:a')).toMatchObject([{ stage: 'open', rungs: [{ at: T0 + 2 * HOUR }] }]);
    expect(await bridge.recall('case:a')).toMatchObject({ openedAt: T0 + HOUR });
  });

  it('does not wait again, after a restart, for what has long been in the log', async () => {
    const gathering = { ...SETTINGS, coalescing: { ...SETTINGS.coalescing, idleMs: 60_000, longestMs: 60_000 } };
    await errands.append('old', asked(T0 + HOUR));
    clock = T0 + 60_000;
    await errands.append('new', asked(T0 + HOUR));
    const bridge = await started(errandProcess, () => 0, gathering);
    await eventually(() => host.ringsOf('case:old').length === 1);
    expect(host.ringsOf('case:new')).toHaveLength(0);
    expect(bridge.doorbells.backlog).toBe(1);
  });

  it('waits longer under backlog, but not for a rung that is near', async () => {
    const bridge = await started();
    const many = Array.from({ length: 40 }, (_, n) => `many-${n}`);
    await Promise.all(many.map((id) => errands.append(id, asked(T0 + HOUR))));
    await errands.append('near', asked(T0 + 9_000));
    await caughtUp(bridge);
    expect(host.rung).toHaveLength(41);
    expect(host.rung[0]).toMatchObject({ processId: 'case:near' });
  });

  it('gives way to commands that ask for it, but not with a rung that is near', async () => {
    const bridge = await started(errandProcess, () => 60_000);
    for (const id of ['a', 'b', 'c']) await errands.append(id, asked(T0 + HOUR));
    await eventually(() => host.rung.length === 1);
    await errands.append('near', asked(T0 + 9_000));
    await eventually(() => host.rung.length === 2);
    expect(host.ringsOf('case:near')).toHaveLength(1);
    expect(bridge.metrics.backlog).toBe(2);
  });

  it('keeps what it cannot deliver, holds its checkpoint back, and delivers all when the host returns', async () => {
    host.down = true;
    const bridge = await started();
    for (const id of ['a', 'b', 'c']) await errands.append(id, asked(T0 + HOUR));
    await errands.append('a', moved(T0 + 2 * HOUR));
    await eventually(() => bridge.metrics.errors >= 3);
    expect(bridge.positions.delivered).toBe('');
    expect(bridge.metrics.backlog).toBe(3);
    host.down = false;
    await caughtUp(bridge);
    expect(host.ringsOf('case:a')).toMatchObject([{ rungs: [{ at: T0 + 2 * HOUR }] }]);
    expect(host.runningIds.size).toBe(3);
  });

  it('takes up after a crash exactly what was not delivered', async () => {
    const before = await started();
    await errands.append('a', asked(T0 + HOUR));
    await caughtUp(before);
    host.down = true;
    await errands.append('b', asked(T0 + HOUR));
    await eventually(() => before.metrics.errors >= 1);
    await before.stop();
    host.down = false;
    const after = await started();
    await caughtUp(after);
    expect(host.rung.map(({ processId }) => processId)).toEqual(['case:a', 'case:b']);
  });

  it('tells a closed process once more and forgets it', async () => {
    const bridge = await started();
    await errands.append('a', asked(T0 + HOUR));
    await caughtUp(bridge);
    await errands.append('a', done);
    await caughtUp(bridge);
    await bridge.stop();
    expect(host.ringsOf('case:a').at(-1)).toMatchObject({ closed: true, rungs: [] });
    expect(store.countOpen()).toBe(0);
  });

  it('begins a new epoch over a log that ends before its checkpoint', async () => {
    const bridge = await started();
    await errands.append('a', asked(T0 + HOUR));
    await caughtUp(bridge);
    await bridge.stop();
    await events.close();
    events = SqliteEventStore.open(join(folder, 'restored.db'), { clock: { now: () => clock } });
    errands = new ErrandLog(events, () => clock);
    const epoch = store.epoch;
    store.saveCheckpoint('bridge', '9'.repeat(16));
    const restored = await started();
    await errands.append('z', asked(T0 + HOUR));
    await caughtUp(restored);
    expect(store.epoch).toBe(epoch + 1);
    expect(host.ringsOf('case:z')).toMatchObject([{ epoch: epoch + 1 }]);
  });

  it('goes on with the others when one process cannot be folded, and never passes it', async () => {
    const evolve: typeof errandManager.evolve = (errand, event) => {
      if (event.type === 'ErrandMoved') throw new Error('fold fault');
      return errandManager.evolve(errand, event);
    };
    const process = registerProcess({ ...errandProcess, manager: { ...errandManager, evolve } });
    const bridge = await started(process);
    await errands.append('bad', asked(T0 + HOUR));
    await caughtUp(bridge);
    const mark = bridge.positions.delivered;
    await errands.append('bad', moved(T0 + 2 * HOUR));
    await errands.append('good', asked(T0 + HOUR));
    await eventually(() => host.ringsOf('case:good').length === 1);
    expect(bridge.metrics.unfoldable).toEqual(['case:bad']);
    expect(bridge.positions.delivered).toBe(mark);
  });
});

describe('the guards', () => {
  it('ring again for a rung whose event is missing, ever more rarely', async () => {
    const bridge = await started();
    await errands.append('a', asked(T0 + HOUR));
    await caughtUp(bridge);
    await bridge.stop();
    const guards = guardsOf(await started());
    clock = T0 + HOUR + 29_000;
    await guards.ringMissed();
    expect(host.rung).toHaveLength(1);
    clock = T0 + HOUR + 31_000;
    await guards.ringMissed();
    await guards.ringMissed();
    await eventually(() => host.rung.length === 2);
    expect(guards.metrics.missedRungsRung).toBe(1);
    clock = T0 + HOUR + 121_000;
    expect(guards.stuck()).toEqual(['case:a']);
  });

  it('start what nothing waits for, tell what runs on after its end, and end it when it does not listen', async () => {
    const bridge = await started();
    for (const id of ['open', 'over']) await errands.append(id, asked(T0 + HOUR));
    await errands.append('over', done);
    await caughtUp(bridge);
    await bridge.stop();
    host.runningIds.clear();
    host.rung.length = 0;
    clock += 1_000;
    const later = await started();
    const guards = guardsOf(later);
    host.runningIds.add('case:over').add('case:unknown');
    await guards.sweep();
    await later.doorbells.quiet();
    expect([...host.runningIds]).toEqual(['case:open']);
    expect(host.ended).toEqual(['case:unknown']);
    host.runningIds.add('case:over');
    await guards.sweep();
    expect(host.ended).toEqual(['case:unknown', 'case:over']);
  });
});

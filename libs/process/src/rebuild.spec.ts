import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import { ProcessBridge } from './bridge.js';
import { GUARDS, ProcessGuards, type GuardSettings } from './guards.js';
import type { RegisteredProcess } from './process-definition.js';
import { ProcessStore } from './process-store.js';
import { errandProcess, type ErrandEvent } from './testing/errand.js';
import { ErrandLog } from './testing/errand-log.js';
import { eventually } from './testing/eventually.js';
import { MemoryHost } from './testing/memory-host.js';

const HOUR = 3_600_000;
const T0 = Date.parse('2026-02-13T09:00:00+08:00');
const EPOCH = T0 / 1_000;
const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
const quick = { ...GUARDS, settledAfterMs: 0, rebuildPerSecond: 1_000, recogniseEveryMs: 10, overdueEveryMs: 20 };

const promptly = {
  coalescing: { idleMs: 10, longestMs: 50, idleBacklog: 4, urgentWithinMs: 10_000 },
  concurrency: 16,
  retryMs: [20, 100] as const,
};

let folder: string;
let events: SqliteEventStore;
let store: ProcessStore;
let host: MemoryHost;
let errands: ErrandLog;
const stations: Station[] = [];

interface Station {
  readonly bridge: ProcessBridge;
  readonly guards: ProcessGuards;
}

const asked = (due: number): ErrandEvent => ({ type: 'ErrandAsked', occurredAt: T0, data: { due } });

/** The bridge works; its guards only where a test starts them. */
const openStation = async (settings: GuardSettings = quick, process: RegisteredProcess = errandProcess) => {
  const ports = { events, store, host, now: () => T0, log: quiet, processes: [process], settings: promptly };
  const bridge = new ProcessBridge(ports);
  const station = { bridge, guards: new ProcessGuards({ ...ports, bridge }, settings) };
  stations.push(station);
  await bridge.start();
  return station;
};
const close = async ({ bridge, guards }: Station): Promise<void> => {
  await guards.stop();
  await bridge.stop();
};
/** So many errands, delivered to the host that is there now. */
const delivered = async (count: number): Promise<Station> => {
  await Promise.all(Array.from({ length: count }, (_, n) => errands.append(`n-${n}`, asked(T0 + HOUR))));
  const station = await openStation();
  await eventually(async () => station.bridge.positions.delivered === (await events.head()));
  station.bridge.save();
  return station;
};
const rungIds = (epoch: number): string[] =>
  host.rung.filter(({ timetable }) => timetable.epoch === epoch).map(({ processId }) => processId);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minqing-rebuild-'));
  events = SqliteEventStore.open(join(folder, 'log.db'), { clock: { now: () => T0 } });
  store = new ProcessStore(join(folder, 'process.db'), T0);
  host = new MemoryHost();
  errands = new ErrandLog(events, () => T0);
});
afterEach(async () => {
  for (const station of stations.splice(0)) await close(station);
  store.close();
  await events.close();
  await rm(folder, { recursive: true, force: true });
});

describe('building the workflows anew', () => {
  it('rings every open process under a higher epoch, once, and tells how far it is', async () => {
    const { guards } = await delivered(120);
    host.rung.length = 0;
    expect(guards.metrics.rebuilding).toBeUndefined();
    const rebuilding = guards.rebuildWorkflows();
    await eventually(() => (guards.metrics.rebuilding?.rung ?? 0) > 0);
    expect(guards.metrics.rebuilding).toMatchObject({ open: 120 });
    await rebuilding;
    expect(rungIds(EPOCH + 1)).toHaveLength(120);
    expect(new Set(rungIds(EPOCH + 1)).size).toBe(120);
    expect(guards.metrics).toMatchObject({ open: 120, rebuilding: undefined });
  });

  it('goes on after a restart where it was cut short, and rings what is done no second time', async () => {
    const station = await delivered(350);
    const rebuilding = station.guards.rebuildWorkflows();
    await eventually(() => (station.guards.metrics.rebuilding?.rung ?? 0) >= 200);
    await close(station);
    await rebuilding;
    const before = new Set(rungIds(EPOCH + 1));
    expect(before.size).toBeLessThan(350);
    const { guards } = await openStation();
    guards.start();
    await eventually(() => guards.metrics.rebuilding === undefined);
    const all = rungIds(EPOCH + 1);
    expect(new Set(all).size).toBe(350);
    expect(all.length - 350).toBeLessThanOrEqual(30);
  });

  it('is not thrown back where it is cut short early, however few there are', async () => {
    await close(await delivered(60));
    const station = await openStation({ ...quick, rebuildPerSecond: 100 });
    const rebuilding = station.guards.rebuildWorkflows();
    await eventually(() => (station.guards.metrics.rebuilding?.rung ?? 0) > 0);
    await close(station);
    await rebuilding;
    expect(store.countOpen(store.rebuiltUpTo)).toBeLessThan(60);
    const { guards } = await openStation();
    await guards.rebuildWorkflows();
    expect(new Set(rungIds(EPOCH + 1)).size).toBe(60);
    expect(rungIds(EPOCH + 1).length).toBeLessThan(90);
  });

  it('is not overtaken by the sweep, which would ring all at once what is missing', async () => {
    const { bridge, guards } = await delivered(60);
    host.loseEverything();
    store.beginEpoch({ forgetAll: false });
    await guards.sweep();
    await bridge.doorbells.quiet();
    expect(host.runningIds.size).toBe(0);
    await guards.rebuildWorkflows();
    expect(host.runningIds.size).toBe(60);
  });

  it('begins by itself where the host is another one than before, also while the station was away', async () => {
    const first = await delivered(30);
    await first.guards.recogniseHost();
    await close(first);
    host.loseEverything();
    const { guards } = await openStation();
    guards.start();
    await eventually(() => host.runningIds.size === 30);
    await eventually(() => guards.metrics.rebuilding === undefined);
    expect(new Set(rungIds(EPOCH + 1)).size).toBe(30);
    expect(store.epoch).toBe(EPOCH + 1);
  });

  it('begins again where the host is lost a second time before it is through', async () => {
    const { guards } = await delivered(350);
    guards.start();
    await eventually(() => store.fact('host') === host.id);
    host.loseEverything();
    await eventually(() => (guards.metrics.rebuilding?.rung ?? 0) >= 100);
    host.loseEverything();
    await eventually(() => host.runningIds.size === 350);
    await eventually(() => guards.metrics.rebuilding === undefined);
    expect(new Set(rungIds(EPOCH + 2)).size).toBe(350);
  });

  it('does nothing where the host is the same as before, or the first one', async () => {
    const { guards } = await delivered(10);
    await guards.recogniseHost();
    await guards.recogniseHost();
    expect(store.epoch).toBe(EPOCH);
    expect(guards.metrics.rebuilding).toBeUndefined();
  });

  it('begins where another program asks for it while the station is at work', async () => {
    const { guards } = await delivered(10);
    guards.start();
    const other = new ProcessStore(join(folder, 'process.db'), T0);
    other.beginEpoch({ forgetAll: false });
    other.close();
    await eventually(() => new Set(rungIds(EPOCH + 1)).size === 10);
  });

  it('lets fresh doorbells and near rungs go first', async () => {
    const { guards, bridge } = await delivered(100);
    host.rung.length = 0;
    host.latencyMs = 60;
    const rebuilding = guards.rebuildWorkflows();
    await eventually(() => bridge.doorbells.backlog > 30);
    await errands.append('fresh', asked(T0 + HOUR));
    await errands.append('near', asked(T0 + 1_000));
    await rebuilding;
    const order = host.rung.map(({ processId }) => processId);
    expect(order.indexOf('case:near')).toBeLessThan(60);
    expect(order.indexOf('case:fresh')).toBeLessThan(90);
  });

  it('rings first what is due before its turn can come', async () => {
    for (const id of ['a', 'b', 'z']) await errands.append(id, asked(id === 'z' ? T0 + 10 : T0 + HOUR));
    const first = await openStation();
    await eventually(async () => first.bridge.positions.delivered === (await events.head()));
    await close(first);
    host.rung.length = 0;
    store.beginEpoch({ forgetAll: false });
    const { guards } = await openStation({ ...quick, rebuildPerSecond: 1 });
    guards.start();
    await eventually(() => host.rung.length >= 2);
    expect(host.rung.slice(0, 2).map(({ processId }) => processId)).toContain('case:z');
  });

  it('passes over a process that cannot be folded, and so does the sweep', async () => {
    const well = await delivered(5);
    await close(well);
    host.loseEverything();
    let folds = 0;
    const onceUnable: RegisteredProcess = {
      ...errandProcess,
      evolve: (state, event) => {
        folds += 1;
        if (folds === 1) throw new Error('cannot be folded');
        return errandProcess.evolve(state, event);
      },
    };
    const { guards } = await openStation(quick, onceUnable);
    await guards.rebuildWorkflows();
    await guards.sweep();
    expect(host.runningIds.size).toBe(4);
    expect(guards.metrics.rebuilding).toBeUndefined();
  });
});

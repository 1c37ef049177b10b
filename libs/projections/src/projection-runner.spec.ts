import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { SqliteEventStore, type StoredEvent } from '#event-store';
import {
  CheckpointMoved,
  PoisonousEvent,
  ProjectionRunner,
  ReadModels,
  digestOfLog,
  openSqliteReadDatabase,
  type Projection,
  type ProjectionProblem,
  type ProjectionRunnerOptions,
} from '#projections';
import {
  closed,
  drawn,
  dug,
  inspected,
  metadataOf,
  wellLedger,
  type WellEvent,
  type WellRows,
} from './ledger.fixture.js';

const clock = { instant: 1_000_000, now: () => clock.instant };
const actor = { id: 'c1', role: 'VILLAGE_CADRE', path: '/county/T01/T01-V07' };
const village: Projection = {
  name: 'villages',
  version: 1,
  tables: { seen_villages: { columns: { village: 'text' }, primaryKey: ['village'] } },
  handlers: new Map([
    [
      'WellDug',
      ({ data }) => ({ op: 'insert', table: 'seen_villages', row: { village: (data as { village: string }).village } }),
    ],
  ]),
};

let folder: string;
let store: SqliteEventStore;
let models: ReadModels;
let stop: AbortController;
let running: Promise<void>[];
let problems: ProjectionProblem[];
let written: Map<string, StoredEvent>;
let count: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'projections-'));
  clock.instant = 1_000_000;
  store = SqliteEventStore.open(':memory:', { clock });
  models = await ReadModels.open(join(folder, 'read.db'));
  stop = new AbortController();
  running = [];
  problems = [];
  written = new Map<string, StoredEvent>();
  count = 0;
});
afterEach(async () => {
  stop.abort();
  await Promise.allSettled(running);
  await models.close();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = async (event: WellEvent): Promise<StoredEvent> => {
  const stream = `well-${event.data.wellId}`;
  const before = written.get(stream);
  const id = String(++count).padStart(8, '0');
  const { events } = await store.append({
    stream,
    expectedRevision: before?.revision ?? 'no-stream',
    previousHash: before?.hash ?? '',
    events: [{ event, metadata: metadataOf(`00000000-0000-5000-8000-0000${id}`, actor) }],
  });
  written.set(stream, events[0]!);
  return events[0]!;
};
const runnerFor = (options: Partial<ProjectionRunnerOptions> = {}): ProjectionRunner =>
  new ProjectionRunner({
    store,
    readModels: models,
    clock,
    projections: [wellLedger, village],
    report: (problem) => problems.push(problem),
    batchSize: 3,
    ...options,
  });
const start = (runner: ProjectionRunner): Promise<void> => {
  const run = runner.run(stop.signal);
  running.push(run);
  return run;
};
const wells = () =>
  models.db<WellRows>().selectFrom('wells').select(['well_id', 'litres']).orderBy('well_id').execute();
const aDay = async (): Promise<StoredEvent> => {
  for (const well of ['a', 'b', 'c', 'd']) await write(dug(well, 'V01'));
  await write(drawn('a', 5));
  await write(inspected('b', 'c7'));
  await write(drawn('c', 9));
  return write(closed('d'));
};

describe('a projection runner', () => {
  it('brings all projections to the head, and shows each new event to whoever waits for it', async () => {
    const last = await aDay();
    void start(runnerFor());
    expect(await models.caughtUp(last.position, 5_000, ['well-ledger', 'villages'])).toBe(true);
    expect(await wells()).toEqual([
      { well_id: 'a', litres: 5 },
      { well_id: 'b', litres: 0 },
      { well_id: 'c', litres: 9 },
    ]);
    const { position } = await write(drawn('b', 1));
    expect(await models.caughtUp(position, 5_000)).toBe(true);
    expect(await wells()).toContainEqual({ well_id: 'b', litres: 1 });
    expect(problems).toEqual([]);
  });

  it('is as the fold of the log', async () => {
    const last = await aDay();
    void start(runnerFor());
    await models.caughtUp(last.position, 5_000, ['well-ledger']);
    const fresh = await digestOfLog(store, wellLedger, last.position, openSqliteReadDatabase(':memory:'));
    expect(await models.digest(wellLedger)).toEqual(fresh);
    await sql`update wells set litres = litres + 1 where well_id = 'a'`.execute(models.database.writer);
    expect(await models.digest(wellLedger)).not.toEqual(fresh);
  });

  it('continues where it stopped, also in a read database opened again', async () => {
    await aDay();
    const first = start(runnerFor());
    await models.caughtUp(await store.head(), 5_000, ['well-ledger', 'villages']);
    stop.abort();
    await first;
    await models.close();

    models = await ReadModels.open(join(folder, 'read.db'));
    stop = new AbortController();
    const runner = runnerFor();
    await runner.prepare();
    expect((await runner.lag()).map(({ position }) => position)).toEqual([await store.head(), await store.head()]);
    const { position } = await write(drawn('a', 5));
    void start(runner);
    await models.caughtUp(position, 5_000);
    expect(await wells()).toContainEqual({ well_id: 'a', litres: 10 });
  });

  it('begins with an empty log', async () => {
    const runner = runnerFor();
    void start(runner);
    await runner.prepare();
    expect(await runner.lag()).toMatchObject([{ lagMs: 0 }, { lagMs: 0 }]);
    const { position } = await write(dug('a'));
    expect(await models.caughtUp(position, 5_000)).toBe(true);
  });

  it('says when nobody projects within the time given', async () => {
    await runnerFor().prepare();
    const { position } = await write(dug('a'));
    expect(await models.caughtUp(position, 30)).toBe(false);
  });

  it('does not wait for a projection that is kept no longer', async () => {
    const { position } = await aDay();
    const former = start(runnerFor());
    await models.caughtUp(position, 5_000, ['well-ledger', 'villages']);
    stop.abort();
    await former;
    await models.close();
    models = await ReadModels.open(join(folder, 'read.db'));
    stop = new AbortController();
    const runner = runnerFor({ projections: [wellLedger] });
    await runner.prepare();
    void start(runner);
    expect(await models.caughtUp((await write(drawn('a', 1))).position, 2_000)).toBe(true);
  });

  it('lets another process wait, which looks the checkpoints up', async () => {
    const elsewhere = await ReadModels.open(join(folder, 'read.db'));
    const { position } = await aDay();
    void start(runnerFor());
    expect(await elsewhere.caughtUp(position, 5_000, ['well-ledger', 'villages'])).toBe(true);
    await elsewhere.close();
  });

  it('knows how old the last event shown is and how long the next has been waiting', async () => {
    const runner = runnerFor({ projections: [wellLedger] });
    void start(runner);
    const { position } = await write(dug('a'));
    await models.caughtUp(position, 5_000, ['well-ledger']);
    stop.abort();
    clock.instant += 60_000;
    await write(drawn('a', 1));
    clock.instant += 5_000;
    expect(await runner.lag()).toEqual([{ projection: 'well-ledger', position, lagMs: 65_000, waitingMs: 5_000 }]);
  });

  it('tells listeners after the commit, and goes on when one of them fails', async () => {
    const seen: number[] = [];
    const inTables: Promise<number>[] = [];
    models.onApplied(({ projection, position }) => {
      if (projection !== 'well-ledger') return;
      seen.push(Number(position));
      inTables.push(wells().then((rows) => rows.length));
    });
    models.onApplied(({ position }) => {
      if (Number(position) === 3) throw new Error('gone');
    });
    const last = await aDay();
    void start(runnerFor());
    await models.caughtUp(last.position, 5_000, ['well-ledger', 'villages']);
    expect(seen).toEqual([0, 3, 6, 8]);
    expect((await Promise.all(inTables))[1]).toBeGreaterThanOrEqual(3);
    expect(problems).toMatchObject([
      { kind: 'listener-failed', projection: 'well-ledger' },
      { kind: 'listener-failed', projection: 'villages' },
    ]);
  });

  it('stops when another runner works on the same tables', async () => {
    const [one, other] = [runnerFor(), runnerFor()];
    await one.prepare();
    await other.prepare();
    const first = start(one);
    await models.caughtUp((await aDay()).position, 5_000);
    await expect(start(other)).rejects.toThrow(CheckpointMoved);
    expect(other.failing).toContain('no longer stands');
    stop.abort();
    await first;
  });

  it('waits while the database refuses, says so, and resumes by itself', async () => {
    const runner = runnerFor();
    await runner.prepare();
    await sql`create trigger disk_full before insert on wells begin select raise(abort, 'full'); end`.execute(
      models.database.writer,
    );
    void start(runner);
    const { position } = await aDay();
    expect(await models.caughtUp(position, 150)).toBe(false);
    expect(runner.failing).toBe('full');
    expect(problems[0]).toMatchObject({ kind: 'retrying', inMs: 100 });
    await sql`drop trigger disk_full`.execute(models.database.writer);
    expect(await models.caughtUp(position, 5_000)).toBe(true);
    expect(runner.failing).toBeUndefined();
    expect(await wells()).toHaveLength(3);
  });

  it('reports a poisoned stream, and lets it back in on request', async () => {
    let mended = false;
    const sensitive: Projection = {
      ...wellLedger,
      handlers: new Map([
        ...wellLedger.handlers,
        ['WaterDrawn', (event, meta) => (mended ? [] : wellLedger.handlers.get('WaterDrawn')!(event, meta))],
      ]),
    };
    const runner = runnerFor({ projections: [sensitive] });
    void start(runner);
    await write(dug('a'));
    await write(drawn('a', -1));
    const { position } = await write(inspected('a', 'c7'));
    await models.caughtUp(position, 5_000, ['well-ledger']);
    expect(problems).toMatchObject([{ kind: 'quarantined', stream: 'well-a', revision: 1 }]);
    await expect(runner.release('well-ledger', 'well-a')).rejects.toThrow(PoisonousEvent);
    mended = true;
    expect(await runner.release('well-ledger', 'well-a')).toBe(true);
    expect(await models.of(wellLedger).selectFrom('wells').select('inspected_by').execute()).toEqual([
      { inspected_by: 'c7' },
    ]);
  });

  it('refuses two projections of one name or one table', () => {
    expect(() => runnerFor({ projections: [wellLedger, wellLedger] })).toThrow('projection well-ledger is defined');
    expect(() => runnerFor({ projections: [wellLedger, { ...wellLedger, name: 'other' }] })).toThrow('table wells');
  });
});

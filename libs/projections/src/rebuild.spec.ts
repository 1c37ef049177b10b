import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { SqliteEventStore, type StoredEvent } from '#event-store';
import {
  ProjectionRunner,
  ReadModelBeingBuilt,
  ReadModels,
  discardUnfinished,
  openSqliteShadow,
  rebuild,
  type Projection,
  type ProjectionProblem,
  type RebuildOptions,
  type Rebuilt,
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

const now = () => 77;
const actor = { id: 'c1', role: 'VILLAGE_CADRE', path: '/county/T01/T01-V07' };
const villages: Projection = {
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
const raised: Projection = {
  ...wellLedger,
  version: 2,
  handlers: new Map([...wellLedger.handlers, ['WaterDrawn', () => []]]),
};
const { village_water, ...otherTables } = wellLedger.tables;
const deeper: Projection = {
  ...raised,
  tables: {
    ...otherTables,
    village_water: { ...village_water, columns: { ...village_water.columns, depth: 'integer?' } },
  },
};

let folder: string;
let file: string;
let store: SqliteEventStore;
let models: ReadModels;
let stop: AbortController;
let running: Promise<void>[];
let problems: ProjectionProblem[];
let written: Map<string, StoredEvent>;
let count: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
  file = join(folder, 'read.db');
  store = SqliteEventStore.open(join(folder, 'log.db'), { clock: { now } });
  models = await ReadModels.open(file);
  stop = new AbortController();
  [running, problems, written, count] = [[], [], new Map<string, StoredEvent>(), 0];
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
const aDay = async (): Promise<StoredEvent> => {
  for (const well of ['a', 'b', 'c', 'd']) await write(dug(well, 'V01'));
  await write(drawn('a', 5));
  await write(inspected('b', 'c7'));
  await write(drawn('c', 9));
  return write(closed('d'));
};
const keep = async (projections: readonly Projection[] = [wellLedger, villages]): Promise<ProjectionRunner> => {
  const runner = new ProjectionRunner({
    store,
    readModels: models,
    clock: { now },
    projections,
    report: (problem) => problems.push(problem),
    buildAside: async (names, signal) =>
      rebuilt({ projections: projections.filter(({ name }) => names.includes(name)), signal }),
  });
  await runner.prepare();
  running.push(runner.run(stop.signal));
  return runner;
};
const leave = async (): Promise<void> => {
  stop.abort();
  await Promise.all(running);
  stop = new AbortController();
};
const rebuilt = async (options: Partial<RebuildOptions> = {}): Promise<readonly Rebuilt[]> =>
  rebuild({
    store,
    shadow: await openSqliteShadow(file, models.database.writer),
    projections: [wellLedger, villages],
    now,
    ...options,
  });
const shown = async (position: string, names = ['well-ledger', 'villages']): Promise<void> =>
  expect(await models.caughtUp(position, 5_000, names)).toBe(true);
const until = async (holds: () => boolean): Promise<void> => {
  const deadline = Date.now() + 4_000;
  while (!holds() && Date.now() < deadline) await nextTurn();
};
const litres = () =>
  models.db<WellRows>().selectFrom('wells').select(['well_id', 'litres']).orderBy('well_id').execute();
const tableNames = async (): Promise<readonly string[]> => {
  const { rows } = await sql<{
    name: string;
  }>`select name from sqlite_master where type = 'table' order by name`.execute(models.database.reader);
  return rows.map(({ name }) => name);
};
const THOSE_THAT_SERVE = ['checkpoints', 'inspections', 'quarantine', 'seen_villages', 'village_water', 'wells'];

describe('a rebuild', () => {
  it('gives the same tables, says so, and leaves nothing else behind', async () => {
    await keep();
    const { position } = await aDay();
    await shown(position);
    const before = await models.digest(wellLedger);
    expect(await rebuilt()).toMatchObject([
      {
        projection: 'well-ledger',
        outcome: 'swapped',
        against: 'serving',
        equal: true,
        rows: 5,
        digest: before.digest,
      },
      { projection: 'villages', outcome: 'swapped', against: 'serving', equal: true, rows: 1 },
    ]);
    expect(await models.digest(wellLedger)).toEqual(before);
    expect(await tableNames()).toEqual(THOSE_THAT_SERVE);
    expect(existsSync(`${file}.shadow`)).toBe(false);
  });

  it('counts the rows that were wrong, and puts them right', async () => {
    await keep();
    await shown((await aDay()).position);
    const { writer } = models.database;
    await sql`update wells set litres = 77 where well_id = 'a'`.execute(writer);
    await sql`delete from wells where well_id = 'b'`.execute(writer);
    await sql`insert into wells values ('x', 'V09', 1, null, 1)`.execute(writer);
    const [verdict] = await rebuilt();
    expect(verdict).toMatchObject({ equal: false, differences: { different: 1, missing: 1, surplus: 1 } });
    expect(await litres()).toEqual([
      { well_id: 'a', litres: 5 },
      { well_id: 'b', litres: 0 },
      { well_id: 'c', litres: 9 },
    ]);
  });

  it('only compares where it is asked to', async () => {
    await keep();
    await shown((await aDay()).position);
    await sql`update wells set litres = 77 where well_id = 'a'`.execute(models.database.writer);
    expect(await rebuilt({ verifyOnly: true })).toMatchObject([
      { outcome: 'verified', equal: false, differences: { different: 1, missing: 0, surplus: 0 } },
      { outcome: 'verified', equal: true },
    ]);
    expect(await litres()).toContainEqual({ well_id: 'a', litres: 77 });
  });

  it('goes on serving readers and writers, and ends with the fold of everything written', async () => {
    const runner = await keep();
    for (let well = 0; well < 300; well += 1) await write(dug(`w${String(well).padStart(3, '0')}`));
    await shown(await store.head());
    let rebuilding = true;
    const writing = (async () => {
      for (let drop = 0; rebuilding; drop += 1) {
        await write(drawn(`w${String(drop % 300).padStart(3, '0')}`, 1));
        await nextTurn();
      }
    })();
    const seen: number[] = [];
    const reading = (async () => {
      for (; rebuilding; await nextTurn()) seen.push((await litres()).length);
    })();
    const verdicts: Rebuilt[] = [];
    try {
      for (const _ of ['first', 'second']) verdicts.push(...(await rebuilt()));
    } finally {
      rebuilding = false;
      await Promise.all([writing, reading]);
    }

    expect(verdicts).toHaveLength(4);
    expect(verdicts.every((verdict) => verdict.outcome === 'swapped' && verdict.equal)).toBe(true);
    expect(new Set(seen)).toEqual(new Set([300]));
    await shown(await store.head());
    expect(runner.failing).toBeUndefined();
    expect(problems).toEqual([]);
    expect(await rebuilt({ verifyOnly: true })).toMatchObject([{ equal: true }, { equal: true }]);
    const drops = (await store.readAll('', 100_000)).filter(({ event }) => event.type === 'WaterDrawn').length;
    expect((await litres()).reduce((sum, well) => sum + well.litres, 0)).toBe(drops);
  }, 60_000);

  it('reads the log once for all projections', async () => {
    await keep();
    await shown((await aDay()).position);
    const read: string[] = [];
    const counted = {
      head: () => store.head(),
      readAll: (after: string, limit: number) => {
        read.push(after);
        return store.readAll(after, limit);
      },
    };
    await rebuilt({ store: counted, verifyOnly: true });
    expect(read).toEqual(['']);
  });

  it('does not take what serves for outdated when it goes on while the rebuild begins', async () => {
    await keep();
    await shown((await aDay()).position);
    const busy = {
      readAll: (after: string, limit: number) => store.readAll(after, limit),
      head: async () => {
        const head = await store.head();
        await shown((await write(drawn('a', 1))).position);
        return head;
      },
    };
    expect(await rebuilt({ store: busy })).toMatchObject([
      { outcome: 'swapped', against: 'serving', equal: true },
      { outcome: 'swapped', against: 'serving', equal: true },
    ]);
  });

  it('stops at a poisonous event and swaps nothing; the others go their way', async () => {
    await keep();
    await write(dug('a'));
    await write(drawn('a', -1));
    await write(inspected('a', 'c7'));
    await shown((await write(dug('b', 'V02'))).position);
    const before = await models.digest(wellLedger);
    expect(await rebuilt()).toEqual([
      {
        projection: 'well-ledger',
        outcome: 'refused',
        reason: 'poison',
        why: expect.stringContaining('cannot take well-a'),
      },
      expect.objectContaining({ projection: 'villages', outcome: 'swapped', equal: true }),
    ]);
    expect(await models.digest(wellLedger)).toEqual(before);
    expect(await models.quarantined()).toHaveLength(1);
  });

  it('lets streams out of quarantine once their events can be taken', async () => {
    const sensitive = { ...wellLedger, handlers: new Map(wellLedger.handlers) };
    sensitive.handlers.set('WellInspected', () => {
      throw new Error('not on Sundays');
    });
    await keep([sensitive, villages]);
    await shown((await aDay()).position);
    expect(await models.quarantined()).toHaveLength(1);
    expect((await rebuilt())[0]).toMatchObject({ outcome: 'swapped', equal: false });
    expect(await models.quarantined()).toEqual([]);
    expect(await models.of(wellLedger).selectFrom('inspections').select('by').execute()).toEqual([{ by: 'c7' }]);
  });

  it('throws away what a rebuild left that was killed', async () => {
    await keep();
    await shown((await aDay()).position);
    const before = await models.digest(wellLedger);
    await sql`create table wells__next (x text)`.execute(models.database.writer);
    await sql`create table village_water__former (x text)`.execute(models.database.writer);
    await discardUnfinished(file, models.database.writer);
    expect(await tableNames()).toEqual(THOSE_THAT_SERVE);
    expect(await models.digest(wellLedger)).toEqual(before);
  });

  it('changes nothing when the log breaks off in its middle', async () => {
    await keep();
    await shown((await aDay()).position);
    const before = await models.digest(wellLedger);
    const broken = { head: () => store.head(), readAll: () => Promise.reject(new Error('the disk is gone')) };
    await expect(rebuilt({ store: broken })).rejects.toThrow('the disk is gone');
    expect(await models.digest(wellLedger)).toEqual(before);
    expect(await rebuilt()).toMatchObject([{ equal: true }, { equal: true }]);
  });

  it('is one at a time, whoever asks', async () => {
    const shadow = await openSqliteShadow(file, models.database.writer);
    await discardUnfinished(file, models.database.writer);
    await expect(openSqliteShadow(file)).rejects.toMatchObject({ name: 'LockTaken' });
    await shadow.discard();
  });

  it('refuses a projection that folds the same log to other rows the second time', async () => {
    let folded = 0;
    const moody: Projection = {
      ...villages,
      name: 'moods',
      tables: { moods: { columns: { mood: 'text' }, primaryKey: ['mood'] } },
      handlers: new Map([
        ['WellDug', () => ({ op: 'insert' as const, table: 'moods', row: { mood: `mood ${(folded += 1)}` } })],
      ]),
    };
    await aDay();
    expect(await rebuilt({ projections: [moody] })).toMatchObject([{ outcome: 'refused', reason: 'impure' }]);
    expect(await tableNames()).not.toContain('moods');
  });

  it('leaves alone what another version serves, where somebody keeps that up', async () => {
    await keep();
    await shown((await aDay()).position);
    const [verdict] = await rebuilt({ projections: [raised], sameVersionOnly: true });
    expect(verdict).toMatchObject({ outcome: 'refused', reason: 'another version serves' });
  });
});

describe('when the program brings another version', () => {
  beforeEach(async () => {
    await keep();
    await shown((await aDay()).position);
    await leave();
  });

  it('the old tables serve until the new ones are there', async () => {
    const runner = await keep([raised, villages]);
    expect(await litres()).toContainEqual({ well_id: 'a', litres: 5 });
    expect(runner.failing).toBeUndefined();
    const { position } = await write(dug('e'));
    await shown(position);
    expect(await litres()).toContainEqual({ well_id: 'a', litres: 0 });
    expect(await litres()).toContainEqual({ well_id: 'e', litres: 0 });
    expect(problems).toEqual([]);
  });

  it('they do not answer what they cannot know, and the reader is told to come back', async () => {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const runner = new ProjectionRunner({
      store,
      readModels: models,
      clock: { now },
      projections: [deeper, villages],
      report: (problem) => problems.push(problem),
      buildAside: async (names, signal) => {
        await begun;
        return rebuilt({ projections: [deeper].filter(({ name }) => names.includes(name)), signal });
      },
    });
    await runner.prepare();
    running.push(runner.run(stop.signal));
    expect(() => models.of(deeper)).toThrow(ReadModelBeingBuilt);
    expect(runner.failing).toContain('well-ledger');
    expect(await models.of(villages).selectFrom('seen_villages').selectAll().execute()).toHaveLength(1);
    begin();
    await until(() => models.canAnswer(deeper));
    expect(await models.of(deeper).selectFrom('village_water').select(['litres', 'depth']).execute()).toEqual([
      { litres: 0, depth: null },
    ]);
    expect(runner.failing).toBeUndefined();
  });

  it('where nothing is kept up meanwhile, the log is left alone until something is', async () => {
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const runner = new ProjectionRunner({
      store,
      readModels: models,
      clock: { now },
      projections: [raised],
      batchSize: 2,
      report: (problem) => problems.push(problem),
      buildAside: async (_, signal) => {
        await begun;
        return rebuilt({ projections: [raised], signal });
      },
    });
    await runner.prepare();
    const reads = jest.spyOn(store, 'readAll');
    running.push(runner.run(stop.signal));
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    expect(reads).not.toHaveBeenCalled();
    reads.mockRestore();
    begin();
    await until(() => runner.failing === undefined && models.canAnswer(raised));
    const { position } = await write(dug('e'));
    await shown(position, ['well-ledger']);
  });

  it('they go on serving where the new version cannot take the log, and readiness says why', async () => {
    const squeamish: Projection = {
      ...raised,
      handlers: new Map([
        ...wellLedger.handlers,
        [
          'WaterDrawn',
          () => {
            throw new Error('no water here');
          },
        ],
      ]),
    };
    const runner = await keep([squeamish, villages]);
    const { position } = await write(dug('e', 'V07'));
    await shown(position, ['villages']);
    await until(() => problems.length > 0);
    expect(problems).toMatchObject([{ kind: 'not rebuilt', projection: 'well-ledger' }]);
    expect(runner.failing).toContain('no water here');
    expect(await litres()).toContainEqual({ well_id: 'a', litres: 5 });
  });
});

import { afterEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { CheckpointMoved, PoisonousEvent, Projector, ReadModels, type Projection } from '#projections';
import { at, closed, drawn, dug, inspected, positionOf, wellLedger, type WellRows } from './ledger.fixture.js';

const open: ReadModels[] = [];
const readModels = async (): Promise<ReadModels> => {
  const opened = await ReadModels.open(':memory:');
  open.push(opened);
  return opened;
};
afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
});

const projectorOn = async (
  models: ReadModels,
  projection: Projection = wellLedger,
  onPoison: 'quarantine' | 'stop' = 'quarantine',
): Promise<Projector> => {
  const projector = new Projector(models.database, projection, { onPoison, now: () => 77 });
  await projector.prepare();
  return projector;
};
const wells = (models: ReadModels) =>
  models.db<WellRows>().selectFrom('wells').selectAll().orderBy('well_id').execute();
const checkpoint = async (models: ReadModels) =>
  (await models.database.reader.selectFrom('checkpoints').select('position').executeTakeFirstOrThrow()).position;

const morning = [at(1, dug('a')), at(2, drawn('a', 30), 1), at(3, inspected('a', 'c7'), 2), at(4, dug('b', 'V02'))];

describe('a projector', () => {
  it('folds a batch into rows and moves the checkpoint with them', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    await projector.apply({ after: '', events: morning });
    expect(await wells(models)).toEqual([
      { well_id: 'a', village: 'V01', litres: 30, inspected_by: 'c7', dug_at: 1_000 },
      { well_id: 'b', village: 'V02', litres: 0, inspected_by: null, dug_at: 4_000 },
    ]);
    expect(await models.of(wellLedger).selectFrom('village_water').selectAll().orderBy('village').execute()).toEqual([
      { village: 'V01', wells: 1, litres: 30 },
      { village: 'V02', wells: 1, litres: 0 },
    ]);
    expect(await checkpoint(models)).toBe(positionOf(4));
  });

  it('does not patch or count up a row that is not there', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    await projector.apply({ after: '', events: [at(1, drawn('ghost', 5)), at(2, inspected('ghost', 'c7'), 1)] });
    expect(await wells(models)).toEqual([]);
  });

  it('begins a row anew after it was removed', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    await projector.apply({ after: '', events: morning });
    await projector.apply({ after: positionOf(4), events: [at(5, closed('a'), 3), at(6, dug('a', 'V03'), 4)] });
    expect((await wells(models))[0]).toEqual({
      well_id: 'a',
      village: 'V03',
      litres: 0,
      inspected_by: null,
      dug_at: 6_000,
    });
  });

  it('is not disturbed by events delivered twice', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    await projector.apply({ after: '', events: morning });
    const once = await models.digest(wellLedger);
    await projector.apply({ after: '', events: morning });
    await projector.apply({ after: positionOf(2), events: morning.slice(2) });
    expect(await models.digest(wellLedger)).toEqual(once);
  });

  it('refuses a batch that leaves events out', async () => {
    const projector = await projectorOn(await readModels());
    await expect(projector.apply({ after: positionOf(2), events: morning.slice(2) })).rejects.toThrow(RangeError);
  });

  it('writes neither rows nor checkpoint when the transaction breaks, and both when it is tried again', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    await sql`create trigger disk_full before insert on inspections begin select raise(abort, 'full'); end`.execute(
      models.database.writer,
    );
    await expect(projector.apply({ after: '', events: morning })).rejects.toMatchObject({ message: 'full' });
    expect(await wells(models)).toEqual([]);
    expect(await checkpoint(models)).toBe('');

    await sql`drop trigger disk_full`.execute(models.database.writer);
    await projector.apply({ after: '', events: morning });
    expect(await wells(models)).toHaveLength(2);
    expect(await checkpoint(models)).toBe(positionOf(4));
  });

  it('loses against a second one that was quicker, and writes nothing', async () => {
    const models = await readModels();
    const [slow, quick] = [await projectorOn(models), await projectorOn(models)];
    await quick.apply({ after: '', events: morning });
    const before = await models.digest(wellLedger);
    await expect(slow.apply({ after: '', events: morning })).rejects.toThrow(CheckpointMoved);
    expect(await models.digest(wellLedger)).toEqual(before);
  });

  it('loses against one of a newer version', async () => {
    const models = await readModels();
    const old = await projectorOn(models);
    await projectorOn(models, { ...wellLedger, version: 2 });
    await expect(old.apply({ after: '', events: morning })).rejects.toThrow(CheckpointMoved);
  });
});

describe('the tables are made anew', () => {
  const projected = async (): Promise<ReadModels> => {
    const models = await readModels();
    await (await projectorOn(models)).apply({ after: '', events: morning });
    return models;
  };

  it('not when nothing changed', async () => {
    const models = await projected();
    expect((await projectorOn(models)).position).toBe(positionOf(4));
    expect(await wells(models)).toHaveLength(2);
  });

  it('when the version is raised', async () => {
    const models = await projected();
    const projector = await projectorOn(models, { ...wellLedger, version: 2 });
    expect(projector.position).toBe('');
    expect(await wells(models)).toEqual([]);
  });

  it('when the columns changed, even under the same version', async () => {
    const models = await projected();
    const { village_water, ...others } = wellLedger.tables;
    const deeper = { ...village_water, columns: { ...village_water.columns, depth: 'integer?' as const } };
    const projector = await projectorOn(models, { ...wellLedger, tables: { ...others, village_water: deeper } });
    expect(projector.position).toBe('');
    await projector.apply({ after: '', events: morning });
    expect(
      await models
        .db<{ village_water: { depth: number | null } }>()
        .selectFrom('village_water')
        .select('depth')
        .execute(),
    ).toEqual([{ depth: null }, { depth: null }]);
  });

  it('when the projection was renamed, and nothing is left under the old name', async () => {
    const models = await projected();
    await projectorOn(models, { ...wellLedger, name: 'well-book' });
    const names = await models.database.reader.selectFrom('checkpoints').select('projection').execute();
    expect(names).toEqual([{ projection: 'well-book' }]);
  });

  it('when the log was put back to before the checkpoint', async () => {
    const models = await projected();
    const projector = new Projector(models.database, wellLedger, { onPoison: 'stop', now: () => 0 });
    await projector.prepare(positionOf(4));
    expect(projector.position).toBe(positionOf(4));
    await projector.prepare(positionOf(3));
    expect(projector.position).toBe('');
  });
});

describe('a poisonous event', () => {
  const poisoned = [
    at(1, dug('a')),
    at(2, dug('b')),
    at(3, drawn('a', 10), 1),
    at(4, drawn('a', -1), 2),
    at(5, drawn('b', 7), 1),
    at(6, inspected('a', 'c7'), 3),
  ];

  it('sets its stream aside from there on, while the others go on', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    expect(await projector.apply({ after: '', events: poisoned })).toHaveLength(1);
    await projector.apply({ after: positionOf(6), events: [at(7, drawn('a', 100), 4), at(8, drawn('b', 1), 2)] });
    expect(await wells(models)).toMatchObject([
      { well_id: 'a', litres: 10, inspected_by: null },
      { well_id: 'b', litres: 8 },
    ]);
    expect(await models.quarantined()).toEqual([
      {
        projection: 'well-ledger',
        stream: 'well-a',
        position: positionOf(4),
        revision: 2,
        error: 'water flows one way',
        since: 77,
      },
    ]);
    expect(await models.quarantined({ stream: 'well-a', projection: 'well-ledger' })).toHaveLength(1);
    expect(await models.quarantined({ stream: 'well-b' })).toEqual([]);
  });

  it('is tried five times first', async () => {
    let tries = 0;
    const moody: Projection = {
      ...wellLedger,
      handlers: new Map([
        [
          'WellDug',
          () => {
            tries += 1;
            if (tries < 5) throw new Error('not yet');
            return [];
          },
        ],
      ]),
    };
    const models = await readModels();
    await (await projectorOn(models, moody)).apply({ after: '', events: [at(1, dug('a'))] });
    expect(tries).toBe(5);
    expect(await models.quarantined()).toEqual([]);
  });

  it('is also one whose row does not fit the columns; none of its changes is kept', async () => {
    const halfWrong: Projection = {
      ...wellLedger,
      handlers: new Map([
        [
          'WellDug',
          () => [
            { op: 'increment' as const, table: 'village_water', key: { village: 'V01' }, by: { wells: 1 } },
            { op: 'upsert' as const, table: 'wells', row: { well_id: 'a', village: 3 } },
          ],
        ],
      ]),
    };
    const models = await readModels();
    await (await projectorOn(models, halfWrong)).apply({ after: '', events: [at(1, dug('a'))] });
    expect((await models.quarantined())[0]?.error).toBe('upsert of wells: village is not a text');
    expect(await models.of(wellLedger).selectFrom('village_water').selectAll().execute()).toEqual([]);
  });

  it('stops a strict rebuild without a trace', async () => {
    const models = await readModels();
    const projector = await projectorOn(models, wellLedger, 'stop');
    await expect(projector.apply({ after: '', events: poisoned })).rejects.toThrow(PoisonousEvent);
    expect(await checkpoint(models)).toBe('');
  });

  const cured: Projection = {
    ...wellLedger,
    handlers: new Map([...wellLedger.handlers, ['WaterDrawn', () => []]]),
  };
  const ofWellA = (fromRevision: number) =>
    Promise.resolve(poisoned.filter(({ meta }) => meta.stream === 'well-a' && meta.revision >= fromRevision));

  it('lets its stream back in once the handler takes it, with everything missed since', async () => {
    const models = await readModels();
    await (await projectorOn(models)).apply({ after: '', events: poisoned });
    const projector = await projectorOn(models, cured);
    expect(await projector.release('well-a', ofWellA)).toBe(true);
    expect(await models.quarantined()).toEqual([]);
    expect((await wells(models))[0]).toMatchObject({ litres: 10, inspected_by: 'c7' });
    expect(await projector.release('well-a', ofWellA)).toBe(false);
  });

  it('keeps its stream in quarantine while the handler still fails', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    await projector.apply({ after: '', events: poisoned });
    await expect(projector.release('well-a', ofWellA)).rejects.toThrow(PoisonousEvent);
    expect(await models.quarantined()).toHaveLength(1);
  });

  it('is forgotten when the tables are made anew', async () => {
    const models = await readModels();
    const projector = await projectorOn(models);
    await projector.apply({ after: '', events: poisoned });
    const anew = await projectorOn(models, { ...wellLedger, version: 2 });
    expect(await models.quarantined()).toEqual([]);
    expect(anew.position).toBe('');
  });
});

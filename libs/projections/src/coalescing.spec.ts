import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnyEvent } from '#kernel';
import { Projector, ReadModels, type AnyChange, type Projection, type Row, type Tables } from '#projections';
import { metadataOf, positionOf } from './ledger.fixture.js';
import { isPlus } from './row-effect.js';

const tables = {
  counters: { columns: { id: 'text', place: 'integer', n: 'integer', m: 'integer?' }, primaryKey: ['id', 'place'] },
  notes: { columns: { id: 'text', body: 'text', n: 'integer', at: 'real?', seal: 'blob?' }, primaryKey: ['id'] },
} as const satisfies Tables;

const anyChanges: Projection = {
  name: 'any-changes',
  version: 1,
  tables,
  handlers: new Map([['Changed', ({ data }: AnyEvent) => data as AnyChange[]]]),
};

const number = fc.integer({ min: -3, max: 9 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const counterKey = fc.record({ id: fc.constantFrom('a', 'b'), place: fc.constantFrom(1, 2) });
const noteKey = fc.record({ id: fc.constantFrom('a', 'b', '民情') });
const seal = maybe(fc.uint8Array({ maxLength: 3 }));
const counted = fc.oneof(number, fc.record({ plus: number }));
const some = { requiredKeys: [] as [] };
const joined = <K extends Row, V extends Row>(key: fc.Arbitrary<K>, values: fc.Arbitrary<V>): fc.Arbitrary<Row> =>
  fc.tuple(key, values).map(([one, other]) => ({ ...one, ...other }));

const change = fc.oneof(
  ...(['upsert', 'insert'] as const).flatMap((op) => [
    fc.record({
      op: fc.constant(op),
      table: fc.constant('counters'),
      row: joined(counterKey, fc.record({ n: number, m: maybe(number) }, some)),
    }),
    fc.record({
      op: fc.constant(op),
      table: fc.constant('notes'),
      row: joined(
        noteKey,
        fc.record(
          {
            body: fc.string(),
            n: number,
            at: maybe(fc.integer({ min: 1, max: 99 }).map((eighths) => eighths / 8)),
            seal,
          },
          { requiredKeys: ['body'] },
        ),
      ),
    }),
  ]),
  fc.record({
    op: fc.constant('patch' as const),
    table: fc.constant('counters'),
    key: counterKey,
    columns: fc.record({ n: counted, m: fc.oneof(counted, fc.constant(null)) }, some),
  }),
  fc.record({
    op: fc.constant('patch' as const),
    table: fc.constant('notes'),
    key: noteKey,
    columns: fc.record({ body: fc.string(), n: counted, seal }, some),
  }),
  fc.record({
    op: fc.constant('increment' as const),
    table: fc.constant('counters'),
    key: counterKey,
    by: fc.record({ n: number, m: number }, some),
  }),
  fc.record({ op: fc.constant('remove' as const), table: fc.constant('counters'), key: counterKey }),
  fc.record({ op: fc.constant('remove' as const), table: fc.constant('notes'), key: noteKey }),
) as fc.Arbitrary<AnyChange>;

const log = fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 40 });
const cuts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 });

const eventsOf = (changes: readonly (readonly AnyChange[])[]) =>
  changes.map((data, index) => ({
    event: { type: 'Changed', occurredAt: 0, data },
    meta: {
      stream: 'changes',
      revision: index,
      position: positionOf(index + 1),
      recordedAt: 0,
      actor: { id: 'c1', role: 'SYSTEM', path: '/county' },
      metadata: metadataOf(String(index), { id: 'c1', role: 'SYSTEM', path: '/county' }),
    },
  }));

/** Batches of these sizes in turn, each delivered a second time from one event earlier. */
const projected = async (changes: readonly (readonly AnyChange[])[], sizes: readonly number[]): Promise<ReadModels> => {
  const models = await ReadModels.open(':memory:');
  const projector = new Projector(models.database, anyChanges, { onPoison: 'stop', now: () => 0 });
  await projector.prepare();
  const events = eventsOf(changes);
  for (let from = 0, turn = 0; from < events.length; turn++) {
    const to = from + sizes[turn % sizes.length]!;
    await projector.apply({ after: from ? positionOf(from) : '', events: events.slice(from, to) });
    await projector.apply({ after: '', events: events.slice(Math.max(0, from - 1), to) });
    from = to;
  }
  return models;
};

/** The plainest reading of each change, one after the other, on rows in memory. */
const plainly = (changes: readonly AnyChange[]): Record<string, Row[]> => {
  const rows: Record<string, Map<string, Record<string, unknown>>> = { counters: new Map(), notes: new Map() };
  const starts: Record<string, Row> = { counters: { n: 0, m: null }, notes: { n: 0, at: null, seal: null } };
  for (const one of changes) {
    const table = rows[one.table]!;
    const { id, place } = 'key' in one ? one.key : one.row;
    const key = JSON.stringify([id, place]);
    const row = table.get(key);
    if (one.op === 'remove') table.delete(key);
    else if (one.op === 'upsert') table.set(key, { ...(row ?? starts[one.table]), ...one.row });
    else if (one.op === 'insert') table.set(key, row ?? { ...starts[one.table], ...one.row });
    else {
      const columns =
        one.op === 'patch'
          ? one.columns
          : Object.fromEntries(Object.entries(one.by).map(([column, plus]) => [column, { plus }]));
      const target = row ?? (one.op === 'increment' ? { ...starts[one.table], ...one.key } : undefined);
      if (!target) continue;
      const next: Record<string, unknown> = { ...target };
      for (const [column, value] of Object.entries(columns))
        next[column] = isPlus(value) ? Number(next[column] ?? 0) + value.plus : value;
      table.set(key, next);
    }
  }
  return Object.fromEntries(Object.entries(rows).map(([name, table]) => [name, [...table.values()] as Row[]]));
};

const listed = (rows: readonly object[]): string[] =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(([column, value]) => [
            column,
            ArrayBuffer.isView(value) ? Buffer.from(value as Uint8Array).toString('hex') : (value as unknown),
          ])
          .sort(),
      ),
    )
    .sort();

describe('changes folded per row', () => {
  it('give the same tables whatever the batches, and whatever is delivered twice', async () => {
    await fc.assert(
      fc.asyncProperty(log, cuts, cuts, async (changes, some, other) => {
        const [one, two, single] = [
          await projected(changes, some),
          await projected(changes, other),
          await projected(changes, [1]),
        ];
        const digest = await single.digest(anyChanges);
        expect(await one.digest(anyChanges)).toEqual(digest);
        expect(await two.digest(anyChanges)).toEqual(digest);
        for (const models of [one, two, single]) await models.close();
      }),
      { numRuns: 120 },
    );
  });

  it('give what the changes say when they are read plainly one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(log, cuts, async (changes, sizes) => {
        const models = await projected(changes, sizes);
        const expected = plainly(changes.flat());
        for (const table of ['counters', 'notes'])
          expect(listed(await models.db<Record<string, Row>>().selectFrom(table).selectAll().execute())).toEqual(
            listed(expected[table]!),
          );
        await models.close();
      }),
      { numRuns: 400 },
    );
  });
});

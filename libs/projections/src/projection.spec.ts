import { describe, expect, it } from '@jest/globals';
import type { Event } from '#kernel';
import { defineProjection, increment, patch, plus, remove, upsert, type Tables } from '#projections';

type Renamed = Event<'BridgeRenamed', { bridgeId: string; to: string }>;
const tables = {
  bridges: {
    columns: { bridge_id: 'text', name: 'text', renamed: 'integer', closed_at: 'integer?' },
    primaryKey: ['bridge_id'],
  },
} as const satisfies Tables;

const withTables = (wrong: Tables) => () =>
  defineProjection<Renamed>({ name: 'bridges', version: 1, tables: wrong, on: {} });

describe('a projection', () => {
  it('is checked by the compiler against its events and its columns', () => {
    const { handlers } = defineProjection<Renamed, typeof tables>({
      name: 'bridges',
      version: 1,
      tables,
      on: {
        BridgeRenamed: ({ data }) => [
          upsert('bridges', { bridge_id: data.bridgeId, name: data.to }),
          patch('bridges', { bridge_id: data.bridgeId }, { renamed: plus(1), closed_at: null }),
          remove('bridges', { bridge_id: data.bridgeId }),
        ],
      },
    });
    expect([...handlers.keys()]).toEqual(['BridgeRenamed']);

    // @ts-expect-error there is no such event
    defineProjection<Renamed, typeof tables>({ name: 'x', version: 1, tables, on: { BridgeBurnt: () => [] } });
    defineProjection<Renamed, typeof tables>({
      name: 'x',
      version: 1,
      tables,
      // @ts-expect-error there is no such table
      on: { BridgeRenamed: () => upsert('brigdes', { bridge_id: '', name: '' }) },
    });
    defineProjection<Renamed, typeof tables>({
      name: 'x',
      version: 1,
      tables,
      // @ts-expect-error the name is missing
      on: { BridgeRenamed: () => upsert('bridges', { bridge_id: '' }) },
    });
    defineProjection<Renamed, typeof tables>({
      name: 'x',
      version: 1,
      tables,
      // @ts-expect-error a number where a text stands
      on: { BridgeRenamed: () => patch('bridges', { bridge_id: '' }, { name: 3 }) },
    });
    defineProjection<Renamed, typeof tables>({
      name: 'x',
      version: 1,
      tables,
      // @ts-expect-error a name is nothing to count
      on: { BridgeRenamed: () => increment('bridges', { bridge_id: '' }, { name: 1 }) },
    });
  });

  it('names what is wrong with its tables', () => {
    expect(withTables({ Bridges: tables.bridges })).toThrow('table Bridges: Bridges is not a name in lower case');
    expect(withTables({ checkpoints: tables.bridges })).toThrow('is a name of the runtime itself');
    expect(withTables({ bridges: { columns: { a: 'text' }, primaryKey: [] } })).toThrow('has no primary key');
    expect(withTables({ bridges: { columns: { a: 'text' }, primaryKey: ['b'] } })).toThrow('has no column b');
    expect(withTables({ bridges: { columns: { a: 'text?' }, primaryKey: ['a'] } })).toThrow('may not be nullable');
    expect(withTables({ bridges: { columns: { a: 'text' }, primaryKey: ['a'], indexes: [['c']] } })).toThrow(
      'has no column c',
    );
  });
});

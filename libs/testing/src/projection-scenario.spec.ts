import { describe, expect, it } from '@jest/globals';
import type { Event } from '#kernel';
import { defineProjection, increment, upsert, type Tables } from '#projections';
import { projectionScenario } from '#testing';

type Ferry = Event<'FerryCrossed', { ferry: string; passengers: number }>;
const crossed = (ferry: string, passengers: number): Ferry => ({
  type: 'FerryCrossed',
  occurredAt: 5,
  data: { ferry, passengers },
});
const tables = {
  crossings: { columns: { ferry: 'text', passengers: 'integer' }, primaryKey: ['ferry'] },
  last_crossing: { columns: { stream: 'text', at: 'integer', by: 'text' }, primaryKey: ['stream'] },
} as const satisfies Tables;
const ferries = defineProjection<Ferry, typeof tables>({
  name: 'ferries',
  version: 1,
  tables,
  on: {
    FerryCrossed: ({ data: { ferry, passengers } }, { stream, recordedAt, actor }) => [
      increment('crossings', { ferry }, { passengers }),
      upsert('last_crossing', { stream, at: recordedAt, by: actor.id }),
    ],
  },
});

describe('a projection scenario', () => {
  it('compares the rows of a table in the order of its key', async () => {
    const given = projectionScenario(ferries).given(crossed('south', 2), crossed('north', 1), crossed('south', 3));
    await given.thenRows('crossings', { ferry: 'north', passengers: 1 }, { ferry: 'south', passengers: 5 });
    await expect(given.thenRows('crossings', { ferry: 'north' })).rejects.toThrow();
    await expect(given.thenRows('crossings')).rejects.toThrow();
  });

  it('may say where and by whom events were written', async () => {
    const actor = { id: 'c9', role: 'VILLAGE_CADRE', path: '/county/T01/T01-V07' };
    await projectionScenario(ferries)
      .givenAt({ stream: 'ferry-1', recordedAt: 9, actor }, crossed('north', 1))
      .thenRows('last_crossing', { stream: 'ferry-1', at: 9, by: 'c9' });
  });
});

import type { Event } from '#kernel';
import { defineProjection, increment, insert, patch, plus, remove, upsert } from '#projections';
import type { DeliveredEvent, RowsOf, Tables } from '#projections';

/** A small made-up read model for the runtime's own specs: village wells and the water drawn from them. */
export type WellEvent =
  | Event<'WellDug', { wellId: string; village: string }>
  | Event<'WaterDrawn', { wellId: string; village: string; litres: number }>
  | Event<'WellInspected', { wellId: string; by: string }>
  | Event<'WellClosed', { wellId: string; village: string }>;

export const wellTables = {
  wells: {
    columns: { well_id: 'text', village: 'text', litres: 'integer', inspected_by: 'text?', dug_at: 'integer' },
    primaryKey: ['well_id'],
    indexes: [['village', 'dug_at']],
  },
  village_water: {
    columns: { village: 'text', wells: 'integer', litres: 'integer' },
    primaryKey: ['village'],
  },
  inspections: {
    columns: { well_id: 'text', position: 'text', by: 'text' },
    primaryKey: ['well_id', 'position'],
  },
} as const satisfies Tables;

export type WellRows = RowsOf<typeof wellTables>;

export const wellLedger = defineProjection<WellEvent, typeof wellTables>({
  name: 'well-ledger',
  version: 1,
  tables: wellTables,
  on: {
    WellDug: ({ data: { wellId, village } }, { recordedAt }) => [
      upsert('wells', { well_id: wellId, village, dug_at: recordedAt }),
      increment('village_water', { village }, { wells: 1 }),
    ],
    WaterDrawn: ({ data: { wellId, village, litres } }) => {
      if (litres < 0) throw new Error('water flows one way');
      return [
        patch('wells', { well_id: wellId }, { litres: plus(litres) }),
        increment('village_water', { village }, { litres }),
      ];
    },
    WellInspected: ({ data: { wellId, by } }, { position }) => [
      patch('wells', { well_id: wellId }, { inspected_by: by }),
      insert('inspections', { well_id: wellId, position, by }),
    ],
    WellClosed: ({ data: { wellId, village } }) => [
      remove('wells', { well_id: wellId }),
      increment('village_water', { village }, { wells: -1 }),
    ],
  },
});

export const dug = (wellId: string, village = 'V01'): WellEvent => ({
  type: 'WellDug',
  occurredAt: 0,
  data: { wellId, village },
});
export const drawn = (wellId: string, litres: number, village = 'V01'): WellEvent => ({
  type: 'WaterDrawn',
  occurredAt: 0,
  data: { wellId, village, litres },
});
export const inspected = (wellId: string, by: string): WellEvent => ({
  type: 'WellInspected',
  occurredAt: 0,
  data: { wellId, by },
});
export const closed = (wellId: string, village = 'V01'): WellEvent => ({
  type: 'WellClosed',
  occurredAt: 0,
  data: { wellId, village },
});

export const positionOf = (number: number): string => String(number).padStart(16, '0');

/** The event as the log would deliver it: number 1 is the first of the log, one second after the other. */
export const at = (number: number, event: WellEvent, revision = 0): DeliveredEvent => {
  const actor = { id: 'c1', role: 'VILLAGE_CADRE', path: '/county/T01/T01-V07' };
  return {
    event,
    meta: {
      stream: `well-${event.data.wellId}`,
      revision,
      position: positionOf(number),
      recordedAt: number * 1_000,
      actor,
      metadata: metadataOf(String(number), actor),
    },
  };
};

export const metadataOf = (id: string, actor: DeliveredEvent['meta']['actor']) => ({
  eventId: id,
  commandId: id,
  requestHash: '',
  actor,
  correlationId: id,
  causationId: id,
  policyVersion: 1,
  schemaVersion: 1,
});

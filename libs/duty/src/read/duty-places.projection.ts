import { townshipPathOf, type CadreEvent } from '#cadres/domain';
import { COUNTY } from '#duty/domain';
import { defineProjection, upsert, type Tables } from '#projections';

export const dutyPlaceTables = {
  /** Where somebody serves or has served; whether he still does, his own stream tells. */
  duty_place: {
    columns: { place: 'text', cadre_id: 'text' },
    primaryKey: ['place', 'cadre_id'],
  },
} as const satisfies Tables;

const servesAt = (cadreId: string, path: string) =>
  upsert('duty_place', { place: townshipPathOf(path)?.split('/').at(-1) ?? COUNTY, cadre_id: cadreId });

/** Whom to look at when a roster is proposed for a place (`docs/domain.md §2.4`). */
export const dutyPlaces = defineProjection<CadreEvent, typeof dutyPlaceTables>({
  name: 'duty-places',
  version: 1,
  tables: dutyPlaceTables,
  on: {
    CadreRegistered: ({ data: { cadreId, unitPath } }) => servesAt(cadreId, unitPath),
    PostingStarted: ({ data: { cadreId, path } }) => servesAt(cadreId, path),
  },
});

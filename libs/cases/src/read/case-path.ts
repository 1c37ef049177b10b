import type { Place } from '#cases/domain';

/** Where a case lies in the county: `/county/T01/T01-V07`. */
export const casePath = ({ townshipId, villageIds }: Pick<Place, 'townshipId' | 'villageIds'>): string =>
  `/county/${townshipId}/${villageIds[0] ?? ''}`;

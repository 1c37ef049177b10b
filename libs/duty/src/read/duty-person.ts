import { evolveCadreRecord, isValid, townshipPathOf, type CadreEvent, type CadreRecord } from '#cadres/domain';
import { COUNTY, type DutyPerson } from '#duty/domain';
import type { AnyEvent } from '#kernel';

/** A cadre as the rules of duty see him. */
export const dutyPersonOf = (record: CadreRecord): DutyPerson => {
  const { townshipPath, unitPath } = record;
  return {
    cadreId: record.cadreId,
    roles: record.roles,
    places: [
      ...(townshipPath === undefined ? [] : [townshipPath.split('/').at(-1)!]),
      ...(townshipPathOf(unitPath) === undefined ? [COUNTY] : []),
    ],
    awaitingPost: record.awaitingPost,
    leaves: record.leave,
    certified: Object.fromEntries(
      record.certificates
        .filter((certificate) => isValid(certificate, certificate.validFrom))
        .map(({ skill, validFrom, validTo, revokedAt }) => [
          skill,
          { from: validFrom, to: Math.min(validTo, revokedAt ?? validTo) },
        ]),
    ),
  };
};

/** @param events of the cadre's stream, from the first; nothing where there are none */
export const recordFrom = (events: readonly AnyEvent[]): CadreRecord | undefined =>
  (events as readonly CadreEvent[]).reduce<CadreRecord | undefined>(evolveCadreRecord, undefined);

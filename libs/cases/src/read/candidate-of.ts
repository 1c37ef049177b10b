import { isValid, type CadreRecord } from '#cadres/domain';
import type { Candidate, GivenRating, TimedStep } from '#cases/domain';
import type { Instant } from '#kernel';
import type { AssignmentPolicy } from '#policy';
import type { GrowingWork } from './growing-work.js';

const HOUR = 3_600_000;

/** What one candidate has done, as far as the score asks. */
export interface Work {
  load: number;
  lastAssignedAt: Instant | null;
  readonly skillUse: Map<string, Instant>;
  steps: GrowingWork<TimedStep>;
  ratings: GrowingWork<GivenRating>;
  /** Checked in and not out: the end of that day. */
  onSiteUntil: Instant | null;
  night: { readonly key: string; readonly first: Instant; last: Instant } | undefined;
}

/**
 * A cadre as assignment sees him.
 * @param load of the cases he leads and of those on their way to him
 */
export const candidateOf = (
  record: CadreRecord,
  work: Work,
  load: number,
  { nightRest }: AssignmentPolicy,
): Candidate => {
  const { night } = work;
  const worked = night ? night.last - night.first : 0;
  const { townshipId, certificates } = standingOf(record);
  return {
    cadreId: record.cadreId,
    townshipId,
    villages: record.villages,
    unit: record.unitId,
    roles: record.roles,
    active: true,
    awaitingPost: record.awaitingPost,
    lecturer: false,
    onCall: record.onCall,
    reachable: record.reachable,
    onSiteUntil: work.onSiteUntil,
    mobilised: false,
    leaves: record.leave,
    kin: record.kin,
    certificates,
    openLoad: load,
    lastAssignedAt: work.lastAssignedAt,
    skillUse: work.skillUse,
    steps: work.steps,
    ratings: work.ratings,
    restUntil: night && worked >= nightRest.afterWorkedHours * HOUR ? night.last + nightRest.restHours * HOUR : null,
  };
};

type Standing = Pick<Candidate, 'townshipId' | 'certificates'>;
const standings = new WeakMap<CadreRecord, Standing>();

/** What only changes with his record: he is seen anew at every change of his work. */
const standingOf = (record: CadreRecord): Standing => {
  const known = standings.get(record);
  if (known) return known;
  const standing: Standing = {
    townshipId: record.townshipPath?.split('/').at(-1) ?? null,
    certificates: new Map(
      record.certificates
        .filter((certificate) => isValid(certificate, certificate.validFrom))
        .map(({ skill, level, validFrom, validTo, revokedAt }) => [
          skill,
          { level, validFrom, validTo: Math.min(validTo, revokedAt ?? validTo) },
        ]),
    ),
  };
  standings.set(record, standing);
  return standing;
};

import { isValid, type CadreRecord } from '#cadres/domain';
import type { Candidate } from '#cases/domain';
import type { Instant } from '#kernel';
import type { AssignmentPolicy } from '#policy';

const HOUR = 3_600_000;

/** What one candidate has done, as far as the score asks. */
export interface Work {
  load: number;
  lastAssignedAt: Instant | null;
  skillUse: Record<string, Instant>;
  steps: { at: Instant; onTime: boolean }[];
  ratings: { at: Instant; rating: number; householdId?: string }[];
  night?: { readonly key: string; readonly first: Instant; last: Instant };
}

/** A cadre as assignment sees him. */
export const candidateOf = (record: CadreRecord, work: Work, { nightRest }: AssignmentPolicy): Candidate => {
  const { night } = work;
  const worked = night ? night.last - night.first : 0;
  return {
    cadreId: record.cadreId,
    townshipId: record.townshipPath?.split('/').at(-1) ?? null,
    villages: record.villages,
    unit: record.unitId,
    roles: record.roles,
    active: true,
    awaitingPost: record.awaitingPost,
    lecturer: false,
    onCall: record.onCall,
    reachable: record.reachable,
    mobilised: false,
    leaves: record.leave,
    kin: record.kin,
    certificates: certificatesOf(record),
    openLoad: work.load,
    lastAssignedAt: work.lastAssignedAt,
    skillUse: { ...work.skillUse },
    steps: work.steps,
    ratings: work.ratings,
    restUntil: night && worked >= nightRest.afterWorkedHours * HOUR ? night.last + nightRest.restHours * HOUR : null,
  };
};

const certificates = new WeakMap<CadreRecord, Candidate['certificates']>();

/** The same record always gives the same table: it is asked for at every change of his work. */
const certificatesOf = (record: CadreRecord): Candidate['certificates'] => {
  const known = certificates.get(record);
  if (known) return known;
  const table = Object.fromEntries(
    record.certificates
      .filter((certificate) => isValid(certificate, certificate.validFrom))
      .map(({ skill, level, validFrom, validTo, revokedAt }) => [
        skill,
        { level, validFrom, validTo: Math.min(validTo, revokedAt ?? validTo) },
      ]),
  );
  certificates.set(record, table);
  return table;
};

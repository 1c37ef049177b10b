import type { Instant } from '#kernel';
import type { RoleCode, SkillCode } from '#policy';
import { townshipPathOf, villageCodeOf } from './area.js';
import type { CadreEvent, CadreKind, CertificateIssuedData, Gender, SkillLevel } from './cadre.events.js';

export interface Posting {
  readonly postingId: string;
  readonly role: RoleCode;
  readonly path: string;
  readonly residence: boolean;
  readonly from: Instant;
  /** Absent while it lasts. */
  readonly to?: Instant;
}

export interface Certificate {
  readonly skill: SkillCode;
  readonly level: SkillLevel;
  readonly validFrom: Instant;
  /** First instant at which it is no longer valid. */
  readonly validTo: Instant;
  readonly revokedAt?: Instant;
}

export interface Leave {
  readonly leaveId: string;
  readonly from: Instant;
  /** First instant back at work. */
  readonly to: Instant;
  readonly substitute: string;
}

/** What assignment needs to know of one person (`docs/domain.md §8`), folded from the events of the stream `cadre-{id}`. */
export interface CadreRecord {
  readonly cadreId: string;
  readonly kind: CadreKind;
  readonly personRef: string;
  readonly phoneRef?: string;
  readonly gender?: Gender;
  readonly unitId: string;
  readonly unitPath: string;
  /** Standing roles and those of the postings that last. */
  readonly roles: readonly RoleCode[];
  readonly standingRoles: readonly RoleCode[];
  readonly postings: readonly Posting[];
  /** Codes (`T01-V07`) of the villages served now as resident instructor. */
  readonly villages: readonly string[];
  /** Township served: of the unit, else of the posting; undefined for who serves the whole county. */
  readonly townshipPath?: string;
  /** One per skill: the latest. */
  readonly certificates: readonly Certificate[];
  /** Approved leave, past and coming. */
  readonly leave: readonly Leave[];
  readonly awaitingPost: boolean;
  readonly onCall: boolean;
  readonly reachable: boolean;
  /** Parties declared as kin. */
  readonly kin: readonly string[];
}

const lasting = (record: Pick<CadreRecord, 'postings'>): readonly Posting[] =>
  record.postings.filter((posting) => posting.to === undefined);

const derived = (record: CadreRecord): CadreRecord => {
  const now = lasting(record);
  const villages = now.filter(({ residence }) => residence).flatMap(({ path }) => villageCodeOf(path) ?? []);
  const township = [record.unitPath, ...now.map(({ path }) => path)].flatMap((path) => townshipPathOf(path) ?? [])[0];
  return {
    ...record,
    roles: [...new Set([...record.standingRoles, ...now.map(({ role }) => role)])],
    villages,
    townshipPath: township,
  };
};

const withCertificate = (record: CadreRecord, issued: CertificateIssuedData): CadreRecord => {
  const { skill, level, validFrom, validTo } = issued;
  const others = record.certificates.filter((certificate) => certificate.skill !== skill);
  return { ...record, certificates: [...others, { skill, level, validFrom, validTo }] };
};

/** Total: an event it does not know leaves the record as it is; before registration there is none. */
export const evolveCadreRecord = (record: CadreRecord | undefined, event: CadreEvent): CadreRecord | undefined => {
  if (event.type === 'CadreRegistered') {
    const { cadreId, kind, personRef, phoneRef, gender, unitId, unitPath, roles } = event.data;
    const onCall = kind !== 'LAY_MEDIATOR';
    return derived({
      cadreId,
      kind,
      personRef,
      phoneRef,
      gender,
      unitId,
      unitPath,
      roles,
      standingRoles: roles,
      postings: [],
      villages: [],
      townshipPath: undefined,
      certificates: [],
      leave: [],
      awaitingPost: false,
      // all time that is not on site is on call (`docs/domain.md §2.4`)
      onCall,
      reachable: onCall,
      kin: [],
    });
  }
  if (record === undefined) return undefined;
  switch (event.type) {
    case 'PostingStarted': {
      const { cadreId: _, ...posting } = event.data;
      return derived({ ...record, postings: [...record.postings, posting] });
    }
    case 'PostingEnded': {
      const { postingId, to } = event.data;
      const postings = record.postings.map((posting) =>
        posting.postingId === postingId ? { ...posting, to } : posting,
      );
      return derived({ ...record, postings });
    }
    case 'CertificateIssued':
    case 'CertificateRenewed':
      return withCertificate(record, event.data);
    case 'CertificateRevoked': {
      const certificates = record.certificates.map((certificate) =>
        certificate.skill === event.data.skill ? { ...certificate, revokedAt: event.occurredAt } : certificate,
      );
      return { ...record, certificates };
    }
    case 'KinDeclared':
      return { ...record, kin: [...new Set([...record.kin, event.data.partyId])] };
    case 'LeaveApproved': {
      const { leaveId, from, to, substitute } = event.data;
      return { ...record, leave: [...record.leave, { leaveId, from, to, substitute }] };
    }
    case 'LeaveCancelled': {
      const back = event.occurredAt;
      // leave already begun is cut short, not undone
      const leave = record.leave.flatMap((one) =>
        one.leaveId !== event.data.leaveId ? [one] : one.from < back ? [{ ...one, to: Math.min(one.to, back) }] : [],
      );
      return { ...record, leave };
    }
    case 'AwaitingPostSet':
      return { ...record, awaitingPost: event.data.awaitingPost };
    case 'OnCallChanged':
      return { ...record, onCall: event.data.onCall, reachable: event.data.reachable };
    // expiry follows from `validTo`, whether or not it has been written down
    case 'CertificateExpired':
    case 'LeaveRequested':
    case 'HandoverRequired':
    case 'TaskHandedOver':
    case 'HandoverUnmet':
    case 'HandoverSettled':
    case 'LeaveBegun':
      return record;
    default:
      return record;
  }
};

export const isValid = (certificate: Certificate, at: Instant): boolean =>
  certificate.validFrom <= at &&
  at < certificate.validTo &&
  (certificate.revokedAt === undefined || at < certificate.revokedAt);

/** Level of the certificate valid at that instant; 0 without one. */
export const levelOf = (record: CadreRecord, skill: SkillCode, at: Instant): SkillLevel | 0 =>
  record.certificates.find((certificate) => certificate.skill === skill && isValid(certificate, at))?.level ?? 0;

/** H2 of `docs/domain.md §8`: a certificate valid at that instant, of at least that level. */
export const holds = (record: CadreRecord, skill: SkillCode, at: Instant, minLevel: number = 1): boolean =>
  levelOf(record, skill, at) >= minLevel;

/** On leave at some instant from `from` up to and including `to`. */
export const isOnLeave = (record: CadreRecord, from: Instant, to: Instant = from): boolean =>
  record.leave.some((leave) => leave.from <= to && from < leave.to);

/** The one accountable for a case is always a cadre or the staff beside them. */
export const canLead = (record: CadreRecord): boolean => record.kind !== 'LAY_MEDIATOR';

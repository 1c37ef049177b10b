import type { Event, Instant } from '#kernel';
import type { RoleCode, SkillCode } from '#policy';
import type { HandoverEvent } from './handover.events.js';

/** Lay mediators are no cadres: they mediate but never lead a case (`docs/domain.md §2.3`). */
export const CADRE_KINDS = ['CADRE', 'STAFF', 'LAY_MEDIATOR'] as const;
export type CadreKind = (typeof CADRE_KINDS)[number];

export type Gender = 'FEMALE' | 'MALE';

/** 1 初级, 2 中级, 3 高级. */
export const LEVELS = [1, 2, 3] as const;
export type SkillLevel = (typeof LEVELS)[number];

/** What a certificate rests on. A document stays where it is; the log keeps where to find it and its hash. */
export type CertificateEvidence =
  | { readonly kind: 'DOCUMENT'; readonly reference: string; readonly sha256: string }
  | { readonly kind: 'EXAM'; readonly sessionId: string }
  | { readonly kind: 'SERVICE_USES'; readonly count: number };

export const REVOCATION_REASONS = ['OBTAINED_BY_DECEIT', 'ISSUED_IN_ERROR', 'SERIOUS_FAULT'] as const;
export type RevocationReason = (typeof REVOCATION_REASONS)[number];

type Id = { readonly cadreId: string };

export type CadreRegisteredData = Id & {
  readonly kind: CadreKind;
  /** Entry of the identity vault with name and phone; the log holds neither. */
  readonly personRef: string;
  /** Entry with the service phone residents are told, where it is not the person's own. */
  readonly phoneRef?: string;
  /** Standing roles; those of a posting come and go with it. */
  readonly roles: readonly RoleCode[];
  readonly unitId: string;
  /** Path of the unit: `/county/T01/T01-STABILITY_MEDIATION`. */
  readonly unitPath: string;
  readonly gender?: Gender;
};

export type CertificateIssuedData = Id & {
  readonly skill: SkillCode;
  readonly level: SkillLevel;
  /** 00:00 of the first day. */
  readonly validFrom: Instant;
  /** 24:00 of the last day: at this instant it has expired. */
  readonly validTo: Instant;
  readonly evidence: CertificateEvidence;
};

export type CadreEvent =
  | Event<'CadreRegistered', CadreRegisteredData>
  | Event<
      'PostingStarted',
      Id & {
        readonly postingId: string;
        readonly role: RoleCode;
        /** The village, enterprise or unit served. */
        readonly path: string;
        /** Lives there (住村): a cadre has one such posting at a time. */
        readonly residence: boolean;
        readonly from: Instant;
      }
    >
  | Event<'PostingEnded', Id & { readonly postingId: string; readonly path: string; readonly to: Instant }>
  | Event<'CertificateIssued', CertificateIssuedData>
  | Event<'CertificateRenewed', CertificateIssuedData>
  | Event<'CertificateExpired', Id & { readonly skill: SkillCode; readonly validTo: Instant }>
  | Event<'CertificateRevoked', Id & { readonly skill: SkillCode; readonly reason: RevocationReason }>
  | Event<'KinDeclared', Id & { readonly partyId: string }>
  | Event<
      'LeaveRequested',
      Id & { readonly leaveId: string; readonly from: Instant; readonly to: Instant; readonly substitute?: string }
    >
  | Event<
      'LeaveApproved',
      Id & {
        readonly leaveId: string;
        readonly from: Instant;
        readonly to: Instant;
        readonly substitute: string;
        /** Its start is waited for: long enough for what comes to him until then to be handed over too. */
        readonly followed?: true;
      }
    >
  | HandoverEvent
  | Event<'LeaveCancelled', Id & { readonly leaveId: string }>
  | Event<'AwaitingPostSet', Id & { readonly awaitingPost: boolean }>
  | Event<'OnCallChanged', Id & { readonly onCall: boolean; readonly reachable: boolean }>;

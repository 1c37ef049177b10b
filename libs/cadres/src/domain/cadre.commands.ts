import type { Command, Instant, Rung } from '#kernel';
import type { SkillCode } from '#policy';
import type { CadreKind, CertificateEvidence, Gender, RevocationReason } from './cadre.events.js';

export interface Registration {
  readonly cadreId: string;
  readonly kind: CadreKind;
  readonly personRef: string;
  readonly phoneRef?: string;
  readonly roles: readonly string[];
  readonly unitId: string;
  readonly unitPath: string;
  readonly gender?: Gender;
}

export interface NewPosting {
  readonly postingId: string;
  readonly role: string;
  readonly path: string;
  readonly from: Instant;
}

export interface RecognisedCertificate {
  readonly skill: SkillCode;
  readonly level: number;
  /** Any instant of the first day. */
  readonly validFrom: Instant;
  readonly evidence: CertificateEvidence;
}

/** A passed short exam, or service uses, which the log itself is asked about. */
export type RenewalGround = { readonly kind: 'EXAM'; readonly sessionId: string } | { readonly kind: 'SERVICE_USES' };

export type RegisterCadre = Command<'RegisterCadre', Registration>;
export type StartPosting = Command<'StartPosting', NewPosting>;
export type EndPosting = Command<'EndPosting', { readonly postingId: string; readonly to: Instant }>;
/** How a first certificate enters: by a document, without an exam of ours (`docs/domain.md §2.3`). */
export type RecogniseCertificate = Command<'RecogniseCertificate', RecognisedCertificate>;
export type RenewCertificate = Command<
  'RenewCertificate',
  { readonly skill: SkillCode; readonly level?: number; readonly by: RenewalGround }
>;
/** Order of the certificate watch; `due` is the end of validity it was made for. */
export type ExpireCertificate = Command<'ExpireCertificate', { readonly skill: SkillCode; readonly due: Instant }>;
export type RevokeCertificate = Command<
  'RevokeCertificate',
  { readonly skill: SkillCode; readonly reason: RevocationReason }
>;
export type DeclareKin = Command<'DeclareKin', { readonly partyId: string }>;
export type RequestLeave = Command<
  'RequestLeave',
  { readonly leaveId: string; readonly from: Instant; readonly to: Instant; readonly substitute?: string }
>;
export type ApproveLeave = Command<'ApproveLeave', { readonly leaveId: string; readonly substitute?: string }>;
export type CancelLeave = Command<'CancelLeave', { readonly leaveId: string }>;
/** From the process of the leave: a handover is due, or the leave begins. */
export type FollowLeave = Command<'FollowLeave', Rung>;
export type SetAwaitingPost = Command<'SetAwaitingPost', { readonly awaitingPost: boolean }>;
export type ChangeOnCall = Command<'ChangeOnCall', { readonly onCall: boolean; readonly reachable: boolean }>;
/** Registration, postings and first certificates in one append, by the same rules: how a county enters. */
export type RegisterCadreWithRecord = Command<
  'RegisterCadreWithRecord',
  {
    readonly registration: Registration;
    readonly postings: readonly NewPosting[];
    readonly certificates: readonly RecognisedCertificate[];
  }
>;

export type CadreCommand =
  | RegisterCadre
  | RegisterCadreWithRecord
  | StartPosting
  | EndPosting
  | RecogniseCertificate
  | RenewCertificate
  | ExpireCertificate
  | RevokeCertificate
  | DeclareKin
  | RequestLeave
  | ApproveLeave
  | CancelLeave
  | FollowLeave
  | SetAwaitingPost
  | ChangeOnCall;

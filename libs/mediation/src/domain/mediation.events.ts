import type { Event, Instant } from '#kernel';
import type { Tier } from '#policy';
import type { Limit } from '#working-time';
import type { FollowUp, FollowUpEvent } from './follow-up.events.js';
import type {
  AgreementRoute,
  CadreId,
  MediationIds,
  PartyId,
  RemedyRoute,
  SealedText,
  SignerId,
  Term,
} from './mediation-types.js';

export type SessionForm = 'JOINT' | 'SEPARATE';
export type SignatureManner = 'SIGNATURE' | 'FINGERPRINT';

/** What the case asks for when it asks for mediation; everything the mediation must know of it. */
export interface Proposal extends MediationIds {
  readonly caseNo: string;
  readonly typeCode: string;
  readonly tier: Tier;
  readonly round: number;
  readonly parties: readonly PartyId[];
  /** A dispute likely to flare up: sessions at short notice. */
  readonly urgent: boolean;
  /** Tenure, or money above the policy's bound: no oral agreement. */
  readonly writtenOnly: boolean;
  /** At least one woman mediates. */
  readonly womanMediator: boolean;
  /** Of a dispute of several townships: each sends a mediator of its own beside the county's, who leads. */
  readonly panel?: readonly string[];
  readonly policyVersion: number;
}

export type MediationProposed = Event<'MediationProposed', Proposal>;
/** `all`: with this one everybody has consented. */
export type PartyConsented = Event<
  'PartyConsented',
  MediationIds & { readonly party: PartyId; readonly by: CadreId; readonly all: boolean }
>;
export type PartyDeclined = Event<'PartyDeclined', MediationIds & { readonly party: PartyId; readonly by: CadreId }>;
/** Nobody answered in time: taken as a refusal, and said so by the case. */
export type ConsentLapsed = Event<'ConsentLapsed', MediationIds>;
export type MediatorProposed = Event<
  'MediatorProposed',
  MediationIds & {
    readonly mediatorId: CadreId;
    readonly woman: boolean;
    /** 1, 2, …: the parties are asked anew with each. */
    readonly offer: number;
    /** After the policy's number of offers the director names one. */
    readonly named: boolean;
    /** The township that he sits on a joint panel for; none where he mediates alone or leads it. */
    readonly township?: string;
    readonly by: CadreId;
  }
>;
/** `all`: with this one every party accepts; he (or she) mediates. */
export type MediatorAccepted = Event<
  'MediatorAccepted',
  MediationIds & {
    readonly mediatorId: CadreId;
    readonly party: PartyId;
    readonly by: CadreId;
    readonly all: boolean;
    readonly township?: string;
  }
>;
export type MediatorRefused = Event<
  'MediatorRefused',
  MediationIds & { readonly mediatorId: CadreId; readonly party: PartyId; readonly by: CadreId }
>;
/** Told before the first session: voluntary, free, equal; court at any time. */
export type RightsInformed = Event<'RightsInformed', MediationIds & { readonly by: CadreId }>;
export type SessionScheduled = Event<
  'SessionScheduled',
  MediationIds & {
    /** 1, 2, … within the mediation; a session that is moved keeps its number. */
    readonly session: number;
    readonly startsAt: Instant;
    readonly endsAt: Instant;
    readonly form: SessionForm;
    /** With whom; all of them where it is joint. */
    readonly parties: readonly PartyId[];
    /** Open to others, as the parties wish. */
    readonly open: boolean;
    readonly by: CadreId;
    /** Where nobody chose the time: it was moved by itself. */
    readonly because?: 'MEDIATOR_ON_LEAVE';
  }
>;
export type SessionHeld = Event<
  'SessionHeld',
  MediationIds & {
    readonly session: number;
    readonly form: SessionForm;
    readonly attended: readonly PartyId[];
    readonly minutes: SealedText;
    readonly by: CadreId;
  }
>;
/** As all parties agree; the case's limit to resolve moves by so much, counted from its due (`docs/domain.md §5.2`). */
export type MediationExtended = Event<
  'MediationExtended',
  MediationIds & {
    readonly limit: Limit;
    readonly parties: readonly PartyId[];
    readonly reason: SealedText;
    readonly by: CadreId;
  }
>;
/** Violence is never mediated: this ends it. */
export type ViolenceSignNoted = Event<
  'ViolenceSignNoted',
  MediationIds & { readonly note: SealedText; readonly by: CadreId }
>;
export type RemediesInformed = Event<
  'RemediesInformed',
  MediationIds & { readonly routes: readonly (RemedyRoute | AgreementRoute)[]; readonly by: CadreId }
>;
export type MediationTerminated = Event<
  'MediationTerminated',
  MediationIds & {
    readonly because: 'PARTY' | 'VIOLENCE' | 'CASE';
    readonly party?: PartyId;
    readonly reason?: SealedText;
    readonly by: CadreId;
  }
>;
export type MediationFailed = Event<
  'MediationFailed',
  MediationIds & {
    readonly because: 'NO_AGREEMENT' | 'TIER_RAISED';
    readonly note?: SealedText;
    readonly by: CadreId;
  }
>;
export type OralAgreementReached = Event<
  'OralAgreementReached',
  MediationIds & {
    readonly terms: readonly Term[];
    readonly content: SealedText;
    readonly mediatorId: CadreId;
    /** Agreements of before it was followed have none. */
    readonly followUp?: FollowUp;
  }
>;
/** A new draft voids the signatures under the one before. */
export type AgreementDrafted = Event<
  'AgreementDrafted',
  MediationIds & {
    readonly draft: number;
    readonly terms: readonly Term[];
    /** Main facts, issues, responsibilities and the words of each term, as one sealed JSON text (`AgreementContent`). */
    readonly content: SealedText;
    readonly by: CadreId;
  }
>;
export type AgreementSigned = Event<
  'AgreementSigned',
  MediationIds & {
    readonly draft: number;
    readonly signer: SignerId;
    readonly as: 'PARTY' | 'MEDIATOR';
    readonly manner: SignatureManner;
    readonly by: CadreId;
  }
>;
export type AgreementSealed = Event<'AgreementSealed', MediationIds & { readonly draft: number; readonly by: CadreId }>;
export type AgreementEffective = Event<
  'AgreementEffective',
  MediationIds & {
    readonly draft: number;
    readonly terms: readonly Term[];
    readonly signedBy: readonly string[];
    /** Agreements of before it was followed have none. */
    readonly followUp?: FollowUp;
  }
>;

export type MediationEvent =
  | MediationProposed
  | PartyConsented
  | PartyDeclined
  | ConsentLapsed
  | MediatorProposed
  | MediatorAccepted
  | MediatorRefused
  | RightsInformed
  | SessionScheduled
  | SessionHeld
  | MediationExtended
  | ViolenceSignNoted
  | RemediesInformed
  | MediationTerminated
  | MediationFailed
  | OralAgreementReached
  | AgreementDrafted
  | AgreementSigned
  | AgreementSealed
  | AgreementEffective
  | FollowUpEvent;

/** Fields that hold free text: sealed under the case's key before an event is stored. */
export const SEALED_FIELDS: { readonly [Type in MediationEvent['type']]?: readonly string[] } = {
  SessionHeld: ['minutes'],
  MediationExtended: ['reason'],
  ViolenceSignNoted: ['note'],
  MediationTerminated: ['reason'],
  MediationFailed: ['note'],
  OralAgreementReached: ['content'],
  AgreementDrafted: ['content'],
  TermPerformed: ['note'],
  ConfirmationGranted: ['note'],
  ConfirmationRefused: ['note'],
};

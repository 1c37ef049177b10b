import type { Event, Instant } from '#kernel';
import type { Tier } from '#policy';
import type { LocalDay } from '#working-time';

export type MediationId = string;
export type CaseId = string;
export type PartyId = string;
export type CadreId = string;
/** A party, or the mediator. */
export type SignerId = string;
/** Free text of people: plain while a command is decided, ciphertext under the case's key in every stored event. */
export type SealedText = string;

/** What one party owes another under an agreement; the words of it stand in the agreement's sealed content. */
export interface Term {
  /** 1, 2, … within the agreement. */
  readonly term: number;
  readonly obligor: PartyId;
  /** In fen, where money is owed. */
  readonly amount?: number;
  /** Last day to perform it. */
  readonly dueOn: LocalDay;
}

/** Ways that stay open to the parties when mediation ends without an agreement (`docs/domain.md §5.2`). */
export type RemedyRoute = 'ARBITRATION' | 'ADMINISTRATIVE' | 'COURT';
export type SessionForm = 'JOINT' | 'SEPARATE';
export type SignatureManner = 'SIGNATURE' | 'FINGERPRINT';

/** What the case asks for when it asks for mediation; everything the mediation must know of it. */
export interface Proposal {
  readonly mediationId: MediationId;
  readonly caseId: CaseId;
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
  readonly policyVersion: number;
}

type Ids = Pick<Proposal, 'mediationId' | 'caseId'>;

export type MediationProposed = Event<'MediationProposed', Proposal>;
/** `all`: with this one everybody has consented. */
export type PartyConsented = Event<
  'PartyConsented',
  Ids & { readonly party: PartyId; readonly by: CadreId; readonly all: boolean }
>;
export type PartyDeclined = Event<'PartyDeclined', Ids & { readonly party: PartyId; readonly by: CadreId }>;
/** Nobody answered in time: taken as a refusal, and said so by the case. */
export type ConsentLapsed = Event<'ConsentLapsed', Ids>;
export type MediatorProposed = Event<
  'MediatorProposed',
  Ids & {
    readonly mediatorId: CadreId;
    readonly woman: boolean;
    /** 1, 2, …: the parties are asked anew with each. */
    readonly offer: number;
    /** After the policy's number of offers the director names one. */
    readonly named: boolean;
    readonly by: CadreId;
  }
>;
/** `all`: with this one every party accepts; he (or she) mediates. */
export type MediatorAccepted = Event<
  'MediatorAccepted',
  Ids & { readonly mediatorId: CadreId; readonly party: PartyId; readonly by: CadreId; readonly all: boolean }
>;
export type MediatorRefused = Event<
  'MediatorRefused',
  Ids & { readonly mediatorId: CadreId; readonly party: PartyId; readonly by: CadreId }
>;
/** Told before the first session: voluntary, free, equal; court at any time. */
export type RightsInformed = Event<'RightsInformed', Ids & { readonly by: CadreId }>;
export type SessionScheduled = Event<
  'SessionScheduled',
  Ids & {
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
  }
>;
export type SessionHeld = Event<
  'SessionHeld',
  Ids & {
    readonly session: number;
    readonly form: SessionForm;
    readonly attended: readonly PartyId[];
    readonly minutes: SealedText;
    readonly by: CadreId;
  }
>;
/** Violence is never mediated: this ends it. */
export type ViolenceSignNoted = Event<'ViolenceSignNoted', Ids & { readonly note: SealedText; readonly by: CadreId }>;
export type RemediesInformed = Event<
  'RemediesInformed',
  Ids & { readonly routes: readonly RemedyRoute[]; readonly by: CadreId }
>;
export type MediationTerminated = Event<
  'MediationTerminated',
  Ids & {
    readonly because: 'PARTY' | 'VIOLENCE' | 'CASE';
    readonly party?: PartyId;
    readonly reason?: SealedText;
    readonly by: CadreId;
  }
>;
export type MediationFailed = Event<
  'MediationFailed',
  Ids & {
    readonly because: 'NO_AGREEMENT' | 'TIER_RAISED';
    readonly note?: SealedText;
    readonly by: CadreId;
  }
>;
export type OralAgreementReached = Event<
  'OralAgreementReached',
  Ids & { readonly terms: readonly Term[]; readonly content: SealedText; readonly mediatorId: CadreId }
>;
/** A new draft voids the signatures under the one before. */
export type AgreementDrafted = Event<
  'AgreementDrafted',
  Ids & {
    readonly draft: number;
    readonly terms: readonly Term[];
    /** Main facts, issues, responsibilities and the words of each term, as one sealed JSON text (`AgreementContent`). */
    readonly content: SealedText;
    readonly by: CadreId;
  }
>;
export type AgreementSigned = Event<
  'AgreementSigned',
  Ids & {
    readonly draft: number;
    readonly signer: SignerId;
    readonly as: 'PARTY' | 'MEDIATOR';
    readonly manner: SignatureManner;
    readonly by: CadreId;
  }
>;
export type AgreementSealed = Event<'AgreementSealed', Ids & { readonly draft: number; readonly by: CadreId }>;
export type AgreementEffective = Event<
  'AgreementEffective',
  Ids & { readonly draft: number; readonly terms: readonly Term[]; readonly signedBy: readonly string[] }
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
  | ViolenceSignNoted
  | RemediesInformed
  | MediationTerminated
  | MediationFailed
  | OralAgreementReached
  | AgreementDrafted
  | AgreementSigned
  | AgreementSealed
  | AgreementEffective;

/** Fields that hold free text: sealed under the case's key before an event is stored. */
export const SEALED_FIELDS: { readonly [Type in MediationEvent['type']]?: readonly string[] } = {
  SessionHeld: ['minutes'],
  ViolenceSignNoted: ['note'],
  MediationTerminated: ['reason'],
  MediationFailed: ['note'],
  OralAgreementReached: ['content'],
  AgreementDrafted: ['content'],
};

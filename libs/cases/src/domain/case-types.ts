import type { Instant } from '#kernel';
import type { Channel, Confidentiality, Priority, Produce, ProfileCode, PromisedLimit, RiskLevel, Tier } from '#policy';

export type CaseId = string;
export type CadreId = string;
export type PartyId = string;
export type VillageId = string;
export type TownshipId = string;
export type UnitId = string;

/** Free text of people: plain while a command is decided, ciphertext under the case's key in every stored event. */
export type SealedText = string;

/** `docs/domain.md §5.1`; `NONE` is a case that does not exist yet. */
export type CaseStage =
  | 'NONE'
  | 'REGISTERED'
  | 'ACCEPTED'
  | 'ASSIGNED'
  | 'ACKNOWLEDGED'
  | 'IN_PROGRESS'
  | 'IN_MEDIATION'
  | 'SUSPENDED'
  | 'RESOLVED'
  | 'COUNTY_REVIEW'
  | 'CLOSED'
  | 'REJECTED'
  | 'TRANSFERRED_OUT'
  | 'WITHDRAWN'
  | 'MERGED';

export type CloseOutcome = 'SOLVED' | 'AGREED' | 'ANSWERED' | 'EXPLAINED' | 'NOT_AGREED_GUIDED' | 'REFUSED_BY_LAW';

export interface Party {
  readonly partyId: PartyId;
  readonly side: 'REPORTER' | 'APPLICANT' | 'RESPONDENT' | 'OTHER';
  /** Minor, elder of 80 or more, disabled (§4.3). */
  readonly vulnerable: boolean;
  readonly householdId?: string;
}

export interface Place {
  readonly townshipId: TownshipId;
  /** Villages concerned, the first is where the case lies. */
  readonly villageIds: readonly VillageId[];
  /** Townships concerned besides the first. */
  readonly otherTownships: readonly TownshipId[];
  /** Centre that handles the case, in its township and at the county. */
  readonly centre: UnitId;
  readonly countyCentre: UnitId;
}

/** What a person at the intake saw (§4.4). */
export interface RiskSigns {
  /** 0 none, 1 a sign of violence, 2 grave. */
  readonly violence: 0 | 1 | 2;
  /** People gathered at one place. */
  readonly gathered: number;
  /** Earlier disputes of the same kind between the same sides within the policy's days. */
  readonly relapses: number;
  readonly threatToLife: boolean;
  readonly weapon: boolean;
}

export interface Risk {
  readonly score: number;
  readonly level: RiskLevel;
  /** Points by factor; forced RED names its reason with 0 points. */
  readonly factors: Readonly<Record<string, number>>;
}

/** Whom a complaint is about: they never see, handle or hear of the case, nor does their centre (§4.5). */
export interface Complaint {
  readonly targets: readonly CadreId[];
  readonly centres: readonly UnitId[];
}

export interface CaseFile {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly typeCode: string;
  readonly channel: Channel;
  readonly profile: ProfileCode;
  readonly priority: Priority;
  readonly tier: Tier;
  readonly confidentiality: Confidentiality;
  readonly place: Place;
  readonly parties: readonly Party[];
  readonly anonymous: boolean;
  readonly produce?: Produce;
  /** In fen. */
  readonly amount?: number;
  readonly preferredCadreId?: CadreId;
  readonly complaint?: Complaint;
  /** 0–99, drawn from the case id: below the profile's percentage the case is reviewed (§5.1). */
  readonly reviewDraw: number;
  readonly registeredAt: Instant;
  readonly policyVersion: number;
  /** Public promises that were in force when it was registered; later ones do not touch it. */
  readonly promised?: readonly PromisedLimit[];
}

/** Somebody told: a person, or whoever holds the role at the unit when the notice goes out. */
export type Recipient = { readonly cadreId: CadreId } | { readonly role: string; readonly unit: UnitId };

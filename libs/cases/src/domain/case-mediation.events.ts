import type { Event, Instant } from '#kernel';
import type { Channel, PolicySet, Tier } from '#policy';
import type { CadreId, CaseId, Party, PartyId, Recipient, SealedText, Complaint } from './case-types.js';
import type { StepClock } from './step-clock.js';

interface Clocks {
  readonly clocks: readonly StepClock[];
}

export type MediationOutcome = 'AGREED' | 'FAILED' | 'TERMINATED' | 'DECLINED';
/** Carries all that the mediation's own stream opens with (`docs/domain.md §5.2`). */
export type MediationRequested = Event<
  'MediationRequested',
  Clocks & {
    readonly by: CadreId;
    readonly mediationId: string;
    readonly caseNo: string;
    readonly typeCode: string;
    readonly tier: Tier;
    readonly round: number;
    readonly parties: readonly PartyId[];
    readonly urgent: boolean;
    readonly writtenOnly: boolean;
    readonly womanMediator: boolean;
    /** Townships that each send a mediator to a joint panel. */
    readonly panel?: readonly string[];
    readonly policyVersion: PolicySet['version'];
  }
>;
/** Every party has consented. */
export type MediationConsented = Event<'MediationConsented', { readonly mediationId: string }>;
export type ConsentReminded = Event<
  'ConsentReminded',
  { readonly mediationId: string; readonly round: number; readonly to: readonly Recipient[] }
>;
export type MediatorAppointed = Event<
  'MediatorAppointed',
  /** `township`: whom he sits for on a joint panel, which another leads. */
  { readonly mediationId: string; readonly mediatorId: CadreId; readonly township?: string }
>;
export type MediationConcluded = Event<
  'MediationConcluded',
  Clocks & {
    readonly mediationId: string;
    readonly outcome: MediationOutcome;
    readonly tier: Tier;
    /** Where the case ends what its mediation's own stream does not know of yet. */
    readonly endedByCase?: 'TIER_RAISED' | 'CONSENT_LAPSED' | 'CASE';
    readonly violence?: true;
  }
>;
export type MediationBar = 'CRIMINAL' | 'COURT' | 'POLICE' | 'OTHER_AUTHORITY';
/** Not mediable: the matter is for others to decide (`docs/domain.md §4.3`). */
export type MediationBarred = Event<
  'MediationBarred',
  { readonly by: CadreId; readonly bar: MediationBar; readonly note: SealedText }
>;
export type RaiseReason = 'BUDGET' | 'MEDIATION_FAILED' | 'HANDLER' | 'LEADER' | 'PARTIES' | 'OFFER_TAKEN';
export type TierRaised = Event<
  'TierRaised',
  Clocks & {
    readonly by: string;
    readonly from: Tier;
    readonly tier: Tier;
    readonly because: RaiseReason;
    readonly reason?: SealedText;
  }
>;
export type TierRaiseObjected = Event<'TierRaiseObjected', { readonly by: CadreId; readonly party: PartyId }>;
/** Once, where mediation ended below the county without going up by itself. */
export type NextTierOffered = Event<
  'NextTierOffered',
  Clocks & { readonly tier: Tier; readonly parties: readonly PartyId[] }
>;
export type TierOfferAnswered = Event<
  'TierOfferAnswered',
  { readonly by: CadreId; readonly party: PartyId; readonly accepts: boolean }
>;
/** Nobody took the offer in time. */
export type TierOfferLapsed = Event<'TierOfferLapsed', { readonly tier: Tier }>;
/** Once: a session is fixed shortly after the budget's end, so the tier keeps the case until then. */
export type TierBudgetStretched = Event<'TierBudgetStretched', Clocks & { readonly until: Instant }>;
/** A sign of violence; the danger is controlled, the dispute is not settled; something else came up. */
export type FollowUpReason = 'VIOLENCE' | 'CONTROLLED' | 'OTHER_MATTER';
/** Another case takes up what this one may not go on with. */
export type FollowUpCaseOpened = Event<
  'FollowUpCaseOpened',
  {
    readonly followUp: CaseId;
    readonly typeCode: string;
    readonly channel: Channel;
    readonly because: FollowUpReason;
    readonly caseNo: string;
    readonly villageIds: readonly string[];
    readonly parties: readonly Party[];
    readonly anonymous?: true;
    /** In fen. */
    readonly amount?: number;
    readonly complaint?: Complaint;
  }
>;
export type CaseMediationEvent =
  | MediationRequested
  | MediationConsented
  | ConsentReminded
  | MediatorAppointed
  | MediationConcluded
  | MediationBarred
  | TierRaised
  | TierRaiseObjected
  | NextTierOffered
  | TierOfferAnswered
  | TierOfferLapsed
  | TierBudgetStretched
  | FollowUpCaseOpened;

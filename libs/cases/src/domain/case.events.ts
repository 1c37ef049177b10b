import type { Event, Instant } from '#kernel';
import type { LadderLevel, SkillCode, Tier } from '#policy';
import type { AssignmentDecision, RelaxationStep } from './assignment.types.js';
import type {
  CadreId,
  CaseFile,
  CloseOutcome,
  PartyId,
  Recipient,
  Risk,
  SealedText,
  TownshipId,
  UnitId,
} from './case-types.js';
import type { CaseAgencyEvent } from './case-agency.events.js';
import type { CaseDutyEvent, MayStartClocks } from './case-duty.events.js';
import type { CaseProtectionEvent } from './case-protection.events.js';
import type { CaseReviewEvent } from './case-review.events.js';
import type { CaseLinkEvent } from './case-link.events.js';
import type { PriorityRaised } from './case-priority.events.js';
import type { CaseRiskEvent, RiskWatch } from './case-risk.events.js';
import type { CasePetitionEvent } from './case-petition.events.js';
import type { CaseMediationEvent } from './case-mediation.events.js';
import type { CaseStandingEvent } from './case-standing.events.js';
import type { CaseStep, StepClock } from './step-clock.js';

/** Clocks that start, or are set anew, with an event; which clocks an event ends is told by its type (`clocks.ts`). */
interface Clocks {
  readonly clocks: readonly StepClock[];
}

/** The rung that fired: identical for every attempt to issue it. */
export interface FiredRung {
  readonly step: CaseStep;
  readonly round: number;
  readonly attempt: number;
  readonly to: readonly Recipient[];
}

export type ReassignReason = 'ACK_OVERDUE' | 'ORDER' | 'DIRECTOR' | 'LEAVE' | 'RECUSAL';

export interface Responsibility {
  readonly handler: CadreId;
  readonly coHandlers: readonly CadreId[];
  readonly decision: AssignmentDecision;
}

/** An urgent case was taken to somebody by a published roster: which place's, when, and by when he is to answer. */
export interface DutyCall {
  /** Township, or `county`. */
  readonly place: string;
  readonly cadreId: CadreId;
  readonly calledAt: Instant;
  readonly answerBy: Instant;
}

export type CaseRegistered = Event<
  'CaseRegistered',
  Omit<CaseFile, 'registeredAt'> & Clocks & { readonly summary: SealedText; readonly externalRef?: string }
>;
export type CaseAccepted = Event<
  'CaseAccepted',
  /** `newFacts`: of a petition that speaks of one which is final. */
  Clocks & { readonly by: CadreId; readonly newFacts?: SealedText }
>;
export type RiskAssessed = Event<'RiskAssessed', Risk & MayStartClocks & { readonly watch?: RiskWatch }>;
export type CaseRejected = Event<
  'CaseRejected',
  MayStartClocks & { readonly by: CadreId; readonly reason: string; readonly guidance: SealedText }
>;
export type CaseAssigned = Event<'CaseAssigned', Clocks & Responsibility & { readonly by: CadreId }>;
export type AssignmentRelaxed = Event<
  'AssignmentRelaxed',
  /** `place`: whose people were asked first, a township or the county. */
  { readonly step: RelaxationStep; readonly missingSkill?: SkillCode; readonly place?: TownshipId }
>;
export type CaseReassigned = Event<
  'CaseReassigned',
  Clocks & Responsibility & { readonly by: CadreId; readonly from: CadreId; readonly reason: ReassignReason }
>;
/** The handler is on leave and nobody may take the case: the director has to find somebody. */
export type SubstituteMissing = Event<
  'SubstituteMissing',
  { readonly from: CadreId; readonly to: readonly Recipient[] }
>;
export type AssignmentDeclined = Event<
  'AssignmentDeclined',
  Clocks & {
    readonly by: CadreId;
    readonly reason: DeclineReason;
    readonly note?: SealedText;
    readonly called?: DutyCall;
  }
>;
export type DeclineReason = 'CONFLICT' | 'OVERLOAD' | 'NO_SKILL';
export type CaseAcknowledged = Event<
  'CaseAcknowledged',
  /** `resumed`: a first response made in this round stands, whoever takes over. */
  Clocks & { readonly by: CadreId; readonly resumed: boolean; readonly called?: DutyCall }
>;
export type ContactKind = 'CALL' | 'VISIT' | 'ON_SITE' | 'WINDOW' | 'RECEIPT_CODE';
export type FirstResponseRecorded = Event<
  'FirstResponseRecorded',
  { readonly by: CadreId; readonly contact: ContactKind; readonly note: SealedText; readonly claimed: boolean }
>;
export type ProgressRecorded = Event<'ProgressRecorded', { readonly by: CadreId; readonly note: SealedText }>;
export type LimitExtended = Event<
  'LimitExtended',
  Clocks & {
    readonly by: CadreId;
    readonly reason?: SealedText;
    /** All its parties agreed to it; why is said there. */
    readonly mediationId?: string;
  }
>;
export type CaseResolved = Event<
  'CaseResolved',
  Clocks & {
    readonly by: CadreId;
    readonly caseNo: string;
    readonly round: number;
    readonly outcome: CloseOutcome;
    readonly result: SealedText;
    readonly skillsUsed: readonly SkillCode[];
    /** People who are asked how it went; empty where nobody is (sampled out, anonymous, petition). */
    readonly reviewed: readonly PartyId[];
    readonly handlers: readonly CadreId[];
    /** Besides, nobody of these asks them. */
    readonly keptOut?: readonly CadreId[];
    readonly centre: UnitId;
    /** Nobody wrote a result: an agreement was not followed up in time, or mediation has nothing left to offer. */
    readonly automatic?: true;
  }
>;
export type CaseTransferredOut = Event<
  'CaseTransferredOut',
  MayStartClocks & { readonly by: CadreId; readonly body: string; readonly note: SealedText }
>;
export type CaseWithdrawn = Event<
  'CaseWithdrawn',
  /** Why stands in `WithdrawalRequested` where a callback clerk had to ask first. */
  { readonly by: string; readonly reason?: SealedText; readonly freeWillConfirmedBy?: CadreId }
>;
export type CaseClosed = Event<'CaseClosed', { readonly outcome: CloseOutcome; readonly rating?: number }>;
export type CaseReopened = Event<
  'CaseReopened',
  Clocks & {
    readonly round: number;
    readonly tier: Tier;
    /** Whoever handled an earlier round does not handle this one. */
    readonly excluded: readonly CadreId[];
    /** Leads the round as co-handler (§5.3). */
    readonly ledBy: UnitId;
    readonly because: 'RATING' | 'LATE_RATING' | 'COUNTY_REDO';
    readonly watch?: RiskWatch;
    readonly rating?: number;
  }
>;
export type CountyReviewOpened = Event<
  'CountyReviewOpened',
  Clocks & {
    readonly round: number;
    readonly rating: number;
    /** After the third round only the chair's closing explanation is left. */
    readonly lastWord: boolean;
    readonly to: readonly Recipient[];
  }
>;
export type CountyReviewDecided = Event<
  'CountyReviewDecided',
  {
    readonly verdict: 'UPHELD' | 'REDO';
    readonly chair: CadreId;
    readonly panel: readonly CadreId[];
    readonly reason: SealedText;
    readonly remediesTold: boolean;
  }
>;
export type StepWarned = Event<'StepWarned', FiredRung>;
export type StepOverdue = Event<'StepOverdue', FiredRung & { readonly dueAt: Instant; readonly called?: DutyCall }>;
export type CaseEscalated = Event<
  'CaseEscalated',
  Clocks &
    FiredRung & {
      readonly level: Extract<LadderLevel, 'E2' | 'E3'>;
      /** The leader told at E2 chooses an action until then. */
      readonly actionDueAt?: Instant;
      readonly because: 'OVERDUE' | 'NO_OTHER_CANDIDATE' | 'DISSATISFIED';
    }
>;
export type SupervisionReminded = Event<'SupervisionReminded', Clocks & FiredRung>;
export type EscalationActionTaken = Event<
  'EscalationActionTaken',
  Clocks & {
    readonly step: CaseStep;
    readonly action: EscalationAction;
    readonly by: CadreId;
    readonly reason: SealedText;
    /** Until when E3 is held back (EXTEND and ACCEPT_REASON only). */
    readonly heldUntil?: Instant;
  }
>;
export type EscalationAction = 'REASSIGN' | 'ORDER' | 'EXTEND' | 'ACCEPT_REASON';

export type CaseEvent =
  | CaseRegistered
  | CaseAccepted
  | RiskAssessed
  | CaseRejected
  | CaseAssigned
  | AssignmentRelaxed
  | CaseReassigned
  | SubstituteMissing
  | AssignmentDeclined
  | CaseAcknowledged
  | FirstResponseRecorded
  | ProgressRecorded
  | LimitExtended
  | CaseResolved
  | CaseTransferredOut
  | CaseWithdrawn
  | CaseClosed
  | CaseReopened
  | CountyReviewOpened
  | CountyReviewDecided
  | StepWarned
  | StepOverdue
  | CaseEscalated
  | SupervisionReminded
  | EscalationActionTaken
  | CaseDutyEvent
  | CaseProtectionEvent
  | CaseReviewEvent
  | CaseRiskEvent
  | CaseMediationEvent
  | CasePetitionEvent
  | CaseAgencyEvent
  | CaseStandingEvent
  | CaseLinkEvent
  | PriorityRaised;

/** Fields that hold free text: sealed under the case's key before an event is stored. */
export const SEALED_FIELDS: { readonly [Type in CaseEvent['type']]?: readonly string[] } = {
  CaseRegistered: ['summary'],
  CaseAccepted: ['newFacts'],
  CaseRejected: ['guidance'],
  ReExaminationRequested: ['grounds'],
  ReExaminationAnswered: ['answer'],
  FinalReviewRequested: ['grounds'],
  FinalReviewAnswered: ['answer'],
  WithdrawalRequested: ['reason'],
  AssignmentDeclined: ['note'],
  FirstResponseRecorded: ['note'],
  ProgressRecorded: ['note'],
  LimitExtended: ['reason'],
  CaseResolved: ['result'],
  CaseTransferredOut: ['note'],
  CaseWithdrawn: ['reason'],
  CountyReviewDecided: ['reason'],
  EscalationActionTaken: ['reason'],
  OutsideLawDecided: ['reason'],
  ConfidentialityRaised: ['reason'],
  RecusalDeclared: ['reason'],
  MediationBarred: ['note'],
  TierRaised: ['reason'],
  CaseSuspended: ['note'],
  MergeUndone: ['reason'],
  DuplicateJudged: ['reason'],
  PoliceReported: ['note'],
  RiskChecked: ['note'],
  RiskLowered: ['reason'],
  PoliceResultRecorded: ['note'],
};

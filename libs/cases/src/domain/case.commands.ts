import type { Command, Instant, Rung } from '#kernel';
import type { Channel, Produce, SkillCode } from '#policy';
import type { Limit } from '#working-time';
import type {
  CadreId,
  CaseId,
  CloseOutcome,
  Complaint,
  Party,
  PartyId,
  RiskSigns,
  SealedText,
  VillageId,
} from './case-types.js';
import type { CaseAgencyCommand } from './case-agency.commands.js';
import type { CaseDutyCommand } from './case-duty.commands.js';
import type { CaseProtectionCommand } from './case-protection.commands.js';
import type { CaseReviewCommand } from './case-review.commands.js';
import type { CasePetitionCommand } from './case-petition.commands.js';
import type { CaseLinkCommand } from './case-link.commands.js';
import type { CaseRiskCommand } from './case-risk.commands.js';
import type { MediationBar, MediationOutcome } from './case-mediation.events.js';
import type { SuspendReason } from './case-standing.events.js';
import type { ContactKind, DeclineReason, EscalationAction } from './case.events.js';
import type { CaseStep } from './step-clock.js';

export type RegisterCase = Command<
  'RegisterCase',
  {
    readonly caseId: CaseId;
    readonly typeCode: string;
    readonly channel: Channel;
    readonly externalRef?: string;
    /** The first is where the case lies. */
    readonly villageIds: readonly VillageId[];
    readonly parties: readonly Party[];
    readonly anonymous: boolean;
    readonly summary: SealedText;
    readonly produce?: Produce;
    readonly amount?: number;
    readonly preferredCadreId?: CadreId;
    readonly complaint?: Complaint;
  }
>;
export type AcceptCase = Command<
  'AcceptCase',
  /** `newFacts`: what a petition brings beyond the final one it is linked to. */
  { readonly signs: RiskSigns; readonly newFacts?: SealedText }
>;
export type RejectCase = Command<'RejectCase', { readonly reason: string; readonly guidance: SealedText }>;
/** Without a cadre the best candidate is taken; with one the director assigns by hand (§8 R5). */
export type AssignCase = Command<'AssignCase', { readonly cadreId?: CadreId }>;
export type Acknowledge = Command<'Acknowledge', Record<never, never>>;
export type DeclineAssignment = Command<
  'DeclineAssignment',
  { readonly reason: DeclineReason; readonly note?: SealedText }
>;
export type RecordFirstResponse = Command<
  'RecordFirstResponse',
  { readonly contact: ContactKind; readonly note: SealedText; readonly happenedAt?: Instant }
>;
export type AddProgress = Command<'AddProgress', { readonly note: SealedText }>;
export type ResolveCase = Command<
  'ResolveCase',
  { readonly outcome: CloseOutcome; readonly result: SealedText; readonly skillsUsed: readonly SkillCode[] }
>;
/** Accepted, assigned, acknowledged, answered and resolved on the spot by one person (S-AGI, market day). */
export type HandleImmediately = Command<
  'HandleImmediately',
  { readonly outcome: CloseOutcome; readonly result: SealedText; readonly skillsUsed: readonly SkillCode[] }
>;
export type ExtendLimit = Command<'ExtendLimit', { readonly by: Limit; readonly reason: SealedText }>;
export type ReassignCase = Command<
  'ReassignCase',
  { readonly cadreId?: CadreId; readonly reason: 'ORDER' | 'DIRECTOR' | 'LEAVE' }
>;
/** By reaction, when the handler goes on leave. */
export type HandOverCase = Command<'HandOverCase', { readonly from: CadreId; readonly substitute: CadreId }>;
export type TransferOut = Command<'TransferOut', { readonly body: string; readonly note: SealedText }>;
export type WithdrawCase = Command<'WithdrawCase', { readonly reason: SealedText }>;
/** The review of a round is settled: the lowest rating, or none where nobody could be reached. */
export type ConcludeReview = Command<
  'ConcludeReview',
  { readonly round: number; readonly rating?: number; readonly outsideLaw?: true }
>;
export type ReopenOnLateRating = Command<'ReopenOnLateRating', { readonly round: number; readonly rating: number }>;
export type DecideCountyReview = Command<
  'DecideCountyReview',
  {
    readonly verdict: 'UPHELD' | 'REDO';
    readonly panel: readonly CadreId[];
    readonly reason: SealedText;
    readonly remediesTold: boolean;
  }
>;
/** The order of the case's process: a rung of the ladder has come. */
export type Escalate = Command<'Escalate', Rung>;
export type TakeEscalationAction = Command<
  'TakeEscalationAction',
  {
    readonly step: CaseStep;
    readonly action: EscalationAction;
    readonly reason: SealedText;
    readonly cadreId?: CadreId;
    readonly holdUntil?: Instant;
  }
>;

export type StartMediation = Command<'StartMediation', Record<never, never>>;
export type BarMediation = Command<'BarMediation', { readonly bar: MediationBar; readonly note: SealedText }>;
/** From the mediation, by reaction. */
export type NoteConsents = Command<'NoteConsents', { readonly mediationId: string }>;
export type NoteMediator = Command<
  'NoteMediator',
  { readonly mediationId: string; readonly mediatorId: CadreId; readonly township?: string }
>;
/** All the parties agreed that their mediation may take longer. */
export type NoteExtension = Command<
  'NoteExtension',
  { readonly mediationId: string; readonly limit: Limit; readonly by: CadreId }
>;
export type ConcludeMediation = Command<
  'ConcludeMediation',
  { readonly mediationId: string; readonly outcome: MediationOutcome; readonly violence?: true }
>;
/** By the handler or a leader; `PARTIES`: the parties asked for it. */
export type RaiseTier = Command<
  'RaiseTier',
  { readonly because: 'HANDLER' | 'LEADER' | 'PARTIES'; readonly reason: SealedText }
>;
export type ObjectToRaise = Command<'ObjectToRaise', { readonly party: PartyId }>;
export type AnswerTierOffer = Command<'AnswerTierOffer', { readonly party: PartyId; readonly accepts: boolean }>;
export type SuspendCase = Command<
  'SuspendCase',
  { readonly reason: SuspendReason; readonly note: SealedText; readonly until: Instant }
>;
export type ResumeCase = Command<'ResumeCase', Record<never, never>>;
export type MergeCase = Command<'MergeCase', { readonly into: CaseId }>;
/** From the source, by reaction. */
export type AbsorbCase = Command<
  'AbsorbCase',
  { readonly source: CaseId; readonly sourceNo: string; readonly parties: readonly Party[] }
>;
/** By a person with a reason, or by reaction where the target was over already. */
export type UnmergeCase = Command<'UnmergeCase', { readonly reason: SealedText; readonly targetOver?: true }>;
export type UndoAbsorption = Command<'UndoAbsorption', { readonly source: CaseId }>;
/** The order that follows a new version of the calendar; repeated, it changes nothing. */
export type RecomputeDueTimes = Command<'RecomputeDueTimes', { readonly calendarVersion: number }>;

export type CaseCommand =
  | RegisterCase
  | AcceptCase
  | RejectCase
  | AssignCase
  | Acknowledge
  | DeclineAssignment
  | RecordFirstResponse
  | AddProgress
  | ResolveCase
  | HandleImmediately
  | ExtendLimit
  | ReassignCase
  | HandOverCase
  | TransferOut
  | WithdrawCase
  | ConcludeReview
  | ReopenOnLateRating
  | DecideCountyReview
  | Escalate
  | TakeEscalationAction
  | StartMediation
  | BarMediation
  | NoteConsents
  | NoteMediator
  | NoteExtension
  | ConcludeMediation
  | RaiseTier
  | ObjectToRaise
  | AnswerTierOffer
  | SuspendCase
  | ResumeCase
  | MergeCase
  | AbsorbCase
  | UnmergeCase
  | UndoAbsorption
  | RecomputeDueTimes
  | CaseDutyCommand
  | CaseLinkCommand
  | CaseProtectionCommand
  | CaseReviewCommand
  | CasePetitionCommand
  | CaseAgencyCommand
  | CaseRiskCommand;

import type { Command, Instant, Rung } from '#kernel';
import type { Channel, Produce, SkillCode } from '#policy';
import type { Limit } from '#working-time';
import type {
  CadreId,
  CaseId,
  CloseOutcome,
  Complaint,
  Party,
  RiskSigns,
  SealedText,
  VillageId,
} from './case-types.js';
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
export type AcceptCase = Command<'AcceptCase', { readonly signs: RiskSigns }>;
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
export type TransferOut = Command<'TransferOut', { readonly body: string; readonly note: SealedText }>;
export type WithdrawCase = Command<
  'WithdrawCase',
  { readonly reason: SealedText; readonly freeWillConfirmedBy?: CadreId }
>;
/** The review of a round is settled: the lowest rating, or none where nobody could be reached. */
export type ConcludeReview = Command<'ConcludeReview', { readonly round: number; readonly rating?: number }>;
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
  | TransferOut
  | WithdrawCase
  | ConcludeReview
  | ReopenOnLateRating
  | DecideCountyReview
  | Escalate
  | TakeEscalationAction;

import type { Command, Instant, Rung } from '#kernel';
import type { LocalDay } from '#working-time';
import type { CadreId, PartyId, RemedyRoute, SealedText, SignerId, Term } from './mediation-types.js';
import type { Proposal, SessionForm, SignatureManner } from './mediation.events.js';

/** From the case, by reaction: opens the mediation's own stream. */
export type ProposeMediation = Command<'ProposeMediation', Proposal>;
export type RecordConsent = Command<'RecordConsent', { readonly party: PartyId; readonly consents: boolean }>;
export type ProposeMediator = Command<'ProposeMediator', { readonly mediatorId: CadreId }>;
export type AnswerMediator = Command<'AnswerMediator', { readonly party: PartyId; readonly accepts: boolean }>;
/** Without `endsAt` the policy's length. A session that is not held yet is moved. */
export type ScheduleSession = Command<
  'ScheduleSession',
  {
    readonly startsAt: Instant;
    readonly endsAt?: Instant;
    readonly form: SessionForm;
    /** Of a separate session. */
    readonly parties?: readonly PartyId[];
    readonly open: boolean;
  }
>;
/** By reaction: the mediator is on leave, and the parties have accepted no other. */
export type PostponeSession = Command<'PostponeSession', { readonly mediatorId: CadreId }>;
export type RecordSession = Command<
  'RecordSession',
  { readonly attended: readonly PartyId[]; readonly minutes: SealedText }
>;
/** All the parties agree that it may take longer; once, and instead of an extension of the case. */
export type ExtendMediation = Command<
  'ExtendMediation',
  { readonly days: number; readonly parties: readonly PartyId[]; readonly reason: SealedText }
>;
/** Any party, any time before an agreement has effect. */
export type TerminateByParty = Command<
  'TerminateByParty',
  { readonly party: PartyId; readonly reason?: SealedText; readonly routesTold: readonly RemedyRoute[] }
>;
export type RecordFailure = Command<
  'RecordFailure',
  { readonly note?: SealedText; readonly routesTold: readonly RemedyRoute[] }
>;
/** The safe routes are told in any case. */
export type NoteViolenceSign = Command<
  'NoteViolenceSign',
  { readonly note: SealedText; readonly routesTold: readonly RemedyRoute[] }
>;
export type RecordOralAgreement = Command<
  'RecordOralAgreement',
  { readonly terms: readonly Term[]; readonly content: SealedText }
>;
export type DraftAgreement = Command<
  'DraftAgreement',
  { readonly terms: readonly Term[]; readonly content: SealedText }
>;
export type SignAgreement = Command<'SignAgreement', { readonly signer: SignerId; readonly manner: SignatureManner }>;
export type SealAgreement = Command<'SealAgreement', Record<never, never>>;
/** One term; without `saidBy` the recorder has seen it himself. */
export type RecordPerformance = Command<
  'RecordPerformance',
  {
    readonly term: number;
    readonly performedOn: LocalDay;
    readonly saidBy?: PartyId;
    readonly note?: SealedText;
  }
>;
/** From the process of the agreement: a wait is over. */
export type FollowUpAgreement = Command<'FollowUpAgreement', Rung>;
/** The parties who ask the court for it: all of them, or it is refused. */
export type ApplyConfirmation = Command<'ApplyConfirmation', { readonly parties: readonly PartyId[] }>;
export type RecordCourtResult = Command<'RecordCourtResult', { readonly granted: boolean; readonly note?: SealedText }>;
/** From the case, by reaction: the tier was raised, nobody answered, or the case itself ended. */
export type EndMediation = Command<'EndMediation', { readonly because: 'TIER_RAISED' | 'CONSENT_LAPSED' | 'CASE' }>;

export type MediationCommand =
  | ProposeMediation
  | RecordConsent
  | ProposeMediator
  | AnswerMediator
  | ScheduleSession
  | PostponeSession
  | RecordSession
  | ExtendMediation
  | TerminateByParty
  | RecordFailure
  | NoteViolenceSign
  | RecordOralAgreement
  | DraftAgreement
  | SignAgreement
  | SealAgreement
  | RecordPerformance
  | FollowUpAgreement
  | ApplyConfirmation
  | RecordCourtResult
  | EndMediation;

import type { Command, Instant } from '#kernel';
import type { ExaminationVerdict } from './case-petition.events.js';
import type { CaseId, SealedText } from './case-types.js';

export type NoticeAcceptance = Command<'NoticeAcceptance', { readonly reference?: string }>;
/** `deliveredAt`: what a returned receipt says, at or after the answer itself. */
export type DeliverAnswer = Command<'DeliverAnswer', { readonly deliveredAt?: Instant; readonly reference?: string }>;
/** The petitioner asks the body above about the last answer: re-examination first, final review then. */
export type RequestExamination = Command<'RequestExamination', { readonly grounds: SealedText }>;
export type AnswerExamination = Command<
  'AnswerExamination',
  { readonly verdict: ExaminationVerdict; readonly answer: SealedText }
>;
export type LinkFinalPetition = Command<'LinkFinalPetition', { readonly petition: CaseId }>;
/** By a callback clerk who has asked. */
export type ConfirmWithdrawal = Command<'ConfirmWithdrawal', { readonly free: boolean }>;

export type CasePetitionCommand =
  NoticeAcceptance | DeliverAnswer | RequestExamination | AnswerExamination | LinkFinalPetition | ConfirmWithdrawal;

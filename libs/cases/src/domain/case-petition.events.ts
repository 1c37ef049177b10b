import type { Event } from '#kernel';
import type { CadreId, CaseId, SealedText } from './case-types.js';
import type { StepClock } from './step-clock.js';

interface Clocks {
  readonly clocks: readonly StepClock[];
}

/** An answer of one of the three bodies that may be asked about a petition, in their order (`docs/domain.md §6`). */
export type PetitionAnswer = 'REPLY' | 'RE_EXAMINATION' | 'FINAL_REVIEW';
/** Who answers: each of the two appeals goes to the body one level above. */
export type PetitionBody = 'TOWNSHIP' | 'COUNTY' | 'CITY' | 'PROVINCE';
export type ExaminationVerdict = 'UPHELD' | 'CHANGED';

/** Told in writing that the petition is accepted, or that it is not and where to turn. */
export type AcceptanceNoticed = Event<
  'AcceptanceNoticed',
  { readonly by: CadreId; readonly accepted: boolean; readonly reference?: string }
>;
/** The reply itself is the result of the case: here begins what follows from it. */
export type PetitionReplied = Event<'PetitionReplied', Clocks & { readonly body: PetitionBody }>;
export type AnswerDelivered = Event<
  'AnswerDelivered',
  Clocks & { readonly by: CadreId; readonly answer: PetitionAnswer; readonly reference?: string }
>;
export type ReExaminationRequested = Event<
  'ReExaminationRequested',
  Clocks & { readonly by: CadreId; readonly body: PetitionBody; readonly grounds: SealedText }
>;
export type ReExaminationAnswered = Event<
  'ReExaminationAnswered',
  Clocks & { readonly by: CadreId; readonly verdict: ExaminationVerdict; readonly answer: SealedText }
>;
/** The body is above the county: the request and its answer are only recorded here. */
export type FinalReviewRequested = Event<
  'FinalReviewRequested',
  Clocks & { readonly by: CadreId; readonly body: PetitionBody; readonly grounds: SealedText }
>;
export type FinalReviewAnswered = Event<
  'FinalReviewAnswered',
  { readonly by: CadreId; readonly verdict: ExaminationVerdict; readonly answer: SealedText }
>;
export type PetitionFinalised = Event<
  'PetitionFinalised',
  { readonly answer: PetitionAnswer; readonly because: 'FINAL_ANSWER' | 'WINDOW_UNUSED' }
>;
/** A new petition that speaks of one which is final: a person has to say whether it brings anything new. */
export type FinalPetitionLinked = Event<
  'FinalPetitionLinked',
  { readonly by: CadreId; readonly petition: CaseId; readonly caseNo: string }
>;

/** A petitioner or an inquirer takes it back: not before a callback clerk has asked whether he is free to (§5.1). */
export type WithdrawalRequested = Event<
  'WithdrawalRequested',
  Clocks & { readonly by: string; readonly reason: SealedText }
>;
/** The case goes on as if nothing had been said. */
export type WithdrawalLapsed = Event<
  'WithdrawalLapsed',
  { readonly by: string; readonly because: 'NOT_FREE' | 'NOT_CONFIRMED' }
>;

export type CasePetitionEvent =
  | AcceptanceNoticed
  | PetitionReplied
  | AnswerDelivered
  | ReExaminationRequested
  | ReExaminationAnswered
  | FinalReviewRequested
  | FinalReviewAnswered
  | PetitionFinalised
  | FinalPetitionLinked
  | WithdrawalRequested
  | WithdrawalLapsed;

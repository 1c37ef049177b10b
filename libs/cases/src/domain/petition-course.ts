import type { PetitionAnswer } from './case-petition.events.js';
import type { CaseEvent } from './case.events.js';

/** How far a petition has come after its reply (`docs/domain.md §6`, row Petition). */
export interface PetitionCourse {
  /** The last one given. */
  readonly answer: PetitionAnswer;
  readonly answeredAt: number;
  /** Asked about and not answered yet. */
  readonly asked?: Exclude<PetitionAnswer, 'REPLY'>;
  readonly finalised: boolean;
}

export const petitionAfter = (course: PetitionCourse | undefined, event: CaseEvent): PetitionCourse | undefined => {
  const { occurredAt: answeredAt } = event;
  switch (event.type) {
    case 'PetitionReplied':
      return { answer: 'REPLY', answeredAt, finalised: false };
    case 'ReExaminationRequested':
      return course && { ...course, asked: 'RE_EXAMINATION' };
    case 'ReExaminationAnswered':
      return { answer: 'RE_EXAMINATION', answeredAt, finalised: false };
    case 'FinalReviewRequested':
      return course && { ...course, asked: 'FINAL_REVIEW' };
    case 'FinalReviewAnswered':
      return { answer: 'FINAL_REVIEW', answeredAt, finalised: false };
    case 'PetitionFinalised':
      return course && { ...course, finalised: true };
    default:
      return course;
  }
};

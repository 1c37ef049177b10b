import { agencyProblems } from './agency.problems.js';
import { cadreProblems } from './cadre.problems.js';
import { calendarProblems } from './calendar.problems.js';
import { caseProblems } from './case.problems.js';
import { dashboardProblems } from './dashboard.problems.js';
import { dutyProblems } from './duty.problems.js';
import { mediationProblems } from './mediation.problems.js';
import { notificationProblems } from './notification.problems.js';
import { oversightProblems } from './oversight.problems.js';
import { peopleProblems } from './people.problems.js';
import { petitionProblems } from './petition.problems.js';
import { type ProblemText, type ProblemTexts, text } from './problem-text.js';
import { reviewProblems } from './review.problems.js';
import { townshipProblems } from './township.problems.js';
import { transportProblems } from './transport.problems.js';

/** Codes that the edge itself raises. */
export type TransportCode = keyof typeof transportProblems;

/** Every code that may reach a person, with its HTTP status and its texts in both languages. */
export const problems: ProblemTexts = {
  ...transportProblems,
  ...peopleProblems,
  ...calendarProblems,
  ...caseProblems,
  ...petitionProblems,
  ...agencyProblems,
  ...mediationProblems,
  ...reviewProblems,
  ...oversightProblems,
  ...cadreProblems,
  ...dutyProblems,
  ...townshipProblems,
  ...dashboardProblems,
  ...notificationProblems,
};

/** For a code without a text of its own: still a refusal, still understandable. */
const refusal: ProblemText = {
  status: 422,
  title: text('按照规定不能办理', 'The rules do not allow this'),
  advice: text(
    '请核对事项的当前状态，或询问本中心主任。',
    'Look at the current state, or ask the director of your centre.',
  ),
};

export const problemText = (code: string): ProblemText =>
  (Object.hasOwn(problems, code) ? problems[code] : undefined) ?? refusal;

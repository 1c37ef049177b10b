export { areaOf, isSettledAs } from './area.js';
export type * from './assignment.types.js';
export type { Assignment, AssignmentQuestion } from './assignment-question.js';
export type { CaseContext, MediationFacts } from './case-context.js';
export { caseDecider } from './case.decider.js';
export { SEALED_FIELDS } from './case.events.js';
export type * from './case.events.js';
export type * from './case-duty.commands.js';
export type * from './case-duty.events.js';
export type * from './case-protection.commands.js';
export type * from './case-protection.events.js';
export type * from './case-review.commands.js';
export type * from './case-review.events.js';
export type * from './case-link.commands.js';
export type * from './case-link.events.js';
export type * from './case-priority.events.js';
export type * from './case-risk.commands.js';
export type * from './case-risk.events.js';
export type * from './case-mediation.events.js';
export type * from './case-agency.commands.js';
export type * from './case-agency.events.js';
export type * from './case-petition.commands.js';
export type * from './case-petition.events.js';
export type * from './case-standing.events.js';
export type * from './case.commands.js';
export { caseProcess } from './case-process.js';
export { type Case } from './case.state.js';
export type * from './case-types.js';
export { mayAssign } from './may-assign.js';
export { sealedReadings, type NoteSealedReading, type SealedCaseRead, type SealedReadings } from './sealed-reading.js';
export { explanationsOf, whyNot, type WhyNot } from './why-assigned.js';
export { recomputation } from './recomputing.js';
export { pastWork, type PastWork } from './past-work.js';
export { calledInBy, type PartsIn } from './parts.js';
export { completedStep, missedByEvent } from './completed-steps.js';
export { clockLedger, type LedgerChange, type LedgerEntry } from './clock-ledger.js';
export { heldInAll, inWhoseHands, type Hands } from './in-whose-hands.js';
export { endedSteps, firedRung, startedClocks } from './clocks.js';
export {
  hasLadder,
  isOwed,
  type CaseStep,
  type ClockRung,
  type DutyStep,
  type OwedStep,
  type RungLevel,
  type StepClock,
  type WaitingStep,
} from './step-clock.js';

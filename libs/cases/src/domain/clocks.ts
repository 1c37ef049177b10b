import type { CaseEvent } from './case.events.js';
import { withoutRung, type CaseStep, type RungLevel, type StepClock } from './step-clock.js';

/** Which running clocks an event ends. Those it starts it carries itself. */
const ENDS: { readonly [Type in CaseEvent['type']]?: readonly CaseStep[] | 'all' } = {
  CaseAccepted: ['accept'],
  CaseRejected: 'all',
  CaseAssigned: ['assign'],
  CaseReassigned: ['ack', 'respond'],
  AssignmentDeclined: ['ack'],
  CaseAcknowledged: ['ack'],
  FirstResponseRecorded: ['respond'],
  CaseResolved: ['respond', 'resolve'],
  CaseTransferredOut: 'all',
  CaseWithdrawn: 'all',
  CaseClosed: 'all',
  CaseReopened: 'all',
  CountyReviewOpened: ['review'],
  CountyReviewDecided: ['countyReview'],
};

/** The rung of the ladder that an event says has fired. */
export const firedRung = (event: CaseEvent): { step: CaseStep; level: RungLevel } | undefined => {
  switch (event.type) {
    case 'StepWarned':
      return { step: event.data.step, level: 'WARN' };
    case 'StepOverdue':
      return { step: event.data.step, level: 'E1' };
    case 'CaseEscalated':
      return { step: event.data.step, level: event.data.level };
    default:
      return undefined;
  }
};

const EVERY_STEP: readonly CaseStep[] = ['accept', 'assign', 'ack', 'respond', 'resolve', 'review', 'countyReview'];

/** Steps whose clock an event ends. */
export const endedSteps = (event: CaseEvent): readonly CaseStep[] => {
  const ended = ENDS[event.type];
  return ended === 'all' ? EVERY_STEP : (ended ?? []);
};

/** Clocks that an event starts or sets anew. */
export const startedClocks = (event: CaseEvent): readonly StepClock[] =>
  'clocks' in event.data ? event.data.clocks : [];

/** The running clocks after an event: the same for the case, its process and its read models. */
export const clocksAfter = (clocks: readonly StepClock[], event: CaseEvent): readonly StepClock[] => {
  const ended = endedSteps(event);
  let running = ended.length > 0 ? clocks.filter(({ step }) => !ended.includes(step)) : clocks;
  const fired = firedRung(event);
  if (fired) {
    running = running.map((clock) => (clock.step === fired.step ? withoutRung(clock, fired.level) : clock));
  }
  const started = startedClocks(event);
  if (started.length === 0) return running;
  return [...running.filter(({ step }) => !started.some((clock) => clock.step === step)), ...started];
};

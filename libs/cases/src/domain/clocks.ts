import type { CaseEvent } from './case.events.js';
import { DUTY_STEPS, OWED_STEPS, withoutRung, type CaseStep, type RungLevel, type StepClock } from './step-clock.js';

/** Which running clocks an event ends. Those it starts it carries itself. */
const ENDS: { readonly [Type in CaseEvent['type']]?: readonly CaseStep[] | 'all' } = {
  CaseAccepted: ['accept'],
  CaseRejected: 'all',
  CaseAssigned: ['assign'],
  AssignmentDeclined: ['ack'],
  CaseAcknowledged: ['ack'],
  FirstResponseRecorded: ['respond'],
  CaseResolved: ['respond', 'resolve', 'tierBudget', 'tierOffer', 'conclusion', 'freeWill'],
  CaseTransferredOut: 'all',
  CaseWithdrawn: 'all',
  CaseClosed: 'all',
  CaseReopened: 'all',
  CountyReviewOpened: ['review'],
  CountyReviewDecided: ['countyReview'],
  MediationConsented: ['consent'],
  TierRaised: ['assign', 'ack', 'respond', 'tierBudget', 'tierOffer'],
  NextTierOffered: ['tierBudget'],
  TierOfferLapsed: ['tierOffer'],
  CaseResumed: ['suspension'],
  CaseMerged: 'all',
  PoliceReported: ['police'],
  TransferReceiptRecorded: ['transferReceipt'],
  AcceptanceNoticed: ['notice'],
  AnswerDelivered: ['delivery'],
  ReExaminationRequested: ['delivery', 'appealWindow'],
  ReExaminationAnswered: ['reExamination'],
  FinalReviewRequested: ['delivery', 'appealWindow'],
  FinalReviewAnswered: ['finalReview'],
  PetitionFinalised: 'all',
  WithdrawalLapsed: ['freeWill'],
  AgencyReturned: ['suspension'],
};

/** Of whoever takes a case over from another. */
const TAKEN_ANEW: readonly CaseStep[] = ['ack', 'respond'];

/** The rung of the ladder that an event says has fired. */
export const firedRung = (event: CaseEvent): { step: CaseStep; level: RungLevel } | undefined => {
  switch (event.type) {
    case 'StepWarned':
      return { step: event.data.step, level: 'WARN' };
    case 'StepOverdue':
      return { step: event.data.step, level: 'E1' };
    case 'CaseEscalated':
      return { step: event.data.step, level: event.data.level };
    case 'ConsentReminded':
      return { step: 'consent', level: 'REMIND' };
    case 'MaterialsReminded':
      return { step: 'suspension', level: 'REMIND' };
    default:
      return undefined;
  }
};

const EVERY_STEP: readonly CaseStep[] = [
  ...OWED_STEPS,
  ...DUTY_STEPS,
  ...(['tierBudget', 'consent', 'tierOffer', 'conclusion', 'suspension', 'freeWill', 'appealWindow'] as const),
];

/** Steps whose clock an event ends. */
export const endedSteps = (event: CaseEvent): readonly CaseStep[] => {
  switch (event.type) {
    case 'MediationConcluded': // an agreement is what the case was to be resolved by
      return event.data.outcome === 'AGREED' ? ['consent', 'resolve', 'tierBudget'] : ['consent'];
    case 'RiskTold':
      return event.data.whom === 'LEADER' ? ['tellLeader'] : ['tellCounty'];
    case 'CaseSuspended':
      return event.data.paused.map(({ clock }) => clock.step);
    case 'CaseReassigned': // what a leave hands over goes on as it is
      return event.data.reason === 'LEAVE'
        ? TAKEN_ANEW.filter((step) => !event.data.clocks.some((clock) => clock.step === step))
        : TAKEN_ANEW;
    default:
  }
  const ended = ENDS[event.type];
  return ended === 'all' ? EVERY_STEP : (ended ?? []);
};

/** Clocks that an event starts or sets anew. */
export const startedClocks = ({ data }: CaseEvent): readonly StepClock[] =>
  (data as { readonly clocks?: readonly StepClock[] }).clocks ?? NONE;

const NONE: readonly StepClock[] = [];

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

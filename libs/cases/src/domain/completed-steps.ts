import type { CaseEvent } from './case.events.js';
import type { OwedStep } from './step-clock.js';

const COMPLETES: { readonly [Type in CaseEvent['type']]?: OwedStep } = {
  CaseAccepted: 'accept',
  CaseRejected: 'accept',
  CaseAssigned: 'assign',
  AssignmentDeclined: 'ack',
  CaseAcknowledged: 'ack',
  FirstResponseRecorded: 'respond',
  CaseResolved: 'resolve',
  CaseClosed: 'review',
  CaseReopened: 'review',
  CountyReviewOpened: 'review',
  CountyReviewDecided: 'countyReview',
};

/**
 * The step that an event gets done. A clock that another event ends was not done, only taken away: nobody's fault or
 * merit (`docs/domain.md §7`, M02). An agreement is what the case was to be resolved by.
 */
export const completedStep = (event: CaseEvent): OwedStep | undefined =>
  event.type === 'MediationConcluded' && event.data.outcome === 'AGREED' ? 'resolve' : COMPLETES[event.type];

/** The step was missed, though it was taken away the moment it fell due: a missed acknowledgement is passed on. */
export const missedByEvent = (event: CaseEvent): boolean =>
  event.type === 'CaseReassigned' && event.data.reason === 'ACK_OVERDUE';

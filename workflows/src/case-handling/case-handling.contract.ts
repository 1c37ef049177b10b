import type { Rung, Timetable } from '#kernel';

/** Of the workflow that waits for a case; its id is the process id, `case:{caseId}`. */
export const CASE_WORKFLOW = 'handleCase';
/** The signal with which the bridge rings: it carries the whole current timetable. */
export const CASE_MOVED = 'caseMoved';
export const CASE_TASK_QUEUE = 'case-handling';

/** What became of one order. `not-yet-due`: the log's clock is behind, ask again later. */
export type OrderOutcome = 'issued' | 'refused' | 'not-yet-due';

export interface OrderToIssue {
  readonly processId: string;
  readonly rung: Rung;
}

export interface CaseActivities {
  /** Gives the order of one rung to the log; harmless when repeated, for its id follows from process and rung. */
  issueOrder(order: OrderToIssue): Promise<OrderOutcome>;
}

/** Arguments of the workflow: the newest timetable, and the ids of orders that are already done with. */
export type HandleCase = (first: Timetable, done?: readonly string[]) => Promise<void>;

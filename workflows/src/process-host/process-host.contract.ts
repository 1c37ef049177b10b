import type { Rung, Timetable } from '#kernel';

/** One worker serves every kind of process. */
export const PROCESS_TASK_QUEUE = 'case-handling';

/** What became of one order. `not-yet-due`: the log's clock is behind, ask again later. */
export type OrderOutcome = 'issued' | 'refused' | 'not-yet-due';

export interface OrderToIssue {
  readonly processId: string;
  readonly rung: Rung;
}

export interface ProcessActivities {
  /** Gives the order of one rung to the log; harmless when repeated, for its id follows from process and rung. */
  issueOrder(order: OrderToIssue): Promise<OrderOutcome>;
}

/** A workflow: the newest timetable, and the ids of orders that are already done with. */
export type HostProcess = (first: Timetable, done?: readonly string[]) => Promise<void>;

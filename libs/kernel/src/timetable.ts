import type { Instant } from './event.js';

/** One future moment of a process: at `at`, if the step is still open, the order of this level is issued. */
export interface Rung {
  readonly round: number;
  readonly step: string;
  readonly attempt: number;
  /** `WARN`, `E1`, `E2`, `E3` for escalations; other words where a process needs them. */
  readonly level: string;
  readonly at: Instant;
}

/**
 * All that a workflow knows of its process (a doorbell carries it whole). Holds no personal data. The higher
 * (epoch, position) wins, so lost, doubled and shuffled doorbells are harmless.
 */
export interface Timetable {
  /** Raised when the workflows of a log are built anew. */
  readonly epoch: number;
  /** Global position of the last event folded in; opaque, ordered as a string. */
  readonly position: string;
  readonly stage: string;
  readonly rungs: readonly Rung[];
  readonly closed: boolean;
  /** Milliseconds that the log's clock is ahead of the workflow's; 0 in production. */
  readonly clockOffset: number;
}

export const isNewer = (candidate: Timetable, than: Timetable): boolean =>
  candidate.epoch !== than.epoch ? candidate.epoch > than.epoch : candidate.position > than.position;

export const newest = (one: Timetable, other: Timetable): Timetable => (isNewer(other, one) ? other : one);

/** Deterministic: the same rung of the same process always gives the same id, whichever run issues it. */
export const orderId = (processId: string, rung: Rung): string =>
  [processId, rung.round, rung.step, rung.attempt, rung.level, rung.at].join(':');

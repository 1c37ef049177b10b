import type { Instant, Rung } from '#kernel';

export interface CoalescingSettings {
  /** Wait of a changed process while little is going on, ms. */
  readonly idleMs: number;
  /** Longest wait under backlog, ms. */
  readonly longestMs: number;
  /** Waiting processes up to which the bridge counts as idle. */
  readonly idleBacklog: number;
  /** A rung nearer than this is never kept waiting, ms. */
  readonly urgentWithinMs: number;
}

export const COALESCING: CoalescingSettings = {
  idleMs: 250,
  longestMs: 5_000,
  idleBacklog: 4,
  urgentWithinMs: 10_000,
};

/**
 * How long a changed process waits for further changes before its timetable is delivered. Waiting grows with the
 * number of processes that wait: at more than `idleBacklog / idleMs` changes a second it climbs to the longest.
 */
export const coalescingDelay = (waiting: number, settings: CoalescingSettings = COALESCING): number =>
  Math.min(settings.longestMs, settings.idleMs * Math.max(1, waiting / settings.idleBacklog));

export const isUrgent = (
  rungs: readonly Rung[],
  now: Instant,
  { urgentWithinMs }: CoalescingSettings = COALESCING,
): boolean => rungs.some((rung) => rung.at < now + urgentWithinMs);

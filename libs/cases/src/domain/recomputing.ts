import { reject } from '#kernel';
import type { PolicySet } from '#policy';
import type { RecomputeDueTimes } from './case.commands.js';
import type { CaseContext } from './case-context.js';
import type { DueTimeRecomputed } from './case-standing.events.js';
import type { Case } from './case.state.js';
import { recountedPause, recountedStep } from './recounting.js';
import { clockOf } from './step-clock.js';

/** Every open limit of the case is counted again by the calendar in force (`docs/domain.md §2.5`). */
export const recomputeDueTimes = (
  { data }: RecomputeDueTimes,
  state: Case,
  context: CaseContext,
): DueTimeRecomputed[] => {
  const { policy, now } = context;
  if (!state.file) return reject('CASE_NOT_FOUND');
  if (policy.calendar.version < data.calendarVersion) {
    throw new Error(`calendar ${data.calendarVersion} is not known here yet, only ${policy.calendar.version}`);
  }
  const recomputed = recomputation(state, policy, now);
  return recomputed ? [{ type: 'DueTimeRecomputed', occurredAt: now, data: recomputed }] : [];
};

/** What a calendar would move; undefined where it moves nothing. Asked before it is published, and after. */
export const recomputation = (
  { clocks, suspended }: Case,
  policy: PolicySet,
  now: number,
): DueTimeRecomputed['data'] | undefined => {
  const anew = clocks.flatMap((clock) => recountedStep(policy, clock, now) ?? []);
  const paused = suspended?.paused.flatMap((one) => recountedPause(policy, one) ?? []) ?? [];
  if (anew.length === 0 && paused.length === 0) return undefined;
  const moved = anew.flatMap(({ step, dueAt }) => {
    const from = clockOf(clocks, step)?.dueAt ?? dueAt;
    return from === dueAt ? [] : [{ step, from, to: dueAt }];
  });
  return { calendarVersion: policy.calendar.version, clocks: anew, moved, paused };
};

import type { Instant } from '#kernel';
import type { Calendar, Limit } from './calendar.js';
import { dueUpon, type Due } from './due.js';
import { epochDayOf, type EpochDay } from './local-day.js';
import { HOUR, MINUTE, countingDayAt } from './local-time.js';
import { workingMinutesBetween } from './working-hours.js';
import { countWorkingDays } from './year-table.js';

/** A clock that stands still (`docs/domain.md §2.6`). */
export interface PausedClock {
  readonly pausedAt: Instant;
  /** What starts to run again at the resume, in the limit's own unit. */
  readonly remaining: Limit;
  /** The due it had. */
  readonly due: Due;
}

/** The last day that counted: the days a due rolled over are no part of the limit. */
const lastCountedDay = ({ at, derivation: { count } }: Due): EpochDay =>
  count.by === 'CALENDAR_DAYS' ? epochDayOf(count.last) : countingDayAt(at);

/** Hours and minutes keep what is left of them; days keep those counted after the pause date, one at least. */
const amountLeft = (calendar: Calendar, { unit }: Limit, due: Due, pausedAt: Instant): number => {
  switch (unit) {
    case 'm':
      return Math.max(0, due.at - pausedAt) / MINUTE;
    case 'h':
      return Math.max(0, due.at - pausedAt) / HOUR;
    case 'WH':
      return Math.max(0, workingMinutesBetween(calendar, pausedAt, due.at) / 60);
    case 'WD':
      return Math.max(1, countWorkingDays(calendar, countingDayAt(pausedAt) + 1, lastCountedDay(due) + 1));
    case 'CD':
      return Math.max(1, lastCountedDay(due) - countingDayAt(pausedAt));
  }
};

export const remainingAt = (calendar: Calendar, limit: Limit, due: Due, pausedAt: Instant): Limit => ({
  ...limit,
  n: amountLeft(calendar, limit, due, pausedAt),
});

/** @throws RangeError after the due: the clock of an overdue step is not paused (`docs/domain.md §5.1`). */
export const pauseClock = (
  calendar: Calendar,
  limit: Limit,
  { due }: { readonly due: Due },
  pausedAt: Instant,
): PausedClock => {
  if (pausedAt > due.at) throw new RangeError('an overdue clock is not paused');
  return { pausedAt, remaining: remainingAt(calendar, limit, due, pausedAt), due };
};

/** @throws RangeError before the pause. */
export const resumeClock = (calendar: Calendar, _limit: Limit, paused: PausedClock, resumedAt: Instant): Due => {
  const { pausedAt, remaining, due } = paused;
  if (resumedAt < pausedAt) throw new RangeError('a clock is resumed after its pause');
  return dueUpon(calendar, remaining, resumedAt, { cause: 'RESUME', pausedAt, previous: due.derivation });
};

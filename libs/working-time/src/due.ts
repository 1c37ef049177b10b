import type { Instant } from '#kernel';
import type { Calendar, Limit } from './calendar.js';
import { NO_PASSAGE, passageOf, type Count, type Derivation, type Passage } from './derivation.js';
import { localDay, type EpochDay } from './local-day.js';
import { MINUTE, countingDayAt, epochDayAt, instantAt } from './local-time.js';
import { checkLimit, durationOf } from './limit.js';
import { addWorkingMinutes, closingMinute, nextWorkingInstant, workingMinutesBetween } from './working-hours.js';
import { workingDayAt } from './year-table.js';

/** A deadline with all that is needed to explain it and to count it again (`docs/domain.md §2.5–2.6`). */
export interface Due {
  /** On time is who acts at this instant or before it. */
  readonly at: Instant;
  /** It relies on a year that is not published: counted again when the year arrives. */
  readonly provisional: boolean;
  readonly calendarVersion: number;
  readonly derivation: Derivation;
}

interface Counted {
  readonly at: Instant;
  readonly count: Count;
  readonly passage: Passage;
}

const countNaturalTime = (limit: Limit, from: Instant): Counted => ({
  at: from + durationOf(limit),
  count: { by: 'NATURAL_TIME', minutes: durationOf(limit) / MINUTE },
  passage: NO_PASSAGE,
});

const countWorkingTime = (calendar: Calendar, limit: Limit, from: Instant): Counted => {
  const minutes = durationOf(limit) / MINUTE;
  const at = addWorkingMinutes(calendar, from, minutes);
  const [first, last] = [epochDayAt(from), epochDayAt(at)];
  const used: { day: string; minutes: number }[] = [];
  for (let day = first; day <= last; day += 1) {
    const begins = Math.max(from, instantAt(day));
    const worked = workingMinutesBetween(calendar, begins, Math.min(at, instantAt(day + 1)));
    if (worked > 0) used.push({ day: localDay(day), minutes: worked });
  }
  const begins = minutes === 0 ? at : nextWorkingInstant(calendar, from);
  return {
    at,
    count: { by: 'WORKING_TIME', begins, minutes, used },
    passage: passageOf(calendar, first, last),
  };
};

/** No day at all to count means: today, or the next working day where today's work is over. */
const lastWorkingDay = (calendar: Calendar, { n }: Limit, from: Instant, start: EpochDay): EpochDay => {
  if (n > 0) return workingDayAt(calendar, start + 1, n - 1);
  const today = workingDayAt(calendar, start, 0);
  return from <= instantAt(today, closingMinute(calendar)) ? today : workingDayAt(calendar, today + 1, 0);
};

const countWorkingDays = (calendar: Calendar, limit: Limit, from: Instant): Counted => {
  const start = countingDayAt(from);
  const last = lastWorkingDay(calendar, limit, from, start);
  return {
    at: instantAt(last, closingMinute(calendar)),
    count: { by: 'WORKING_DAYS', after: localDay(start), days: limit.n, last: localDay(last) },
    passage: passageOf(calendar, limit.n > 0 ? start + 1 : start, last),
  };
};

const countCalendarDays = (calendar: Calendar, limit: Limit, from: Instant): Counted => {
  const start = countingDayAt(from);
  const last = start + limit.n;
  const end = limit.roll ? workingDayAt(calendar, last, 0) : last;
  const count = { by: 'CALENDAR_DAYS', after: localDay(start), days: limit.n, last: localDay(last) } as const;
  return {
    at: instantAt(end + 1),
    count: end === last ? count : { ...count, rolledTo: localDay(end) },
    // Without roll no calendar is asked, so nothing can be provisional.
    passage: limit.roll ? passageOf(calendar, last, end) : NO_PASSAGE,
  };
};

const counted = (calendar: Calendar, limit: Limit, from: Instant): Counted => {
  switch (limit.unit) {
    case 'm':
    case 'h':
      return countNaturalTime(limit, from);
    case 'WH':
      return countWorkingTime(calendar, limit, from);
    case 'WD':
      return countWorkingDays(calendar, limit, from);
    case 'CD':
      return countCalendarDays(calendar, limit, from);
  }
};

/** What a due builds on, where it is not the first of its clock. */
type Foundation = Pick<Derivation, 'cause' | 'pausedAt' | 'previous'>;

const union = (some: readonly number[], others: readonly number[]): readonly number[] =>
  some.length === 0 ? others : [...new Set([...some, ...others])];

/**
 * A due counted from an earlier due or from a resume; the provisional years of what it builds on stay with it.
 * @throws RangeError as `dueOf`.
 */
export const dueUpon = (calendar: Calendar, limit: Limit, from: Instant, foundation: Foundation): Due => {
  checkLimit(limit);
  if (!Number.isFinite(from)) throw new RangeError(`not an instant: ${from}`);
  const { cause, pausedAt, previous } = foundation;
  const { at, count, passage } = counted(calendar, limit, from);
  const { skipped, makeUpDays } = passage;
  const provisionalYears = union(previous?.provisionalYears ?? [], passage.provisionalYears);
  const derivation: Derivation = { cause, from, limit, count, skipped, makeUpDays, provisionalYears };
  return {
    at,
    provisional: provisionalYears.length > 0,
    calendarVersion: calendar.version,
    derivation: previous ? { ...derivation, previous, ...(pausedAt !== undefined && { pausedAt }) } : derivation,
  };
};

/**
 * When a limit that starts at `start` ends (`docs/domain.md §2.6`). The start's own date is never counted for WD and
 * CD, where midnight is 24:00 of the date it ends; only CD can end on a day off, so only CD rolls.
 * @throws RangeError for a negative limit, or part of a day.
 */
export const dueOf = (calendar: Calendar, limit: Limit, start: Instant): Due =>
  dueUpon(calendar, limit, start, { cause: 'START' });

/**
 * Adds to a clock, counting from its due; a limit that rolls still rolls.
 * @throws RangeError for a negative extension, or part of a day.
 */
export const extendDue = (calendar: Calendar, limit: Limit, due: Due, by: Limit): Due => {
  const extension = limit.roll ? { roll: true, ...by } : by;
  return dueUpon(calendar, extension, due.at, { cause: 'EXTENSION', previous: due.derivation });
};

/** Of two dues the one that comes first: a swap of profile never makes a step later (`docs/domain.md §4.3`). */
export const earlier = (one: Due, other: Due): Due => (other.at < one.at ? other : one);

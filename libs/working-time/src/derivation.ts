import type { Instant } from '#kernel';
import type { Calendar, Limit, LocalDay } from './calendar.js';
import { localDay, yearOf, type EpochDay } from './local-day.js';
import { isHoliday, isMakeUpDay, isPublished, worksOn } from './year-table.js';

/** Days off in a row, for one reason. */
export interface DaysOff {
  readonly from: LocalDay;
  readonly to: LocalDay;
  readonly reason: 'WEEKEND' | 'HOLIDAY';
}

/** How a limit was counted. */
export type Count =
  | { readonly by: 'NATURAL_TIME'; readonly minutes: number }
  | {
      readonly by: 'WORKING_TIME';
      /** The working instant from which time was consumed. */
      readonly begins: Instant;
      readonly minutes: number;
      readonly used: readonly { readonly day: LocalDay; readonly minutes: number }[];
    }
  | {
      readonly by: 'WORKING_DAYS' | 'CALENDAR_DAYS';
      /** Itself not counted. */
      readonly after: LocalDay;
      /** Where `days` is 0 the limit ends on the day it starts. */
      readonly days: number;
      /** The last day counted, before it rolled. */
      readonly last: LocalDay;
      /** The working day the end moved to, where the last day is off and the limit rolls. */
      readonly rolledTo?: LocalDay;
    };

/** What a page needs to say in words why a deadline is when it is, and what it takes to count it again. */
export interface Derivation {
  /** `START`: the limit itself; `RESUME`: what was left of it at a pause; `EXTENSION`: what was added to it. */
  readonly cause: 'START' | 'RESUME' | 'EXTENSION';
  /** The start of the step, the resume, or the due that was extended. */
  readonly from: Instant;
  readonly limit: Limit;
  readonly count: Count;
  /** Days off that were passed over. */
  readonly skipped: readonly DaysOff[];
  /** Weekend days that counted because they are worked. */
  readonly makeUpDays: readonly LocalDay[];
  /** Years not yet published that the count relied on, this one's and those it builds on. */
  readonly provisionalYears: readonly number[];
  readonly pausedAt?: Instant;
  /** Derivation of the due that was paused or extended. */
  readonly previous?: Derivation;
}

/** What the days from `first` to `last` did to a count. */
export type Passage = Pick<Derivation, 'skipped' | 'makeUpDays' | 'provisionalYears'>;

export const NO_PASSAGE: Passage = { skipped: [], makeUpDays: [], provisionalYears: [] };

const unpublishedYears = (calendar: Calendar, first: EpochDay, last: EpochDay): readonly number[] => {
  const years: number[] = [];
  for (let year = yearOf(first); year <= yearOf(last); year += 1) {
    if (!isPublished(calendar, year)) years.push(year);
  }
  return years;
};

export const passageOf = (calendar: Calendar, first: EpochDay, last: EpochDay): Passage => {
  if (last < first) return NO_PASSAGE;
  const skipped: DaysOff[] = [];
  const makeUpDays: LocalDay[] = [];
  let run: { from: EpochDay; reason: DaysOff['reason'] } | undefined;
  for (let day = first; day <= last + 1; day += 1) {
    const off = day <= last && !worksOn(calendar, day);
    const reason = off && (isHoliday(calendar, day) ? 'HOLIDAY' : 'WEEKEND');
    if (run && reason !== run.reason) {
      skipped.push({ from: localDay(run.from), to: localDay(day - 1), reason: run.reason });
      run = undefined;
    }
    if (reason) run ??= { from: day, reason };
    else if (day <= last && isMakeUpDay(calendar, day)) makeUpDays.push(localDay(day));
  }
  return { skipped, makeUpDays, provisionalYears: unpublishedYears(calendar, first, last) };
};

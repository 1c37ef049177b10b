import type { Calendar, LocalDay } from './calendar.js';
import { epochDayOf, localDay, weekdayOf, yearOf } from './local-day.js';
import { countWorkingDays, isPublished, workingDayAt, worksOn } from './year-table.js';

/** Monday to Friday not off, or a make-up day (`docs/domain.md §2.5`). */
export const isWorkingDay = (calendar: Calendar, day: LocalDay): boolean => worksOn(calendar, epochDayOf(day));

const SATURDAY = 5;

/** A Saturday or a Sunday, worked or not. */
export const isWeekend = (day: LocalDay): boolean => weekdayOf(epochDayOf(day)) >= SATURDAY;

/** The year is not yet published, so its days are only weekends and fixed-date holidays (`docs/domain.md §2.5`). */
export const isProvisional = (calendar: Calendar, dayOrYear: LocalDay | number): boolean =>
  !isPublished(calendar, typeof dayOrYear === 'number' ? dayOrYear : yearOf(epochDayOf(dayOrYear)));

/** The day itself if it is worked, else the next one that is: where a term rolls to. */
export const workingDayFrom = (calendar: Calendar, day: LocalDay): LocalDay =>
  localDay(workingDayAt(calendar, epochDayOf(day), 0));

/** Always a later day. */
export const nextWorkingDay = (calendar: Calendar, day: LocalDay): LocalDay => nthWorkingDayAfter(calendar, day, 1);

/** The day itself is not counted. @throws RangeError unless `n` is whole and at least 1. */
export const nthWorkingDayAfter = (calendar: Calendar, day: LocalDay, n: number): LocalDay => {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`not a number of working days: ${n}`);
  return localDay(workingDayAt(calendar, epochDayOf(day) + 1, n - 1));
};

/** Working days after `from` up to and including `to`; negative where `to` is earlier. */
export const workingDaysBetween = (calendar: Calendar, from: LocalDay, to: LocalDay): number =>
  countWorkingDays(calendar, epochDayOf(from) + 1, epochDayOf(to) + 1);

/**
 * The year the office is to be told of: the first day `noticeDays` ahead lies in a year without calendar
 * (`docs/domain.md §2.5`).
 */
export const yearToPublish = (calendar: Calendar, today: LocalDay, noticeDays: number): number | undefined => {
  const year = yearOf(epochDayOf(today) + noticeDays);
  return isPublished(calendar, year) ? undefined : year;
};

import { reject } from '#kernel';
import { addDays, isWeekend, type CalendarYear, type LocalDay } from '#working-time';

/** Days off and make-up days of one year, as the State Council's notice names them (`docs/domain.md §2.5`). */
export type YearNotice = CalendarYear;

const YEARS = { from: 2000, to: 2199 } as const;

/**
 * @throws CommandRejected `YEAR_INVALID`, `HOLIDAYS_MISSING`, and naming the day `DAY_NOT_OF_YEAR`, `DAY_TWICE`,
 * `MAKE_UP_DAY_NOT_WEEKEND`
 */
export const checkYear = ({ year, off, work }: YearNotice): void => {
  if (!Number.isInteger(year) || year < YEARS.from || year > YEARS.to)
    reject('YEAR_INVALID', { field: 'year', ...YEARS });
  // the notice of every year names holidays: without any it was not read, or not sent
  if (off.length === 0) reject('HOLIDAYS_MISSING', { field: 'off' });
  const days = new Set(daysOfYear(year));
  const seen = new Set<LocalDay>();
  for (const [field, named] of [
    ['off', off],
    ['work', work],
  ] as const) {
    for (const day of named) {
      if (!days.has(day)) reject('DAY_NOT_OF_YEAR', { field, day, year });
      if (seen.has(day)) reject('DAY_TWICE', { field, day });
      seen.add(day);
    }
  }
  const weekday = work.find((day) => !isWeekend(day));
  if (weekday !== undefined) reject('MAKE_UP_DAY_NOT_WEEKEND', { field: 'work', day: weekday });
};

/** All days of a year, in order. */
export const daysOfYear = (year: number): readonly LocalDay[] => {
  const days: LocalDay[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = addDays(day, 1)) days.push(day);
  return days;
};

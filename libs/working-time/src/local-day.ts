import type { LocalDay } from './calendar.js';

/** Days since 1 January 1970: all counting is done on these, `LocalDay` is for reading. */
export type EpochDay = number;

const FIRST_YEAR = 1900;
const LAST_YEAR = 9999;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;
const THURSDAY_TO_MONDAY = 3;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const leapDaysBefore = (year: number): number => {
  const past = year - 1;
  return Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};

export const firstDayOfYear = (year: number): EpochDay => {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) throw new RangeError(`year ${year} is outside the calendar`);
  return 365 * (year - 1970) + leapDaysBefore(year) - leapDaysBefore(1970);
};

export const lengthOfYear = (year: number): number => (isLeap(year) ? 366 : 365);

export const yearOf = (day: EpochDay): number => {
  const estimate = 1970 + Math.floor(day / 365.2425);
  if (firstDayOfYear(estimate) > day) return estimate - 1;
  return day - firstDayOfYear(estimate) >= lengthOfYear(estimate) ? estimate + 1 : estimate;
};

/** Days of the year before a month; `month` 13 gives the whole year. */
const daysBeforeMonth = (year: number, month: number): number =>
  (DAYS_BEFORE_MONTH[month - 1] ?? NaN) + (month > 2 && isLeap(year) ? 1 : 0);

const parse = (day: LocalDay): EpochDay => {
  const [, year = NaN, month = NaN, date = NaN] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []).map(Number);
  const lengthOfMonth = daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month);
  if (!(date >= 1 && date <= lengthOfMonth)) throw new RangeError(`not a day: ${day}`);
  return firstDayOfYear(year) + daysBeforeMonth(year, month) + date - 1;
};

const format = (day: EpochDay): LocalDay => {
  const year = yearOf(day);
  const ofYear = day - firstDayOfYear(year);
  let month = 12;
  while (daysBeforeMonth(year, month) > ofYear) month -= 1;
  const date = ofYear - daysBeforeMonth(year, month) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
};

// Few different days are ever asked for, each of them hundreds of thousands of times in a simulated year.
const numbers = new Map<LocalDay, EpochDay>();
const names = new Map<EpochDay, LocalDay>();

/** @throws RangeError for what is no day (`2026-02-30`) or lies outside the years 1900–9999. */
export const epochDayOf = (day: LocalDay): EpochDay => {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const parsed = parse(day);
  numbers.set(day, parsed);
  return parsed;
};

export const localDay = (day: EpochDay): LocalDay => {
  const known = names.get(day);
  if (known !== undefined) return known;
  const name = format(day);
  names.set(day, name);
  return name;
};

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (day: EpochDay): number => (((day + THURSDAY_TO_MONDAY) % 7) + 7) % 7;

/** @throws RangeError unless `n` is whole. */
export const addDays = (day: LocalDay, n: number): LocalDay => {
  if (!Number.isInteger(n)) throw new RangeError(`not a number of days: ${n}`);
  return localDay(epochDayOf(day) + n);
};

/** ISO week, `2026-W07`: the week of duty (`docs/domain.md §2.4`). */
export const isoWeekOf = (day: LocalDay): string => {
  const number = epochDayOf(day);
  const thursday = number - weekdayOf(number) + 3;
  const year = yearOf(thursday);
  const week = Math.floor((thursday - firstDayOfYear(year)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};

/** Monday to Sunday of an ISO week, `2026-W07`. @throws RangeError where the year has no such week. */
export const daysOfIsoWeek = (week: string): readonly LocalDay[] => {
  const [, year = NaN, number = NaN] = (/^(\d{4})-W(\d\d)$/.exec(week) ?? []).map(Number);
  if (Number.isNaN(year)) throw new RangeError(`not a week: ${week}`);
  // 4 January always lies in the first week
  const fourth = firstDayOfYear(year) + 3;
  const monday = fourth - weekdayOf(fourth) + (number - 1) * 7;
  if (isoWeekOf(localDay(monday)) !== week) throw new RangeError(`not a week: ${week}`);
  return Array.from({ length: 7 }, (_, index) => localDay(monday + index));
};

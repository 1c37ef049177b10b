import type { Calendar } from './calendar.js';
import { epochDayOf, firstDayOfYear, lengthOfYear, localDay, weekdayOf, yearOf, type EpochDay } from './local-day.js';

/** One year of one calendar, counted once. */
interface YearTable {
  readonly first: EpochDay;
  readonly workingDays: readonly EpochDay[];
  /** Working days of the year before the day of this index. */
  readonly before: Uint16Array;
}

interface CalendarTables {
  /** Days a publication names: true is worked, false is off. A day may be named by its neighbour's year. */
  readonly named: ReadonlyMap<EpochDay, boolean>;
  readonly published: ReadonlySet<number>;
  readonly years: Map<number, YearTable>;
}

const SATURDAY = 5;
const tables = new WeakMap<Calendar, CalendarTables>();

const tablesOf = (calendar: Calendar): CalendarTables => {
  const known = tables.get(calendar);
  if (known) return known;
  const named = new Map<EpochDay, boolean>();
  for (const year of calendar.years) {
    for (const day of year.off) named.set(epochDayOf(day), false);
    for (const day of year.work) named.set(epochDayOf(day), true);
  }
  const made = {
    named,
    published: new Set(calendar.years.map(({ year }) => year)),
    years: new Map<number, YearTable>(),
  };
  tables.set(calendar, made);
  return made;
};

export const isPublished = (calendar: Calendar, year: number): boolean => tablesOf(calendar).published.has(year);

const isWorked = (calendar: Calendar, { named, published }: CalendarTables, year: number, day: EpochDay): boolean => {
  const said = named.get(day);
  if (said !== undefined) return said;
  if (weekdayOf(day) >= SATURDAY) return false;
  return published.has(year) || !calendar.fixedHolidays.includes(localDay(day).slice(5));
};

const yearTable = (calendar: Calendar, year: number): YearTable => {
  const ofCalendar = tablesOf(calendar);
  const known = ofCalendar.years.get(year);
  if (known) return known;
  const first = firstDayOfYear(year);
  const length = lengthOfYear(year);
  const workingDays: EpochDay[] = [];
  const before = new Uint16Array(length + 1);
  for (let index = 0; index < length; index += 1) {
    if (isWorked(calendar, ofCalendar, year, first + index)) workingDays.push(first + index);
    before[index + 1] = workingDays.length;
  }
  const made = { first, workingDays, before };
  ofCalendar.years.set(year, made);
  return made;
};

/** Working days of the day's year before the day. */
const rankOf = (table: YearTable, day: EpochDay): number => table.before[day - table.first] ?? NaN;

export const worksOn = (calendar: Calendar, day: EpochDay): boolean => {
  const table = yearTable(calendar, yearOf(day));
  return table.workingDays[rankOf(table, day)] === day;
};

/** The working day `steps` after the first one that is not before `day`; `steps` may be negative. */
export const workingDayAt = (calendar: Calendar, day: EpochDay, steps: number): EpochDay => {
  let year = yearOf(day);
  let table = yearTable(calendar, year);
  let index = rankOf(table, day) + steps;
  while (index < 0) {
    table = yearTable(calendar, (year -= 1));
    index += table.workingDays.length;
  }
  while (index >= table.workingDays.length) {
    index -= table.workingDays.length;
    table = yearTable(calendar, (year += 1));
  }
  return table.workingDays[index] ?? NaN;
};

/** Working days from `from` on and before `to`; negative where `to` is earlier. */
export const countWorkingDays = (calendar: Calendar, from: EpochDay, to: EpochDay): number => {
  if (to < from) return -countWorkingDays(calendar, to, from);
  const last = yearOf(to);
  let count = rankOf(yearTable(calendar, last), to) - rankOf(yearTable(calendar, yearOf(from)), from);
  for (let year = yearOf(from); year < last; year += 1) count += yearTable(calendar, year).workingDays.length;
  return count;
};

/** A weekend day that is worked (补班). */
export const isMakeUpDay = (calendar: Calendar, day: EpochDay): boolean =>
  weekdayOf(day) >= SATURDAY && worksOn(calendar, day);

/** A day off that a publication or a fixed date names, rather than a plain weekend. */
export const isHoliday = (calendar: Calendar, day: EpochDay): boolean => {
  if (worksOn(calendar, day)) return false;
  return weekdayOf(day) < SATURDAY || tablesOf(calendar).named.get(day) === false;
};

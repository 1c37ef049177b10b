import { unreachable, type Command, type Context, type Decider, type Event } from '#kernel';
import { isWorkingDay, type Calendar, type CalendarYear, type LocalDay } from '#working-time';
import { checkYear, type YearNotice } from './year-notice.js';

export type CalendarEvent = Event<
  'CalendarYearPublished',
  YearNotice & {
    /** Of the whole calendar: every due instant names the one it was counted by. */
    readonly version: number;
    /** The notice is not out yet: weekends and the fixed-date holidays only. */
    readonly provisional: boolean;
    readonly by: string;
  }
>;

/** A year's notice, for the first time or amended. */
export type PublishCalendarYear = Command<'PublishCalendarYear', YearNotice>;
/** Covers a year whose notice is not out yet. */
export type CoverCalendarYear = Command<'CoverCalendarYear', { readonly year: number }>;
export type CalendarCommand = PublishCalendarYear | CoverCalendarYear;

export interface CountyCalendarState {
  readonly calendar: Calendar;
  /** Years the log names, and whether their notice was out. */
  readonly years: Readonly<Record<number, 'PUBLISHED' | 'PROVISIONAL'>>;
}

/** One stream: a version is counted once, whoever publishes at the same time. */
export const CALENDAR_STREAM = 'calendar-county';

const withYear = (calendar: Calendar, { year, off, work }: CalendarYear, version: number): Calendar => ({
  ...calendar,
  version,
  years: [...calendar.years.filter((one) => one.year !== year), { year, off, work }].sort((a, b) => a.year - b.year),
});

/** The calendar as it would be with this notice, before anybody has published it. */
export const calendarWith = (calendar: Calendar, notice: YearNotice): Calendar => {
  checkYear(notice);
  return withYear(calendar, notice, calendar.version + 1);
};

const sameDays = (one: readonly LocalDay[], others: readonly LocalDay[]): boolean =>
  one.length === others.length && new Set([...one, ...others]).size === one.length;

const published = (
  { data: { year, off, work } }: PublishCalendarYear,
  { calendar, years }: CountyCalendarState,
  { now, actor }: Context,
): CalendarEvent[] => {
  const { version } = calendarWith(calendar, { year, off, work });
  const known = years[year] === 'PUBLISHED' && calendar.years.find((one) => one.year === year);
  if (known && sameDays(known.off, off) && sameDays(known.work, work)) return [];
  return [
    {
      type: 'CalendarYearPublished',
      occurredAt: now,
      data: { year, off: [...off].sort(), work: [...work].sort(), version, provisional: false, by: actor.id },
    },
  ];
};

const covered = (
  { data: { year } }: CoverCalendarYear,
  { calendar, years }: CountyCalendarState,
  { now, actor }: Context,
): CalendarEvent[] => {
  if (years[year] !== undefined || calendar.years.some((one) => one.year === year)) return [];
  const off = calendar.fixedHolidays.map((day) => `${year}-${day}`);
  return [
    {
      type: 'CalendarYearPublished',
      occurredAt: now,
      data: { year, off, work: [], version: calendar.version + 1, provisional: true, by: actor.id },
    },
  ];
};

/**
 * The county's calendar (`docs/domain.md §2.5`, aggregate `Calendar`).
 * @param seed what counts before the log says anything: the years that came with the program
 */
export const countyCalendar = (seed: Calendar): Decider<CountyCalendarState, CalendarCommand, CalendarEvent> => ({
  initialState: { calendar: seed, years: {} },
  evolve: (state, event) => {
    if (event.type !== 'CalendarYearPublished') return state;
    const { year, version, provisional } = event.data;
    const years = { ...state.years, [year]: provisional ? ('PROVISIONAL' as const) : ('PUBLISHED' as const) };
    // A provisional year is counted as any year without notice: by weekends and fixed dates, and marked so.
    const calendar = provisional ? { ...state.calendar, version } : withYear(state.calendar, event.data, version);
    return { calendar, years };
  },
  decide: (command, state, context) => {
    switch (command.type) {
      case 'PublishCalendarYear':
        return published(command, state, context);
      case 'CoverCalendarYear':
        return covered(command, state, context);
      default:
        return unreachable(command);
    }
  },
});

/** The first day of the year that is worked under one and off under the other; undefined where all days are alike. */
export const firstDayThatDiffers = (one: Calendar, other: Calendar, days: readonly LocalDay[]): LocalDay | undefined =>
  days.find((day) => isWorkingDay(one, day) !== isWorkingDay(other, day));

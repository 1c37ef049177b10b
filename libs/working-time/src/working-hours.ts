import type { Instant } from '#kernel';
import type { Calendar } from './calendar.js';
import { epochDayOf, type EpochDay } from './local-day.js';
import { MINUTE, epochDayAt, instantAt, millisecondOfDay } from './local-time.js';
import { countWorkingDays, workingDayAt, worksOn } from './year-table.js';

/** In milliseconds of the day. */
interface Session {
  readonly from: number;
  readonly to: number;
}

interface Hours {
  readonly sessions: readonly Session[];
  /** Milliseconds of work in a day. */
  readonly daily: number;
  readonly opening: number;
  readonly closing: number;
}

const hours = new WeakMap<Calendar, Hours>();

const hoursOf = (calendar: Calendar): Hours => {
  const known = hours.get(calendar);
  if (known) return known;
  const sessions = calendar.workingHours.map(([from, to]) => ({ from: from * MINUTE, to: to * MINUTE }));
  const [first, last] = [calendar.workingHours[0], calendar.workingHours.at(-1)];
  if (!first || !last) throw new RangeError('the calendar has no working hours');
  const daily = sessions.reduce((sum, { from, to }) => sum + to - from, 0);
  const counted: Hours = { sessions, daily, opening: first[0], closing: last[1] };
  hours.set(calendar, counted);
  return counted;
};

/** Minute of day at which work begins and ends: 08:30 and 17:30. */
export const openingMinute = (calendar: Calendar): number => hoursOf(calendar).opening;
export const closingMinute = (calendar: Calendar): number => hoursOf(calendar).closing;

/** When work begins on a day, were it a working day. */
export const openingOf = (calendar: Calendar, day: string): Instant =>
  instantAt(epochDayOf(day), openingMinute(calendar));

/** When work ends on a day, were it a working day: where its deadlines fall (`docs/domain.md §2.6`). */
export const closingOf = (calendar: Calendar, day: string): Instant =>
  instantAt(epochDayOf(day), closingMinute(calendar));

/** Working milliseconds of the instant's own day that lie before it. */
const workedBefore = (calendar: Calendar, instant: Instant): number => {
  if (!worksOn(calendar, epochDayAt(instant))) return 0;
  const now = millisecondOfDay(instant);
  let worked = 0;
  for (const { from, to } of hoursOf(calendar).sessions) worked += Math.max(0, Math.min(now, to) - from);
  return worked;
};

/** First instant of a working day by which `worked` milliseconds of it have passed: 12:00 rather than 14:00. */
const whenWorked = (calendar: Calendar, day: EpochDay, worked: number): Instant => {
  let rest = worked;
  for (const { from, to } of hoursOf(calendar).sessions) {
    if (rest <= to - from) return instantAt(day) + from + rest;
    rest -= to - from;
  }
  return instantAt(day, closingMinute(calendar));
};

const isWithin = (calendar: Calendar, instant: Instant, closed: boolean): boolean => {
  const now = millisecondOfDay(instant);
  return (
    worksOn(calendar, epochDayAt(instant)) &&
    hoursOf(calendar).sessions.some(({ from, to }) => now >= from && (now < to || (closed && now === to)))
  );
};

/** Work is going on: the opening minute counts, the closing one does not. */
export const isWorkingInstant = (calendar: Calendar, instant: Instant): boolean => isWithin(calendar, instant, false);

/** The instant itself while work goes on, else the beginning of the next session. */
export const nextWorkingInstant = (calendar: Calendar, instant: Instant): Instant => {
  if (isWorkingInstant(calendar, instant)) return instant;
  const day = epochDayAt(instant);
  const now = millisecondOfDay(instant);
  const later = worksOn(calendar, day) && hoursOf(calendar).sessions.find(({ from }) => from > now);
  return later ? instantAt(day) + later.from : instantAt(workingDayAt(calendar, day + 1, 0), openingMinute(calendar));
};

/** Working time from one instant to another, in minutes with seconds as a fraction; negative where `to` is earlier. */
export const workingMinutesBetween = (calendar: Calendar, from: Instant, to: Instant): number => {
  const days = countWorkingDays(calendar, epochDayAt(from), epochDayAt(to));
  return (days * hoursOf(calendar).daily + workedBefore(calendar, to) - workedBefore(calendar, from)) / MINUTE;
};

/**
 * The first instant by which so many working minutes have passed since `from` (`docs/domain.md §2.6`, WH); before it,
 * for a negative number. Nothing to consume ends at once, but never outside working hours.
 * @throws RangeError for what is no number or lies outside the years 1900–9999.
 */
export const addWorkingMinutes = (calendar: Calendar, from: Instant, minutes: number): Instant => {
  if (!Number.isFinite(minutes)) throw new RangeError(`not a number of minutes: ${minutes}`);
  const consumed = Math.round(minutes * MINUTE);
  if (consumed === 0) return isWithin(calendar, from, true) ? from : nextWorkingInstant(calendar, from);
  const { daily } = hoursOf(calendar);
  const day = epochDayAt(from);
  const total = workedBefore(calendar, from) + consumed;
  const wholeDays = Math.ceil(total / daily) - 1;
  return whenWorked(calendar, workingDayAt(calendar, day, wholeDays), total - wholeDays * daily);
};

/** 17:30 to 08:30, whatever the day (`docs/domain.md §2.4`). */
export const isNight = (calendar: Calendar, instant: Instant): boolean => {
  const now = millisecondOfDay(instant);
  return now < openingMinute(calendar) * MINUTE || now >= closingMinute(calendar) * MINUTE;
};

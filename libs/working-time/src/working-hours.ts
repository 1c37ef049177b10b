import type { Instant } from '#kernel';
import type { Calendar } from './calendar.js';
import { epochDayOf, type EpochDay } from './local-day.js';
import { MINUTE, epochDayAt, instantAt, millisecondOfDay } from './local-time.js';
import { countWorkingDays, workingDayAt, worksOn } from './year-table.js';

type Session = readonly [from: number, to: number];

const sessionsOf = ({ workingHours }: Calendar): readonly Session[] => {
  if (workingHours.length === 0) throw new RangeError('the calendar has no working hours');
  return workingHours;
};

const dailyOf = (calendar: Calendar): number =>
  sessionsOf(calendar).reduce((sum, [from, to]) => sum + (to - from) * MINUTE, 0);

/** Minute of day at which work begins and ends: 08:30 and 17:30. */
export const openingMinute = (calendar: Calendar): number => sessionsOf(calendar)[0]?.[0] ?? NaN;
export const closingMinute = (calendar: Calendar): number => sessionsOf(calendar).at(-1)?.[1] ?? NaN;

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
  return sessionsOf(calendar).reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(now, to * MINUTE) - from * MINUTE),
    0,
  );
};

/** First instant of a working day by which `worked` milliseconds of it have passed: 12:00 rather than 14:00. */
const whenWorked = (calendar: Calendar, day: EpochDay, worked: number): Instant => {
  let rest = worked;
  for (const [from, to] of sessionsOf(calendar)) {
    const length = (to - from) * MINUTE;
    if (rest <= length) return instantAt(day, from) + rest;
    rest -= length;
  }
  return instantAt(day, closingMinute(calendar));
};

const isWithin = (calendar: Calendar, instant: Instant, closed: boolean): boolean => {
  const now = millisecondOfDay(instant);
  return (
    worksOn(calendar, epochDayAt(instant)) &&
    sessionsOf(calendar).some(
      ([from, to]) => now >= from * MINUTE && (now < to * MINUTE || (closed && now === to * MINUTE)),
    )
  );
};

/** Work is going on: the opening minute counts, the closing one does not. */
export const isWorkingInstant = (calendar: Calendar, instant: Instant): boolean => isWithin(calendar, instant, false);

/** The instant itself while work goes on, else the beginning of the next session. */
export const nextWorkingInstant = (calendar: Calendar, instant: Instant): Instant => {
  if (isWorkingInstant(calendar, instant)) return instant;
  const day = epochDayAt(instant);
  const now = millisecondOfDay(instant);
  const later = worksOn(calendar, day) && sessionsOf(calendar).find(([from]) => from * MINUTE > now);
  return later ? instantAt(day, later[0]) : instantAt(workingDayAt(calendar, day + 1, 0), openingMinute(calendar));
};

/** Working time from one instant to another, in minutes with seconds as a fraction; negative where `to` is earlier. */
export const workingMinutesBetween = (calendar: Calendar, from: Instant, to: Instant): number => {
  const days = countWorkingDays(calendar, epochDayAt(from), epochDayAt(to));
  return (days * dailyOf(calendar) + workedBefore(calendar, to) - workedBefore(calendar, from)) / MINUTE;
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
  const daily = dailyOf(calendar);
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

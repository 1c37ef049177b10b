export type { Calendar, CalendarYear, Limit, LocalDay, Unit } from './calendar.js';
export type { Count, DaysOff, Derivation } from './derivation.js';
export { dueOf, earlier, extendDue, type Due } from './due.js';
export { rungsOf, type Ladder, type LadderLevel, type LadderRung } from './ladder.js';
export { halfOf } from './limit.js';
export { addDays, daysOfIsoWeek, isoWeekOf } from './local-day.js';
export {
  atMinute,
  countingDayOf,
  endOfDay,
  fromIso,
  instantOf,
  localDayOf,
  minuteOfDay,
  startOfDay,
  toIso,
} from './local-time.js';
export { pauseClock, resumeClock, type PausedClock } from './pause.js';
export { asksCalendar, recomputeDue } from './recompute.js';
export {
  isProvisional,
  isWeekend,
  isWorkingDay,
  nextWorkingDay,
  nthWorkingDayAfter,
  workingDayFrom,
  workingDaysBetween,
  yearToPublish,
} from './working-days.js';
export {
  addWorkingMinutes,
  closingOf,
  isNight,
  isWorkingInstant,
  nextWorkingInstant,
  openingOf,
  workingMinutesBetween,
} from './working-hours.js';

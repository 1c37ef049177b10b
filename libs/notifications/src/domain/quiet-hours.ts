import type { Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { addDays, atMinute, isWorkingDay, localDayOf, minuteOfDay, workingDayFrom, type Calendar } from '#working-time';

/** Minutes after midnight; over midnight where `to` is not later than `from`. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

type QuietPolicy = Pick<PolicySet, 'calendar' | 'notifications'>;

/**
 * When somebody may be paged of what is not counted in minutes and hours: never at night or on a day off
 * (`docs/domain.md §2.4, §5.8`), nor in the hours that he asked to be left alone, unless those leave no time at all.
 */
export const pagedAt = ({ calendar, notifications }: QuietPolicy, at: Instant, own?: QuietHours): Instant => {
  const windows = [notifications.quiet, ...(own && leavesTime(notifications, own) ? [own] : [])];
  let paged = at;
  for (;;) {
    const later = windows.reduce((moved, window) => endOf(window, moved), onWorkingDay(calendar, paged));
    if (later === paged) return paged;
    paged = later;
  }
};

/** Whether somebody who asks for this can still be told anything while people work. */
export const leavesTime = ({ quiet }: PolicySet['notifications'], { from, to }: QuietHours): boolean => {
  const [opening, closing] = [quiet.to, quiet.from];
  if (from < to) return from > opening || to < closing;
  return Math.max(to, opening) < Math.min(from, closing);
};

/** The next time what was gathered goes out. */
export const digestAt = ({ calendar, notifications }: QuietPolicy, at: Instant): Instant => {
  const today = localDayOf(at);
  const due = atMinute(workingDayFrom(calendar, today), notifications.digestAt);
  return due >= at ? due : atMinute(workingDayFrom(calendar, addDays(today, 1)), notifications.digestAt);
};

const onWorkingDay = (calendar: Calendar, at: Instant): Instant => {
  const day = localDayOf(at);
  return isWorkingDay(calendar, day) ? at : atMinute(workingDayFrom(calendar, day), 0);
};

/** The instant itself where it is not within. */
const endOf = ({ from, to }: QuietHours, at: Instant): Instant => {
  const minute = minuteOfDay(at);
  const day = localDayOf(at);
  if (from < to) return minute >= from && minute < to ? atMinute(day, to) : at;
  if (minute < to) return atMinute(day, to);
  return minute >= from ? atMinute(addDays(day, 1), to) : at;
};

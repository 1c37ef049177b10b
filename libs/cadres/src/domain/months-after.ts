import type { Instant } from '#kernel';
import { localDayOf, startOfDay } from '#working-time';

/** 00:00 of the same day so many months later; of a shorter month's last day where that day is missing. */
export const monthsAfter = (at: Instant, months: number): Instant => {
  const [year = 0, month = 1, day = 1] = localDayOf(at).split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  lastOfMonth.setUTCDate(Math.min(day, lastOfMonth.getUTCDate()));
  return startOfDay(lastOfMonth.toISOString().slice(0, 10));
};

import type { Instant } from '#kernel';

const DAY = 86_400_000;
/** Asia/Shanghai has had no other offset since 1991. */
const OFFSET = 8 * 3_600_000;

/** 00:00 (Asia/Shanghai) of the day an instant lies in. */
export const startOfDay = (at: Instant): Instant => Math.floor((at + OFFSET) / DAY) * DAY - OFFSET;

/** 00:00 of the same day so many months later; of a shorter month's last day where that day is missing. */
export const monthsAfter = (at: Instant, months: number): Instant => {
  const local = new Date(startOfDay(at) + OFFSET);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + months, local.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(day, lastDay)) - OFFSET;
};

export const daysBefore = (at: Instant, days: number): Instant => at - days * DAY;

import type { Instant } from '#kernel';
import { countingDayOf, startOfDay } from '#working-time';

const DAY = 86_400_000;
const dayNumber = (at: Instant): number => startOfDay(countingDayOf(at)) / DAY;

/** Day n of m of a limit: calendar days, the start day not counted, 24:00 belongs to its day (`docs/domain.md §2.6`). */
export const dayOfLimit = (
  from: Instant,
  due: Instant,
  now: Instant,
): { readonly day: number; readonly of: number } => ({
  day: Math.max(0, Math.round(dayNumber(now) - dayNumber(from))),
  of: Math.round(dayNumber(due) - dayNumber(from)),
});

import type { Instant } from '#kernel';
import { addDays, atMinute, isWorkingDay, localDayOf, type Calendar } from '#working-time';
import type { Random } from '../random.js';

const MINUTE = 60_000;
/** People act on whole ten minutes: each instant at which anybody acts costs the demo a step of the clock. */
const GRID_MINUTES = 10;
/** Of a hundred matters of a working day: those that come in each hour from 8 to 21. */
const BY_HOUR: readonly (readonly [hour: number, weight: number])[] = [
  ...([
    [8, 10],
    [9, 20],
    [10, 18],
    [11, 8],
    [12, 1],
    [13, 1],
    [14, 14],
    [15, 14],
    [16, 9],
    [17, 2],
  ] as const),
  ...([
    [18, 1],
    [19, 1],
    [20, 1],
  ] as const),
];
const DAY_OFF_WEIGHT = 0.12;
const LATE_HOURS = [6, 7, 18, 19, 20, 21, 22, 23] as const;

export const weighted = <T>(random: Random, options: readonly (readonly [T, number])[]): T => {
  const all = options.reduce((sum, [, weight]) => sum + weight, 0);
  let left = (random.below(1_000_000) / 1_000_000) * all;
  for (const [option, weight] of options) {
    left -= weight;
    if (left < 0) return option;
  }
  return options[0]![0];
};

/** When somebody comes between two instants: more on working days, most in the middle of the morning. */
export const arrival = (
  random: Random,
  calendar: Calendar,
  { from, to, anyHour }: { readonly from: Instant; readonly to: Instant; readonly anyHour: boolean },
): Instant => {
  const days: (readonly [string, number])[] = [];
  for (let day = localDayOf(from); day <= localDayOf(to); day = addDays(day, 1))
    days.push([day, isWorkingDay(calendar, day) || anyHour ? 1 : DAY_OFF_WEIGHT]);
  for (;;) {
    const day = weighted(random, days);
    const hour = anyHour && random.chance(0.5) ? random.pick(LATE_HOURS) : weighted(random, BY_HOUR);
    const at = atMinute(day, hour * 60 + GRID_MINUTES * random.below(60 / GRID_MINUTES));
    if (at >= from && at < to) return at;
  }
};

/** On the grid, not before. */
export const onGrid = (at: Instant): Instant => Math.ceil(at / (GRID_MINUTES * MINUTE)) * GRID_MINUTES * MINUTE;

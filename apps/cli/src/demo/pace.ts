import type { Instant } from '#kernel';
import { onGrid } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { addWorkingMinutes, type Limit } from '#working-time';
import type { Fate, Pace } from './fate.js';
import type { SeenClock } from './seen-case.js';

const MINUTE = 60_000;
const WORKING_DAY_MINUTES = 7 * 60;
const { calendar } = CURRENT_POLICY;

/** Working minutes of a limit, roughly: where in it somebody acts, not when it ends. */
const workingMinutesOf = ({ unit, n }: Limit): number => {
  switch (unit) {
    case 'WH':
      return n * 60;
    case 'WD':
      return n * WORKING_DAY_MINUTES;
    case 'CD':
      return (n * WORKING_DAY_MINUTES * 5) / 7;
    default:
      return n;
  }
};

const isNatural = ({ unit }: Limit): boolean => unit === 'm' || unit === 'h';

/** The next step of the grid in office hours that is later than `at`. */
export const soon = (at: Instant, minutes: number, natural = false): Instant =>
  onGrid(natural ? at + minutes * MINUTE : addWorkingMinutes(calendar, at, minutes));

/** When a step is taken by whoever has this fate, and never before `now`. */
export const stepAt = (clock: SeenClock, fate: Fate, now: Instant): Instant => {
  const pace: Pace = fate.lapses[`${clock.step}/${clock.attempt}`] ?? { share: fate.shares[clock.step] ?? 0.5 };
  return Math.max(at(clock, pace, now), soon(now, 5, isNatural(clock.limit)));
};

const at = (clock: SeenClock, pace: Pace, now: Instant): Instant => {
  const natural = isNatural(clock.limit);
  if ('past' in pace) {
    if (clock.fired.includes(pace.past)) return soon(now, pace.minutes, natural);
    const rung = clock.rungs.find(({ level }) => level === pace.past)?.at ?? clock.dueAt;
    return soon(rung, pace.minutes, natural);
  }
  if (natural) return onGrid(clock.startedAt + pace.share * (clock.dueAt - clock.startedAt));
  return soon(clock.startedAt, pace.share * workingMinutesOf(clock.limit));
};

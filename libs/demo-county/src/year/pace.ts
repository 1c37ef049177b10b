import type { StepClock } from '#cases/domain';
import type { Instant } from '#kernel';
import { nextWorkingInstant, type Calendar } from '#working-time';
import type { Random } from '../random.js';

/** Of a hundred steps so many are done in time, so many somewhat late; the rest very late. */
const ON_TIME = 90;
const LATE = 97;

/** When somebody does what a running clock asks of him. */
export const doneAt = (calendar: Calendar, clock: StepClock, now: Instant, random: Random): Instant => {
  const { dueAt, limit } = clock;
  const length = Math.max(dueAt - now, MINUTE);
  const drawn = random.below(100);
  const share = random.below(100) / 100;
  if (drawn < ON_TIME) {
    const at = now + length * share * share;
    const within = limit.unit === 'm' || limit.unit === 'h' ? at : nextWorkingInstant(calendar, at);
    return Math.round(Math.min(within, Math.max(dueAt, now)));
  }
  const over = drawn < LATE ? 0.02 + share * 0.6 : 1 + share;
  return nextWorkingInstant(calendar, Math.round(Math.max(dueAt, now) + (dueAt - clock.startedAt) * over));
};

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

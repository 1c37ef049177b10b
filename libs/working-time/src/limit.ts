import type { Limit } from './calendar.js';
import { HOUR, MINUTE } from './local-time.js';

/**
 * Days are counted whole; hours and minutes may be parts.
 * @throws RangeError for a negative or unreal number, and for part of a day.
 */
export const checkLimit = ({ unit, n }: Limit): void => {
  if (!Number.isFinite(n) || n < 0) throw new RangeError(`not a time limit: ${n} ${unit}`);
  if ((unit === 'WD' || unit === 'CD') && !Number.isInteger(n)) throw new RangeError(`not whole days: ${n} ${unit}`);
};

/** Milliseconds of an `m`, `h` or `WH` limit, of natural or of working time. */
export const durationOf = ({ unit, n }: Limit): number => Math.round(n * (unit === 'm' ? MINUTE : HOUR));

/**
 * ⌈half⌉ in the limit's own unit: a reopened round has half the time (`docs/domain.md §5.3`). Never more than the whole.
 */
export const halfOf = (limit: Limit): Limit => {
  checkLimit(limit);
  return { ...limit, n: Math.min(limit.n, Math.ceil(limit.n / 2)) };
};

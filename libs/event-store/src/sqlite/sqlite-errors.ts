import { EventStoreUnavailable } from '../event-store.js';

const BUSY = 5;
const CONSTRAINT_UNIQUE = 2067;

/** Primary result codes of what passes by itself or by an operator's hand; any other is a fault of the program. */
const PASSING: Readonly<Record<number, string>> = {
  [BUSY]: 'busy',
  6: 'locked',
  7: 'out of memory',
  8: 'read-only',
  10: 'input/output error',
  13: 'disk full',
  14: 'cannot be opened',
  15: 'locking failed',
};

/** Extended result code of an SQLite error. Not `instanceof`: the library's errors may come from another realm. */
const codeOf = (error: unknown): number => {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode : 0;
};
const primaryCodeOf = (error: unknown): number => codeOf(error) & 0xff;

export const isBusy = (error: unknown): boolean => primaryCodeOf(error) === BUSY;
export const breaksUniqueness = (error: unknown): boolean => codeOf(error) === CONSTRAINT_UNIQUE;

export const passes = (error: unknown): boolean => primaryCodeOf(error) in PASSING;

/** What can be tried again, as the port names it; every other error as it is. */
export const asUnavailable = (error: unknown): unknown => {
  const reason = PASSING[primaryCodeOf(error)];
  if (reason === undefined) return error;
  return new EventStoreUnavailable(`the log cannot be used just now: ${reason}`, { cause: error });
};

import { EventStoreUnavailable } from '../event-store.js';

/** Primary result code of an SQLite error. Not `instanceof`: the library's errors may come from another realm. */
export const sqliteCode = (error: unknown): number | undefined => {
  const { errcode } = (error ?? {}) as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : undefined;
};

export const BUSY = 5;
export const FULL = 13;
const CONSTRAINT = 19;

export const isBusy = (error: unknown): boolean => sqliteCode(error) === BUSY;
export const isConstraint = (error: unknown): boolean => sqliteCode(error) === CONSTRAINT;

/** Busy, disk full, input/output error, read-only and the like: retryable. What is not SQLite's stays as it is. */
export const asUnavailable = (error: unknown): unknown => {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const { message } = error as { message?: string };
  const reason = code === FULL ? 'disk full' : code === BUSY ? 'busy' : (message ?? 'unknown');
  return new EventStoreUnavailable(`the log cannot be used just now: ${reason} (${code})`, { cause: error });
};

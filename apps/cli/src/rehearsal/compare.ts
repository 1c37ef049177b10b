import type { Instant } from '#kernel';
import { instantOf, toIso } from '#working-time';

/** One field that is not as expected. */
export interface Mismatch {
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

const MINUTE = 60_000;

/** Same minute; the file may be exact to the second, but need not. */
export const sameMinute = (one: Instant, other: Instant): boolean =>
  Math.floor(one / MINUTE) === Math.floor(other / MINUTE);

/** `2026-02-14 14:00`, seconds only where there are any. */
export const shown = (instant: Instant): string => {
  const [day = '', time = ''] = toIso(instant).split('T');
  const clock = time.slice(0, 8);
  return `${day} ${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
};

/**
 * What of `actual` differs from `expected`: maps are compared in the fields that are named, lists whole, instants to
 * the minute. `{not: x}`, `{includes: x}` and `{count: n}` say something other than "equals".
 */
export const mismatches = (expected: unknown, actual: unknown, field = ''): readonly Mismatch[] => {
  if (isMap(expected)) {
    const [rule] = Object.keys(expected).length === 1 ? Object.keys(expected) : [];
    if (rule !== undefined && Object.hasOwn(RULES, rule)) {
      const holds = RULES[rule]!(expected[rule], actual);
      return holds ? [] : [{ field, expected: text(expected), got: text(actual) }];
    }
    if (!isMap(actual)) return [{ field, expected: text(expected), got: text(actual) }];
    return Object.entries(expected).flatMap(([name, value]) =>
      mismatches(value, actual[name], field === '' ? name : `${field}.${name}`),
    );
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return [{ field, expected: text(expected), got: text(actual) }];
    return expected.flatMap((value, index) => mismatches(value, actual[index], `${field}[${index + 1}]`));
  }
  return same(expected, actual) ? [] : [{ field, expected: text(expected), got: text(actual, expected) }];
};

const RULES: Readonly<Record<string, (expected: unknown, actual: unknown) => boolean>> = {
  not: (expected, actual) => mismatches(expected, actual).length > 0,
  includes: (expected, actual) => Array.isArray(actual) && actual.some((one) => mismatches(expected, one).length === 0),
  count: (expected, actual) => Array.isArray(actual) && actual.length === expected,
};

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (expected: unknown, actual: unknown): boolean => {
  if (typeof expected === 'string' && typeof actual === 'number') {
    const instant = looksLikeInstant(expected);
    return instant !== undefined && sameMinute(instant, actual);
  }
  return expected === actual || (expected === null && actual === undefined);
};

/** A local time, where the text is one. */
const looksLikeInstant = (text: string): Instant | undefined =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? instantOf(text) : undefined;

const text = (value: unknown, like?: unknown): string => {
  if (value === undefined) return '—';
  if (typeof value === 'number' && typeof like === 'string' && looksLikeInstant(like) !== undefined)
    return shown(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

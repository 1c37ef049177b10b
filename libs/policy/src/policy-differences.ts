import type { PolicySet } from './policy-set.js';

/** One value that differs, by its place in the set: `profiles.S-STD.limits.resolve.n`. Absent where one set lacks it. */
export interface PolicyDifference {
  readonly path: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** All that another set would change for new cases. The calendar is never pinned, and has a notice of its own. */
export const policyDifferences = (one: PolicySet, other: PolicySet): readonly PolicyDifference[] => {
  const { version: _v, calendar: _c, ...from } = one;
  const { version: _w, calendar: _d, ...to } = other;
  return differing('', from, to);
};

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const differing = (path: string, from: unknown, to: unknown): readonly PolicyDifference[] => {
  if (!isTree(from) || !isTree(to)) return from === to ? [] : [{ path, from, to }];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => differing(path === '' ? key : `${path}.${key}`, from[key], to[key]));
};

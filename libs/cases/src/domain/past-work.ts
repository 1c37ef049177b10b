import type { Instant } from '#kernel';

interface Done {
  readonly at: Instant;
}

/** Of what was done since an instant, so much was good. */
export interface GoodOf {
  readonly good: number;
  readonly all: number;
}

/** How far somebody's work has been counted, and by what. */
interface Counted {
  /** What good is measured by. */
  bound: number;
  since: Instant;
  /** Counted up to here; what lies before `from` is too old. */
  seen: number;
  from: number;
  good: number;
  all: number;
}

/**
 * What somebody has done, oldest first. Everybody's is looked at in every assignment, and grows by one thing at a time:
 * what was counted of it is counted on.
 */
export interface PastWork<List extends readonly Done[]> {
  /** May grow at its end, and does not change otherwise. */
  readonly done: List;
  /** Nobody's but `goodSince`. */
  readonly counted: Counted;
}

/** @param done oldest first */
export const pastWork = <List extends readonly Done[]>(done: List): PastWork<List> => ({
  done,
  counted: { bound: 0, since: -Infinity, seen: 0, from: 0, good: 0, all: 0 },
});

/** @param bound what good is measured by */
export const goodSince = <T extends Done>(
  { done, counted }: PastWork<readonly T[]>,
  since: Instant,
  bound: number,
  isGood: (one: T, bound: number) => boolean,
): GoodOf => {
  if (counted.bound !== bound || counted.since > since) {
    Object.assign(counted, { bound, seen: 0, from: 0, good: 0, all: 0 });
  }
  for (; counted.seen < done.length; counted.seen += 1) {
    counted.all += 1;
    if (isGood(done[counted.seen]!, bound)) counted.good += 1;
  }
  for (; counted.from < counted.seen && done[counted.from]!.at < since; counted.from += 1) {
    counted.all -= 1;
    if (isGood(done[counted.from]!, bound)) counted.good -= 1;
  }
  counted.since = since;
  return counted;
};

import type { Instant } from '#kernel';
import type { Candidate } from './assignment.types.js';

interface Done {
  readonly at: Instant;
}

/** Of what was done since an instant, so much was good. */
export interface GoodOf {
  readonly good: number;
  readonly all: number;
}

/**
 * Everybody's work is looked at in every assignment, and grows by one thing at a time: what was counted of a list is
 * counted on. A list that changes otherwise than at its end is another list.
 */
interface Counted {
  readonly bound: number;
  since: Instant;
  /** Counted up to here; what lies before `from` is too old. */
  seen: number;
  from: number;
  good: number;
  all: number;
}
const counts = new WeakMap<readonly Done[], Counted>();

/**
 * @param done oldest first
 * @param bound what good is measured by
 */
export const goodSince = <T extends Done>(
  done: readonly T[],
  since: Instant,
  bound: number,
  isGood: (one: T, bound: number) => boolean,
): GoodOf => {
  const known = counts.get(done);
  const isOfUse = known !== undefined && known.bound === bound && known.since <= since;
  const counted: Counted = isOfUse ? known : { bound, since, seen: 0, from: 0, good: 0, all: 0 };
  if (!isOfUse) counts.set(done, counted);
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

type Ratings = Candidate['ratings'];

interface Content {
  readonly least: number;
  seen: number;
  readonly lastAt: Map<string, Instant>;
}
const contents = new WeakMap<Ratings, Content>();

/** When each household was last content with him, by ratings of at least `least`. */
export const lastContent = (ratings: Ratings, least: number): ReadonlyMap<string, Instant> => {
  const known = contents.get(ratings);
  const content: Content = known?.least === least ? known : { least, seen: 0, lastAt: new Map() };
  if (content !== known) contents.set(ratings, content);
  for (; content.seen < ratings.length; content.seen += 1) {
    const { at, rating, householdId } = ratings[content.seen]!;
    if (householdId !== undefined && rating >= least) content.lastAt.set(householdId, at);
  }
  return content.lastAt;
};

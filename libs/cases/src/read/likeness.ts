import { addDays, localDayOf, startOfDay } from '#working-time';
import type { DuplicatePolicy } from '#policy';
import type { Instant } from '#kernel';

export type DuplicateReason = 'SAME_VILLAGE' | 'SAME_PARTY' | 'LIKE_TEXT';

/** What of two cases is compared. `bigrams` as they stand in the row: keyed, sorted, each once. */
export interface Compared {
  readonly typeCode: string;
  readonly township: string;
  readonly village: string;
  readonly registeredAt: Instant;
  readonly bigrams: string;
}

export interface Likeness {
  readonly reasons: readonly DuplicateReason[];
  /** 0–1, for the order only: whether it is one matter, a person says. */
  readonly score: number;
}

const listOf = (words: string): readonly string[] => words.trim().split(' ').filter(Boolean);

/** Share of the pairs that two texts have in common (Dice): 1 for the same text, 0 where either says too little. */
export const likenessOfTexts = (one: string, other: string, { comparedFromPairs }: DuplicatePolicy): number => {
  const [mine, theirs] = [listOf(one), new Set(listOf(other))];
  if (Math.min(mine.length, theirs.size) < comparedFromPairs) return 0;
  return (2 * mine.filter((word) => theirs.has(word)).length) / (mine.length + theirs.size);
};

const DAY_BOUND = 1;

/** Calendar days between them at most: the whole first and last day count. */
export const daysAround = (at: Instant, days: number): readonly [from: Instant, until: Instant] => {
  const day = localDayOf(at);
  return [startOfDay(addDays(day, -days)), startOfDay(addDays(day, days + DAY_BOUND))];
};

/** Why a case may tell the same as another; undefined where nothing speaks for it (`docs/domain.md §5.1`). */
export const likenessOf = (
  policy: DuplicatePolicy,
  one: Compared,
  other: Compared,
  sameParty: boolean,
): Likeness | undefined => {
  const [from, until] = daysAround(one.registeredAt, policy.sameVillageWithin.n);
  const near = other.registeredAt >= from && other.registeredAt < until;
  const sameType = one.typeCode === other.typeCode;
  const text = one.township === other.township ? likenessOfTexts(one.bigrams, other.bigrams, policy) : 0;
  const held: Readonly<Record<DuplicateReason, boolean>> = {
    SAME_VILLAGE: sameType && one.village === other.village && near,
    SAME_PARTY: sameType && sameParty,
    LIKE_TEXT: text >= policy.likeTextFrom,
  };
  const reasons = (Object.keys(held) as DuplicateReason[]).filter((reason) => held[reason]);
  if (reasons.length === 0) return undefined;
  const { weights } = policy;
  const score = weights.text * text + (held.SAME_PARTY ? weights.party : 0) + (held.SAME_VILLAGE ? weights.village : 0);
  return { reasons, score: Math.round(score * 100) / 100 };
};

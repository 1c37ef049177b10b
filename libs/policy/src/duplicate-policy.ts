import type { Limit } from '#working-time';
import { CD } from './limits.js';

/** When one case may tell the same as another (`docs/domain.md §5.1`); whether it does, a person says. */
export interface DuplicatePolicy {
  /** Same type in the same village, registered so near each other. */
  readonly sameVillageWithin: Limit;
  /** Same person with the same type, or a like text in the same township: among cases that are open or so recent. */
  readonly recentWithin: Limit;
  /** Share of pairs of characters that two texts have in common (Dice), 0–1. */
  readonly likeTextFrom: number;
  /** A text with fewer pairs of characters says too little to be compared. */
  readonly comparedFromPairs: number;
  /** What each counts in the order of suggestions; together 1. */
  readonly weights: { readonly text: number; readonly party: number; readonly village: number };
  /** Suggested at most, the likeliest first. */
  readonly most: number;
}

/** `docs/domain.md §5.1`; what it leaves open is chosen in `docs/decisions/0020`. */
export const DUPLICATE_POLICY: DuplicatePolicy = {
  sameVillageWithin: CD(30),
  recentWithin: CD(180),
  likeTextFrom: 0.5,
  comparedFromPairs: 4,
  weights: { text: 0.5, party: 0.3, village: 0.2 },
  most: 20,
};

import type { Limit } from '#working-time';
import { CD, rolled, WD } from './limits.js';

/** `docs/domain.md §5.3`. Ratings run from 1 to 5. */
export interface ReviewPolicy {
  readonly minAttempts: number;
  readonly minDays: number;
  readonly minChannels: number;
  readonly lateRating: Limit;
  /** Ratings up to this one are dissatisfied. */
  readonly dissatisfiedUpTo: number;
  readonly maxRounds: number;
  /** P1 and P2 keep the profile's. */
  readonly reopenedAssign: Limit;
  /** Share of the original resolve limit that a reopened round gets, rounded up in its own unit. */
  readonly reopenedShare: number;
  readonly countyReview: Limit;
  readonly appealToCountyReview: Limit;
  readonly panelSize: number;
  /** A handler sees ratings only as totals of at least this many cases. */
  readonly totalsFrom: number;
}

/** `docs/domain.md §5.3`; late rating and appeal are residents' rights (§2.6). */
export const REVIEW_POLICY: ReviewPolicy = {
  minAttempts: 3,
  minDays: 2,
  minChannels: 2,
  lateRating: rolled(CD(15)),
  dissatisfiedUpTo: 2,
  maxRounds: 3,
  reopenedAssign: WD(1),
  reopenedShare: 0.5,
  countyReview: WD(10),
  appealToCountyReview: rolled(CD(15)),
  panelSize: 3,
  totalsFrom: 5,
};

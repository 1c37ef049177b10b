import type { Priority } from './codes.js';

/** `docs/domain.md §4.3`. */
export interface ModifierPolicy {
  /** From this age on a party counts as an elder. */
  readonly elderFrom: number;
  readonly minorBelow: number;
  /** A step up for a vulnerable party never goes above this priority. */
  readonly stepUpTo: Priority;
  /** This many petitioners name at most `maxRepresentatives`. */
  readonly petitionersFrom: number;
  readonly maxRepresentatives: number;
}

/** `docs/domain.md §4.3`. */
export const MODIFIER_POLICY: ModifierPolicy = {
  elderFrom: 80,
  minorBelow: 18,
  stepUpTo: 'P2',
  petitionersFrom: 5,
  maxRepresentatives: 5,
};

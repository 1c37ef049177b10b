import type { Priority } from './codes.js';

/** Weights and bounds of §8. */
export interface AssignmentPolicy {
  readonly weights: {
    readonly skill: number;
    readonly near: number;
    readonly load: number;
    readonly quality: number;
    readonly continuity: number;
  };
  readonly skill: {
    readonly level: number;
    readonly recency: number;
    readonly optional: number;
    readonly fullLevel: number;
    readonly recencySteps: readonly { readonly days: number; readonly value: number }[];
  };
  /** Neighbour village: number at most `villageDistance` away. */
  readonly near: {
    readonly villageDistance: number;
    readonly sameVillage: number;
    readonly neighbourVillage: number;
    readonly sameTownship: number;
    readonly county: number;
  };
  readonly caseWeight: Readonly<Record<Priority, number>>;
  readonly loadCap: number;
  readonly relaxedLoadCap: number;
  /** Least level of a must skill; `grave` (P1, ORANGE, RED): at this level in at least one of them. */
  readonly minLevel: { readonly ordinary: number; readonly grave: number };
  readonly quality: { readonly priorMean: number; readonly priorWeight: number; readonly days: number };
  readonly continuity: {
    /** Value for having served the household with a rating of at least `servedMinRating` in `servedDays`. */
    readonly servedWithRating: number;
    readonly servedMinRating: number;
    readonly servedDays: number;
    readonly villageInstructor: number;
    /** Added where the resident named the cadre. */
    readonly named: number;
    readonly cap: number;
  };
  /** At tier V the resident instructor is taken when his score is within this of the best. */
  readonly instructorMargin: number;
  /** `from`, `to`: the night in minutes after midnight. */
  readonly nightRest: {
    readonly restHours: number;
    readonly afterWorkedHours: number;
    readonly from: number;
    readonly to: number;
  };
  readonly neighbourTownships: number;
  readonly decimals: number;
  readonly explained: number;
}

/** `docs/domain.md §8`; night §2.4. */
export const ASSIGNMENT_POLICY: AssignmentPolicy = {
  weights: { skill: 40, near: 20, load: 20, quality: 10, continuity: 10 },
  skill: {
    level: 0.6,
    recency: 0.25,
    optional: 0.15,
    fullLevel: 2,
    recencySteps: [
      { days: 180, value: 1 },
      { days: 365, value: 0.5 },
    ],
  },
  minLevel: { ordinary: 1, grave: 2 },
  near: { villageDistance: 1, sameVillage: 1, neighbourVillage: 0.8, sameTownship: 0.6, county: 0.2 },
  caseWeight: { P1: 4, P2: 3, P3: 2, P4: 1 },
  loadCap: 12,
  relaxedLoadCap: 15,
  // (on time + 4) ÷ (n + 5): five cases at 0.8 before the first real one.
  quality: { priorMean: 0.8, priorWeight: 5, days: 180 },
  continuity: {
    servedWithRating: 1,
    servedMinRating: 4,
    servedDays: 365,
    villageInstructor: 0.7,
    named: 0.5,
    cap: 1,
  },
  instructorMargin: 5,
  nightRest: { restHours: 8, afterWorkedHours: 8, from: 17 * 60 + 30, to: 8 * 60 + 30 },
  neighbourTownships: 2,
  decimals: 4,
  explained: 5,
};

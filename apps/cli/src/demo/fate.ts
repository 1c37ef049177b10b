import { MEDIATION_COURSES, randomFor, weighted, type Matter, type MediationCourse, type Random } from '#demo-county';

/** When somebody acts: after a share of the limit, or only once a rung has come and some working minutes more. */
export type Pace =
  { readonly share: number } | { readonly past: 'WARN' | 'E1' | 'E2' | 'E3'; readonly minutes: number };

/** How a matter leaves the house other than by being handled. */
export type Exit = 'AT_ONCE' | 'REJECTED' | 'TRANSFERRED' | 'WITHDRAWN';

/** How one party of a case takes the call after a round. */
export interface Verdict {
  /** Calls that nobody answers before the one that is. */
  readonly missed: number;
  /** None: nobody is ever reached. */
  readonly rating?: 1 | 2 | 3 | 4 | 5;
  readonly reason: string;
  /** Calls back himself after all, when he was given up. */
  readonly late?: 1 | 2 | 3 | 4 | 5;
}

/** What will happen to one matter as far as people decide it: drawn before anything has happened. */
export interface Fate {
  readonly key: string;
  readonly exit?: Exit;
  /** By step and attempt, `ack/1`; a step that is not named takes its share. */
  readonly lapses: Readonly<Record<string, Pace>>;
  readonly shares: Readonly<Record<string, number>>;
  readonly decline?: 'CONFLICT' | 'OVERLOAD' | 'NO_SKILL';
  readonly notes: number;
  readonly extends: boolean;
  /** What the leader does once it has come to him. */
  readonly order: 'ORDER' | 'REASSIGN' | 'EXTEND' | 'ACCEPT_REASON';
  /** By round and party, the first round first. */
  readonly verdicts: readonly (readonly Verdict[])[];
  readonly panel: 'UPHELD' | 'REDO';
  /** Of the first mediation, and of those at the tiers above. */
  readonly courses: readonly MediationCourse[];
  readonly refusesMediator: boolean;
  readonly takesNextTier: boolean;
  /** By the handler, without any mediation. */
  readonly raised: boolean;
  readonly suspended?: { readonly days: number; readonly early: boolean };
  /** A merge turns out to have been a mistake. */
  readonly unmerged: boolean;
  /** For the choice between texts. */
  readonly text: number;
  /** What was agreed is done. */
  readonly keepsWord: 'IN_TIME' | 'ONCE_URGED' | 'NEVER';
}

const STEPS = ['accept', 'assign', 'ack', 'respond', 'resolve', 'review', 'countyReview'] as const;
const ROUNDS = 3;
const TIERS = 3;
const PARTIES = 2;
/** Of a hundred steps, those that somebody lets lapse. */
const LAPSE: Readonly<Record<string, number>> = {
  accept: 0.05,
  assign: 0.06,
  ack: 0.09,
  respond: 0.06,
  resolve: 0.09,
  review: 0.04,
};
const RUNGS = [
  ['WARN', 30],
  ['E1', 44],
  ['E2', 18],
  ['E3', 8],
] as const;
/** A limit is used from here to there; resolving takes what it takes. */
const USED: Readonly<Record<string, readonly [number, number]>> = { resolve: [15, 75], countyReview: [5, 25] };
const ORDINARILY = [5, 60] as const;

const KEEPS_WORD = [
  ['IN_TIME', 76],
  ['ONCE_URGED', 14],
  ['NEVER', 10],
] as const;

const AT_ONCE_SHARE: Readonly<Record<string, number>> = { 'AGY-IMM': 0.9, 'CON-POL': 0.35, 'SUG-GEN': 0.2 };
const TRANSFERRED_SHARE: Readonly<Record<string, number>> = { 'RPT-GMB': 0.7, 'DSP-LAB': 0.1, 'DSP-LCT': 0.06 };

/** The same fate for the same matter and seed, whatever other matters there are. */
export const fateOf = (matter: Matter, seed: number): Fate => {
  const random = randomFor(`fate:${matter.key}`, seed);
  const exit = exitOf(random, matter);
  return {
    key: matter.key,
    ...(exit && { exit }),
    lapses: lapsesOf(random),
    shares: Object.fromEntries(STEPS.map((step) => [step, random.between(...(USED[step] ?? ORDINARILY)) / 100])),
    ...(random.chance(0.06) && { decline: random.pick(['CONFLICT', 'OVERLOAD', 'NO_SKILL'] as const) }),
    notes: random.pick([0, 0, 1, 1, 2]),
    extends: random.chance(0.05),
    order: random.pick(['ORDER', 'ORDER', 'REASSIGN', 'EXTEND', 'ACCEPT_REASON'] as const),
    verdicts: Array.from({ length: ROUNDS }, (_, round) =>
      Array.from({ length: PARTIES }, () => verdictOf(random, round)),
    ),
    panel: random.chance(0.5) ? 'UPHELD' : 'REDO',
    courses: Array.from({ length: TIERS }, () => weighted(random, MEDIATION_COURSES)),
    refusesMediator: random.chance(0.12),
    takesNextTier: random.chance(0.6),
    raised: random.chance(0.025),
    ...(random.chance(0.06) && { suspended: { days: random.between(2, 5), early: random.chance(0.5) } }),
    unmerged: random.chance(0.4),
    text: random.below(1_000),
    keepsWord: weighted(random, KEEPS_WORD),
  };
};

const exitOf = (random: Random, { typeCode, channel }: Matter): Exit | undefined => {
  const drawn = random.below(1_000) / 1_000;
  const byPhone = channel === 'HOTLINE' || channel === 'WEB' || channel === 'LETTER';
  const atOnce = AT_ONCE_SHARE[typeCode] ?? 0;
  const drawnAtOnce = random.chance(typeCode === 'AGY-IMM' || !byPhone ? atOnce : atOnce / 2);
  if (drawnAtOnce && channel !== 'ENTERPRISE') return 'AT_ONCE'; // an assistant in the works may write down, not answer
  if (drawn < 0.04) return 'REJECTED';
  if (drawn < 0.04 + (TRANSFERRED_SHARE[typeCode] ?? 0.02)) return 'TRANSFERRED';
  if (drawn > 0.96 && !/^(RPT|PET|INQ|EMG)/.test(typeCode)) return 'WITHDRAWN';
  return undefined;
};

/** A second lapse of the same acknowledgement is rarer than the first, and goes straight to the leader. */
const lapsesOf = (random: Random): Record<string, Pace> => {
  const lapses: Record<string, Pace> = {};
  for (const [step, share] of Object.entries(LAPSE)) {
    if (!random.chance(share)) continue;
    lapses[`${step}/1`] = { past: weighted(random, RUNGS), minutes: random.between(15, 120) };
  }
  if (lapses['ack/1'] && random.chance(0.35)) lapses['ack/2'] = { past: 'E2', minutes: random.between(60, 200) };
  return lapses;
};

const verdictOf = (random: Random, round: number): Verdict => {
  const missed = random.pick([0, 0, 0, 0, 1, 1, 2]);
  const reason = random.pick(['RESULT', 'RESULT', 'SPEED', 'ATTITUDE', 'EXPLANATION', 'FAIRNESS']);
  if (random.chance(0.09))
    return { missed: 3, reason, ...(random.chance(0.15) && { late: random.pick([2, 4] as const) }) };
  const ratings = round === 0 ? RATINGS : AFTER_A_SECOND_TRY;
  return { missed, rating: weighted(random, ratings), reason };
};

const RATINGS = [
  [5, 42],
  [4, 34],
  [3, 13],
  [2, 8],
  [1, 3],
] as const;
const AFTER_A_SECOND_TRY = [
  [5, 16],
  [4, 26],
  [3, 14],
  [2, 30],
  [1, 14],
] as const;

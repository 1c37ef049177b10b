import type { Instant } from '#kernel';
import type { AssignmentPolicy, MustSkills, PolicySet, SkillCode } from '#policy';
import type { Candidate, ScoreParts } from './assignment.types.js';
import type { CadreId, TownshipId, VillageId } from './case-types.js';
import { holds, shownSkills } from './hard-rules.js';

const DAY = 86_400_000;

/** What the score looks at besides the candidate. */
export interface ScoredCase {
  readonly now: Instant;
  readonly must: MustSkills;
  readonly optional: readonly SkillCode[];
  readonly villages: readonly VillageId[];
  readonly townshipId: TownshipId;
  readonly households: readonly string[];
  readonly preferred?: CadreId;
}

/** `docs/domain.md §8`: each part between 0 and 1. */
export const scoreParts = (
  { assignment: policy, review }: Pick<PolicySet, 'assignment' | 'review'>,
  candidate: Candidate,
  scored: ScoredCase,
): ScoreParts => ({
  skill: skillPart(policy, candidate, scored),
  near: nearPart(policy, candidate, scored),
  load: Math.max(0, 1 - candidate.openLoad / policy.loadCap),
  quality: qualityPart(policy, candidate, scored.now, review.dissatisfiedUpTo),
  continuity: continuityPart(policy, candidate, scored),
});

export const totalScore = ({ weights, decimals }: AssignmentPolicy, parts: ScoreParts): number => {
  const total =
    weights.skill * parts.skill +
    weights.near * parts.near +
    weights.load * parts.load +
    weights.quality * parts.quality +
    weights.continuity * parts.continuity;
  const scale = 10 ** decimals;
  return Math.round(total * scale) / scale;
};

const mean = (values: readonly number[], ofNone: number): number =>
  values.length === 0 ? ofNone : values.reduce((sum, value) => sum + value, 0) / values.length;

const skillPart = ({ skill: policy }: AssignmentPolicy, candidate: Candidate, scored: ScoredCase): number => {
  const { now, must, optional } = scored;
  const shown = shownSkills(candidate, must, now);
  const level = mean(
    shown.map((skill) => Math.min(1, holds(candidate, skill, now) / policy.fullLevel)),
    0,
  );
  const recency = mean(
    shown.map((skill) => recencyOf(policy.recencySteps, candidate.skillUse[skill], now)),
    0,
  );
  const held = mean(
    optional.map((skill) => (holds(candidate, skill, now) > 0 ? 1 : 0)),
    1,
  );
  return policy.level * level + policy.recency * recency + policy.optional * held;
};

const recencyOf = (
  steps: AssignmentPolicy['skill']['recencySteps'],
  lastUse: Instant | undefined,
  now: Instant,
): number => {
  if (lastUse === undefined) return 0;
  return steps.find(({ days }) => now - lastUse <= days * DAY)?.value ?? 0;
};

const nearPart = ({ near }: AssignmentPolicy, candidate: Candidate, scored: ScoredCase): number => {
  if (candidate.villages.some((village) => scored.villages.includes(village))) return near.sameVillage;
  if (
    candidate.villages.some((village) =>
      scored.villages.some((other) => areNeighbours(village, other, near.villageDistance)),
    )
  ) {
    return near.neighbourVillage;
  }
  return candidate.townshipId === scored.townshipId ? near.sameTownship : near.county;
};

/** Neighbour villages are numbered side by side in the same township (§8 R2). */
const areNeighbours = (one: VillageId, other: VillageId, distance: number): boolean => {
  const at = one.indexOf('-V');
  if (!other.startsWith(one.slice(0, at + 2))) return false;
  return Math.abs(Number(one.slice(at + 2)) - Number(other.slice(at + 2))) <= distance;
};

const qualityPart = (
  { quality }: AssignmentPolicy,
  candidate: Candidate,
  now: Instant,
  dissatisfiedUpTo: number,
): number => {
  const since = now - quality.days * DAY;
  const known = qualities.get(candidate);
  if (
    known?.quality === quality &&
    known.dissatisfiedUpTo === dissatisfiedUpTo &&
    known.from <= since &&
    since <= known.until
  )
    return known.part;
  const { steps, ratings } = candidate;
  const onTime = share(quality, steps, since, ({ onTime }) => onTime);
  const satisfied = share(quality, ratings, since, ({ rating }) => rating > dissatisfiedUpTo);
  const part = (onTime + satisfied) / 2;
  qualities.set(candidate, {
    ...{ quality, dissatisfiedUpTo, from: since, part },
    until: Math.min(oldestSince(steps, since), oldestSince(ratings, since)),
  });
  return part;
};

/** The part for every window that begins from `from` to `until`: between them nothing grows too old to count. */
interface Quality {
  readonly quality: AssignmentPolicy['quality'];
  readonly dissatisfiedUpTo: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly part: number;
}

/** Asked of everybody at every assignment, changed by his own work alone. */
const qualities = new WeakMap<Candidate, Quality>();

const oldestSince = (done: readonly { readonly at: Instant }[], since: Instant): Instant =>
  done.reduce((oldest, { at }) => (at >= since && at < oldest ? at : oldest), Infinity);

const share = <T extends { readonly at: Instant }>(
  { priorMean, priorWeight }: AssignmentPolicy['quality'],
  done: readonly T[],
  since: Instant,
  isGood: (one: T) => boolean,
): number => {
  let [good, all] = [0, 0];
  for (const one of done) {
    if (one.at < since) continue;
    all += 1;
    if (isGood(one)) good += 1;
  }
  return (good + priorMean * priorWeight) / (all + priorWeight);
};

const continuityPart = ({ continuity }: AssignmentPolicy, candidate: Candidate, scored: ScoredCase): number => {
  const since = scored.now - continuity.servedDays * DAY;
  const served =
    scored.households.length > 0 &&
    candidate.ratings.some(
      ({ at, rating, householdId }) =>
        at >= since &&
        rating >= continuity.servedMinRating &&
        householdId !== undefined &&
        scored.households.includes(householdId),
    );
  const lives = candidate.villages.some((village) => scored.villages.includes(village));
  const known = served ? continuity.servedWithRating : lives ? continuity.villageInstructor : 0;
  return Math.min(continuity.cap, known + (scored.preferred === candidate.cadreId ? continuity.named : 0));
};

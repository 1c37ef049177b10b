import type { Instant } from '#kernel';
import type { AssignmentPolicy, PolicySet, SkillCode } from '#policy';
import type { Candidate, CandidatePool, GivenRating, ScoreParts, TimedStep } from './assignment.types.js';
import type { CadreId, TownshipId, VillageId } from './case-types.js';
import { bestOf, holds } from './hard-rules.js';
import { goodSince, type GoodOf } from './past-work.js';

const DAY = 86_400_000;

/** What the score looks at besides the candidate. */
export interface ScoredCase {
  readonly now: Instant;
  /** The must skills, any one of each group. */
  readonly groups: readonly (readonly SkillCode[])[];
  readonly optional: readonly SkillCode[];
  readonly villages: readonly VillageId[];
  readonly townshipId: TownshipId;
  /** Whom a household of the case was content with, not long ago. */
  readonly served: ReadonlySet<CadreId>;
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

const skillPart = ({ skill: policy }: AssignmentPolicy, candidate: Candidate, scored: ScoredCase): number => {
  const { now, groups, optional } = scored;
  let [shown, levels, recency, held] = [0, 0, 0, 0];
  for (const group of groups) {
    const skill = bestOf(candidate, group, now);
    if (skill === undefined) continue;
    shown += 1;
    levels += Math.min(1, holds(candidate, skill, now) / policy.fullLevel);
    recency += recencyOf(policy.recencySteps, candidate.skillUse.get(skill), now);
  }
  for (const skill of optional) if (holds(candidate, skill, now) > 0) held += 1;
  return (
    policy.level * meanOf(levels, shown, 0) +
    policy.recency * meanOf(recency, shown, 0) +
    policy.optional * meanOf(held, optional.length, 1)
  );
};

const meanOf = (sum: number, count: number, ofNone: number): number => (count === 0 ? ofNone : sum / count);

const recencyOf = (
  steps: AssignmentPolicy['skill']['recencySteps'],
  lastUse: Instant | undefined,
  now: Instant,
): number => {
  if (lastUse === undefined) return 0;
  return steps.find(({ days }) => now - lastUse <= days * DAY)?.value ?? 0;
};

const nearPart = ({ near }: AssignmentPolicy, candidate: Candidate, scored: ScoredCase): number => {
  const { villages, townshipId } = candidate;
  if (livesIn(candidate, scored)) return near.sameVillage;
  for (const village of villages)
    for (const other of scored.villages)
      if (areNeighbours(village, other, near.villageDistance)) return near.neighbourVillage;
  return townshipId === scored.townshipId ? near.sameTownship : near.county;
};

const livesIn = ({ villages }: Candidate, scored: ScoredCase): boolean => {
  for (const village of villages) if (scored.villages.includes(village)) return true;
  return false;
};

/** Neighbour villages are numbered side by side in the same township (§8 R2). */
const areNeighbours = (one: VillageId, other: VillageId, distance: number): boolean => {
  const [here, there] = [placeOf(one), placeOf(other)];
  return here.township === there.township && Math.abs(here.number - there.number) <= distance;
};

interface VillagePlace {
  readonly township: string;
  readonly number: number;
}

/** A county has some hundreds, and they are asked for at every assignment. */
const places = new Map<VillageId, VillagePlace>();

const placeOf = (village: VillageId): VillagePlace => {
  const known = places.get(village);
  if (known) return known;
  const [township = '', number] = village.split('-V');
  const place = { township, number: Number(number) };
  places.set(village, place);
  return place;
};

const qualityPart = (
  { quality }: AssignmentPolicy,
  { steps, ratings }: Candidate,
  now: Instant,
  dissatisfiedUpTo: number,
): number => {
  const since = now - quality.days * DAY;
  const onTime = shareOf(quality, goodSince(steps, since, 0, isOnTime));
  const satisfied = shareOf(quality, goodSince(ratings, since, dissatisfiedUpTo, isAbove));
  return (onTime + satisfied) / 2;
};

const isOnTime = ({ onTime }: TimedStep): boolean => onTime;
const isAbove = ({ rating }: GivenRating, bound: number): boolean => rating > bound;

const shareOf = ({ priorMean, priorWeight }: AssignmentPolicy['quality'], { good, all }: GoodOf): number =>
  (good + priorMean * priorWeight) / (all + priorWeight);

const continuityPart = ({ continuity }: AssignmentPolicy, candidate: Candidate, scored: ScoredCase): number => {
  const known = scored.served.has(candidate.cadreId)
    ? continuity.servedWithRating
    : livesIn(candidate, scored)
      ? continuity.villageInstructor
      : 0;
  return Math.min(continuity.cap, known + (scored.preferred === candidate.cadreId ? continuity.named : 0));
};

/** Whom one of these households was content with, not long ago. */
export const servedWell = (
  { continuity: { servedDays, servedMinRating } }: AssignmentPolicy,
  { words }: Pick<CandidatePool, 'words'>,
  households: readonly string[],
  now: Instant,
): ReadonlySet<CadreId> => {
  const since = now - servedDays * DAY;
  const served = new Set<CadreId>();
  for (const household of households)
    for (const { cadreId, at, rating } of words.get(household) ?? [])
      if (at >= since && rating >= servedMinRating) served.add(cadreId);
  return served;
};

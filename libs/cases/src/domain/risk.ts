import { caseTypeOf, matchesCaseType, type PolicySet, type RiskLevel } from '#policy';
import type { Instant } from '#kernel';
import { addDays, localDayOf } from '#working-time';
import type { CaseFile, Risk, RiskSigns } from './case-types.js';

const fromSteps = (steps: readonly { readonly from: number; readonly score: number }[], value: number): number =>
  steps.reduce((score, step) => (value >= step.from ? Math.max(score, step.score) : score), 0);

/** Scores the danger to people, never a person (`docs/domain.md §4.4`). */
export const assessRisk = (
  policies: PolicySet,
  file: Pick<CaseFile, 'parties' | 'amount' | 'typeCode' | 'registeredAt'>,
  signs: RiskSigns,
  at: Instant,
): Risk => {
  const { risk: policy } = policies;
  const factors: Record<string, number> = {
    violence: policy.violence[signs.violence],
    group: fromSteps(policy.group, signs.gathered),
    relapse: relapsePoints(policies, file.typeCode, signs.relapses),
    vulnerable: vulnerablePoints(policies, file),
    amount: fromSteps(policy.amount, file.amount ?? 0),
    ...withAge(agePoints(policies, file, at)),
  };
  const score = sumOf(factors);
  const forced = {
    ...(signs.threatToLife && { threatToLife: 0 }),
    ...(signs.weapon && { weapon: 0 }),
    ...(signs.gathered >= policy.forcedRedGroup && { crowd: 0 }),
  };
  const isForced = Object.keys(forced).length > 0;
  return { score, level: isForced ? 'RED' : levelOf(policy.levels, score), factors: { ...factors, ...forced } };
};

const sumOf = (factors: Readonly<Record<string, number>>): number =>
  Object.values(factors).reduce((sum, points) => sum + points, 0);

const vulnerablePoints = ({ risk }: PolicySet, { parties }: Pick<CaseFile, 'parties'>): number =>
  parties.some((party) => party.vulnerable) ? risk.vulnerable : 0;

/** Points for its age in whole calendar days since it was registered. */
const agePoints = ({ risk }: PolicySet, { registeredAt }: Pick<CaseFile, 'registeredAt'>, at: Instant): number => {
  const today = localDayOf(at);
  return risk.age.reduce(
    (points, { overDays, score }) =>
      today > addDays(localDayOf(registeredAt), overDays) ? Math.max(points, score) : points,
    0,
  );
};

const withAge = (age: number): Readonly<Record<string, number>> => (age > 0 ? { age } : {});

/**
 * The same danger scored again at a later time: its age, and whoever has joined it. Only upwards, and only where the
 * level rises (`docs/domain.md §4.4`): nothing where it does not.
 */
export const raised = (policies: PolicySet, file: CaseFile, risk: Risk, at: Instant): Risk | undefined => {
  const factors = {
    ...risk.factors,
    vulnerable: Math.max(risk.factors['vulnerable'] ?? 0, vulnerablePoints(policies, file)),
    ...withAge(agePoints(policies, file, at)),
  };
  const score = sumOf(factors);
  const higher = { score, level: levelOf(policies.risk.levels, score), factors };
  return score > risk.score && isHigher(higher, risk) ? higher : undefined;
};

const RANK: Readonly<Record<RiskLevel, number>> = { BLUE: 0, YELLOW: 1, ORANGE: 2, RED: 3 };

type Level = Pick<Risk, 'level'>;
export const isHigher = (one: Level, other: Level): boolean => RANK[one.level] > RANK[other.level];

/** Only disputes and violence come again between the same sides; asking again for anything else is never held against anyone. */
const relapsePoints = (policies: PolicySet, typeCode: string, relapses: number): number => {
  const { relapse } = policies.risk;
  const type = caseTypeOf(policies, typeCode);
  if (!relapse.types.some((pattern) => matchesCaseType(pattern, type))) return 0;
  if (relapses >= 2) return relapse.third;
  return relapses === 1 ? relapse.second : 0;
};

const levelOf = (from: PolicySet['risk']['levels'], score: number): RiskLevel => {
  if (score >= from.RED) return 'RED';
  if (score >= from.ORANGE) return 'ORANGE';
  return score >= from.YELLOW ? 'YELLOW' : 'BLUE';
};

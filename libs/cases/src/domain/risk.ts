import { caseTypeOf, matchesCaseType, type PolicySet, type RiskLevel } from '#policy';
import type { CaseFile, Risk, RiskSigns } from './case-types.js';

const fromSteps = (steps: readonly { readonly from: number; readonly score: number }[], value: number): number =>
  steps.reduce((score, step) => (value >= step.from ? Math.max(score, step.score) : score), 0);

/** Scores the danger to people, never a person (`docs/domain.md §4.4`). A case at acceptance has no age yet. */
export const assessRisk = (
  policies: PolicySet,
  file: Pick<CaseFile, 'parties' | 'amount' | 'typeCode'>,
  signs: RiskSigns,
): Risk => {
  const { risk: policy } = policies;
  const factors: Record<string, number> = {
    violence: policy.violence[signs.violence],
    group: fromSteps(policy.group, signs.gathered),
    relapse: relapsePoints(policies, file.typeCode, signs.relapses),
    vulnerable: file.parties.some((party) => party.vulnerable) ? policy.vulnerable : 0,
    amount: fromSteps(policy.amount, file.amount ?? 0),
  };
  const score = Object.values(factors).reduce((sum, points) => sum + points, 0);
  const forced = {
    ...(signs.threatToLife && { threatToLife: 0 }),
    ...(signs.weapon && { weapon: 0 }),
    ...(signs.gathered >= policy.forcedRedGroup && { crowd: 0 }),
  };
  const isForced = Object.keys(forced).length > 0;
  return { score, level: isForced ? 'RED' : levelOf(policy.levels, score), factors: { ...factors, ...forced } };
};

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

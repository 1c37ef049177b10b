import { reject, type Instant } from '#kernel';
import type { PolicySet, RiskLevel } from '#policy';
import type { Limit } from '#working-time';
import type { RecordRiskTold } from './case-duty.commands.js';
import type { ToldOfRisk } from './case-duty.events.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { clockOf, startClock, type DutyStep, type StepClock } from './step-clock.js';
import { nextAttempt } from './step-limits.js';

const STEP: Readonly<Record<ToldOfRisk, DutyStep>> = { LEADER: 'tellLeader', COUNTY: 'tellCounty' };

/** Who has to hear of this danger, and by when: a person who says so, not a message that was sent (`docs/domain.md §4.4`). */
export const tellingClocks = (
  state: OpenedCase,
  policy: PolicySet,
  level: RiskLevel,
  startedAt: Instant,
): StepClock[] => {
  const { tellDeputyLeader, tellCounty } = policy.risk.watch[level];
  const clock = (step: DutyStep, limit: Limit | null): StepClock[] =>
    limit === null || clockOf(state.clocks, step)
      ? []
      : [startClock(policy, { step, round: state.round, attempt: nextAttempt(state, step), limit, startedAt })];
  return [...clock('tellLeader', tellDeputyLeader), ...clock('tellCounty', tellCounty)];
};

export const recordRiskTold = ({ data }: RecordRiskTold, state: Case, { now, actor }: CaseContext): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED, 'RESOLVED');
  if (!clockOf(state.clocks, STEP[data.whom])) reject('NOTHING_TO_TELL', { field: 'whom' });
  return [{ type: 'RiskTold', occurredAt: now, data: { by: actor.id, whom: data.whom } }];
};

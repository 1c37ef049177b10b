import type { Instant } from '#kernel';
import { profileOf } from '#policy';
import type { CaseContext, OpenedCase } from './case-context.js';
import type { Case } from './case.state.js';
import { startClock, type CaseStep, type StepClock } from './step-clock.js';

/** Clocks of a step are counted within the round. */
export const nextAttempt = ({ attempts }: Case, step: CaseStep): number => (attempts[step] ?? 0) + 1;

/** A fresh limit to assign; none where the clerk handles it at once. */
export const assignClock = (
  state: OpenedCase,
  { policy }: Pick<CaseContext, 'policy'>,
  startedAt: Instant,
): StepClock[] => {
  const { assign } = profileOf(policy, state.file.profile).limits;
  if (assign === 'self') return [];
  const attempt = nextAttempt(state, 'assign');
  return [startClock(policy, { step: 'assign', round: state.round, attempt, limit: assign, startedAt })];
};

/** A fresh limit to acknowledge; a second one missed goes straight to the deputy leader (`docs/domain.md §5.1`). */
export const ackClock = (
  state: OpenedCase,
  { policy }: Pick<CaseContext, 'policy'>,
  startedAt: Instant,
): StepClock[] => {
  const { ack } = profileOf(policy, state.file.profile).limits;
  if (ack === null) return [];
  const attempt = nextAttempt(state, 'ack');
  const straightToE2 = state.ackOverdues > 0;
  return [startClock(policy, { step: 'ack', round: state.round, attempt, limit: ack, startedAt, straightToE2 })];
};

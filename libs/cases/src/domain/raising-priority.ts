import { profileOf, stepUp, type PolicySet, type Profile } from '#policy';
import type { Instant } from '#kernel';
import type { OpenedCase } from './case-context.js';
import type { PriorityRaised } from './case-priority.events.js';
import type { Party } from './case-types.js';
import { isStraight, startClock, startWait, type StepClock } from './step-clock.js';

/**
 * Minors, elders and disabled people who join a case raise it one step, once (`docs/domain.md §4.3`). Open steps are
 * counted again from their own start by the limits of that step, and end never later than before.
 */
export const raisedByJoining = (
  policy: PolicySet,
  { file, clocks }: OpenedCase,
  joining: readonly Party[],
  now: Instant,
): PriorityRaised[] => {
  const isNew = joining.some(({ vulnerable }) => vulnerable) && !file.parties.some(({ vulnerable }) => vulnerable);
  if (!isNew) return [];
  const { profile, priority } = stepUp(policy, profileOf(policy, file.profile));
  if (priority === file.priority) return [];
  const anew =
    profile.code === file.profile ? [] : clocks.flatMap((clock) => sooner(policy, profile, file.tier, clock));
  const data = { because: 'VULNERABLE' as const, priority, profile: profile.code };
  return [
    {
      type: 'PriorityRaised',
      occurredAt: now,
      data: { ...data, ...(anew.length > 0 && { clocks: anew.map((clock) => notBefore(clock, now)) }) },
    },
  ];
};

/** A limit that was paused, extended or halved for a later round keeps what was granted for it. */
const sooner = (
  policy: PolicySet,
  profile: Profile,
  tier: OpenedCase['file']['tier'],
  clock: StepClock,
): StepClock[] => {
  if (clock.round > 1 || clock.derivation.derivation.cause !== 'START') return [];
  const anew = countedBy(policy, profile, tier, clock);
  if (!anew || anew.dueAt >= clock.dueAt) return [];
  return [{ ...anew, fired: clock.fired, rungs: anew.rungs.filter(({ level }) => !clock.fired.includes(level)) }];
};

const countedBy = (
  policy: PolicySet,
  { limits, tierBudgets }: Profile,
  tier: OpenedCase['file']['tier'],
  clock: StepClock,
): StepClock | undefined => {
  const { step, round, attempt, startedAt } = clock;
  const start = { step, round, attempt, startedAt };
  switch (step) {
    case 'accept':
    case 'assign':
    case 'ack':
    case 'respond':
    case 'resolve': {
      const limit = limits[step];
      if (limit === null || typeof limit === 'string') return undefined;
      return startClock(policy, { ...start, limit, straightToE2: isStraight(clock) });
    }
    case 'tierBudget':
      return tierBudgets ? startWait(policy, { ...start, limit: { unit: 'CD', n: tierBudgets[tier] } }) : undefined;
    default:
      return undefined;
  }
};

const notBefore = (clock: StepClock, now: Instant): StepClock => ({
  ...clock,
  rungs: clock.rungs.map(({ level, at }) => ({ level, at: Math.max(at, now) })),
});

import { reject, type Instant } from '#kernel';
import { profileOf } from '#policy';
import { dueOf, startOfDay, localDayOf } from '#working-time';
import type { ResumeCase, SuspendCase } from './case.commands.js';
import { assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseResumed } from './case-standing.events.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { isDuty, pausedStep, resumedStep, startWait, type CaseStep, type StepClock } from './step-clock.js';
import { ackClock, nextAttempt } from './step-limits.js';

const DAY = 86_400_000;

/** What the law wants beside the handling, and whether a withdrawal is free, is asked all the same. */
const goesOn = (step: CaseStep): boolean => isDuty(step) || step === 'freeWill';

/** Whole calendar days from one date to another. */
const daysBetween = (from: Instant, to: Instant): number =>
  Math.round((startOfDay(localDayOf(to)) - startOfDay(localDayOf(from))) / DAY);

/** Its clocks stand still, but for those already overdue; petitions never wait (`docs/domain.md §5.1, §2.6`). */
export const suspendCase = ({ data }: SuspendCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'IN_PROGRESS', 'IN_MEDIATION');
  const { policy, now } = context;
  const { suspendAtMost, suspendInAll } = policy.handling;
  if (!profileOf(policy, state.file.profile).suspendable) reject('NOT_SUSPENDABLE');
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  if (data.until <= now) reject('SUSPENDED_UNTIL_PAST', { field: 'until' });
  if (data.until > dueOf(policy.calendar, suspendAtMost, now).at) {
    reject('SUSPENDED_TOO_LONG', { field: 'until', days: suspendAtMost.n });
  }
  if (state.suspendedDays + daysBetween(now, data.until) > suspendInAll.n) {
    reject('SUSPENDED_TOO_LONG', { field: 'until', days: suspendInAll.n - state.suspendedDays });
  }
  const limit = { unit: 'm', n: (data.until - now) / 60_000 } as const;
  const attempt = nextAttempt(state, 'suspension');
  const wait = startWait(policy, { step: 'suspension', round: state.round, attempt, limit, startedAt: now });
  return [suspended(state, context, data, wait)];
};

/** What stands still, and until when at the latest. */
export const suspended = (
  state: OpenedCase,
  { policy, now, actor }: CaseContext,
  data: SuspendCase['data'],
  wait: StepClock,
): CaseEvent => {
  const paused = state.clocks.flatMap((clock) => (goesOn(clock.step) ? [] : (pausedStep(policy, clock, now) ?? [])));
  return {
    type: 'CaseSuspended',
    occurredAt: now,
    data: { by: actor.id, ...data, from: state.stage, paused, clocks: [wait] },
  };
};

export const resumeCase = (_: ResumeCase, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, 'SUSPENDED');
  if (state.agency && state.agency.missing.length > 0) reject('MATERIALS_MISSING', { papers: state.agency.missing });
  return resumed(state, context, 'DIRECTOR', context.now);
};

/** What is left of each clock runs on from here; whoever was given the case meanwhile now has to acknowledge it. */
export const resumed = (
  state: OpenedCase,
  context: CaseContext,
  because: CaseResumed['data']['because'],
  at: Instant,
): CaseEvent[] => {
  const { suspended } = state;
  if (!suspended) return [];
  const clocks = suspended.paused.map((paused) => resumedStep(context.policy, paused, at));
  const owesAck = suspended.from === 'ASSIGNED' && !clocks.some(({ step }) => step === 'ack');
  return [
    {
      type: 'CaseResumed',
      occurredAt: at,
      data: {
        by: context.actor.id,
        because,
        days: daysBetween(suspended.at, at),
        clocks: [...clocks, ...(owesAck ? ackClock(state, context, at) : [])],
      },
    },
  ];
};

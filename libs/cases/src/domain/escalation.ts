import { reject, CommandRejected, type Instant } from '#kernel';
import type { LadderLevel, PolicySet, Priority } from '#policy';
import { addDays, dueOf, isWorkingDay, localDayOf, startOfDay, type LocalDay } from '#working-time';
import type { Escalate, TakeEscalationAction } from './case.commands.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEscalated, CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { reassigned } from './assigning.js';
import { dutyLeaders } from './paging.js';
import { recipientsOf } from './recipients.js';
import { isWatch, watchEnded } from './risk-watch.js';
import { clockOf, goingOn, hasLadder, type RungLevel, type StepClock, type WaitingStep } from './step-clock.js';
import { endWait } from './waits.js';

/**
 * A rung of the ladder has come (`docs/domain.md §5.1`). Nothing happens when the step is done or the rung has moved:
 * so the order may be issued late, twice or by anyone.
 * @throws CommandRejected `NOT_YET_DUE` when the log's clock is earlier than the rung.
 */
export const escalate = ({ data: rung }: Escalate, state: Case, context: CaseContext): CaseEvent[] => {
  if (!state.file) return reject('CASE_NOT_FOUND');
  if (isWatch(rung)) return watchEnded(rung, state as OpenedCase, context);
  const clock = state.clocks.find(
    ({ step, round, attempt }) => step === rung.step && round === rung.round && attempt === rung.attempt,
  );
  const due = clock?.rungs.find(({ level, at }) => level === rung.level && at === rung.at);
  if (!clock || !due) return [];
  if (context.now < due.at) return reject('NOT_YET_DUE', { at: due.at });
  return isWaiting(clock)
    ? endWait(state as OpenedCase, clock, due.level, due.at, context)
    : fire(state as OpenedCase, clock, due.level, due.at, context);
};

const isWaiting = (clock: StepClock): clock is StepClock & { readonly step: WaitingStep } => !hasLadder(clock.step);

const fire = (
  state: OpenedCase,
  clock: StepClock,
  level: RungLevel,
  at: Instant,
  context: CaseContext,
): CaseEvent[] => {
  const { step, round, attempt, dueAt } = clock;
  const to = recipientsOf(state, level, step);
  switch (level) {
    case 'WARN':
      return [{ type: 'StepWarned', occurredAt: at, data: { step, round, attempt, to } }];
    case 'E1': {
      const overdue: CaseEvent = {
        type: 'StepOverdue',
        occurredAt: at,
        data: { step, round, attempt, dueAt, to, ...(step === 'ack' && state.called && { called: state.called }) },
      };
      return step === 'ack' ? [overdue, ...nextCandidate(state, clock, at, context)] : [overdue];
    }
    case 'E2':
    case 'E3':
      return [escalated(state, clock, level, at, context)];
    case 'REMIND':
    case 'END': // a ladder has no end of its own
      return [
        {
          type: 'SupervisionReminded',
          occurredAt: at,
          data: { step, round, attempt, to, clocks: [withReminderAfter(clock, at, context.policy)] },
        },
      ];
  }
};

/** A missed acknowledgement passes to the next candidate; where there is none the leader hears of it at once. */
const nextCandidate = (state: OpenedCase, clock: StepClock, at: Instant, context: CaseContext): CaseEvent[] => {
  try {
    return reassigned({ ...state, ackOverdues: state.ackOverdues + 1 }, context, 'ACK_OVERDUE');
  } catch (refusal) {
    if (!(refusal instanceof CommandRejected) || refusal.code !== 'NO_CANDIDATE') throw refusal;
    return [{ ...escalated(state, clock, 'E2', at, context, 'NO_OTHER_CANDIDATE') }];
  }
};

const URGENT: readonly Priority[] = ['P1', 'P2'];

const escalated = (
  state: OpenedCase,
  clock: StepClock,
  level: Extract<LadderLevel, 'E2' | 'E3'>,
  at: Instant,
  { policy, pool }: CaseContext,
  because: CaseEscalated['data']['because'] = 'OVERDUE',
): CaseEscalated => {
  const { actionLimit } = policy.escalation;
  const limit = URGENT.includes(state.file.priority) ? actionLimit.urgent : actionLimit.ordinary;
  const { step, round, attempt } = clock;
  return {
    type: 'CaseEscalated',
    occurredAt: at,
    data: {
      step,
      round,
      attempt,
      level,
      because,
      to: [
        ...recipientsOf(state, level, step),
        ...(step === 'ack' && level === 'E2' ? dutyLeaders(state, pool, at) : []),
      ],
      ...(level === 'E2' && { actionDueAt: dueOf(policy.calendar, limit, at).at }),
      clocks: level === 'E3' ? [withReminderAfter(fired(clock, 'E3'), at, policy)] : [fired(clock, 'E2', 'E1')],
    },
  };
};

const fired = (clock: StepClock, ...levels: readonly RungLevel[]): StepClock =>
  goingOn(
    clock,
    clock.rungs.filter(({ level }) => !levels.includes(level)),
    { fired: [...new Set([...clock.fired, ...levels])] },
  );

/** After E3 a reminder at the policy's minute of every working day, the first that comes, until the step is done. */
export const withReminderAfter = (clock: StepClock, after: Instant, { calendar, escalation }: PolicySet): StepClock => {
  const reminderOf = (day: LocalDay): Instant => startOfDay(day) + escalation.dailyReminderAt * 60_000;
  let day = localDayOf(after);
  while (reminderOf(day) <= after || !isWorkingDay(calendar, day)) day = addDays(day, 1);
  const at = reminderOf(day);
  return goingOn(clock, [...clock.rungs.filter(({ level }) => level !== 'REMIND'), { level: 'REMIND', at }]);
};

/**
 * The deputy leader chooses at E2: another handler, an order, or to wait: the last two hold E3 back to a named instant,
 * at most half the limit after the due; due and figures stay as they are (§5.1).
 */
export const takeEscalationAction = (
  { data }: TakeEscalationAction,
  state: Case,
  context: CaseContext,
): CaseEvent[] => {
  assertStage(state, ...BEFORE_RESOLVED, 'RESOLVED');
  const { now, actor } = context;
  if (state.escalated[data.step] === undefined) reject('NOT_ESCALATED', { field: 'step', step: data.step });
  const clock = clockOf(state.clocks, data.step);
  if (!clock) return reject('STEP_DONE', { field: 'step', step: data.step });
  // asked of the clock that runs: an earlier one of this step may have been escalated and acted upon
  const awaitsAction = clock.fired.includes('E2') && !clock.fired.includes('E3');
  if (!awaitsAction) reject('NOT_ESCALATED', { field: 'step', step: data.step });
  if (data.reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  const { step, action, reason } = data;
  const taken = (clocks: readonly StepClock[], heldUntil?: Instant): CaseEvent => ({
    type: 'EscalationActionTaken',
    occurredAt: now,
    data: { step, action, by: actor.id, reason, clocks, ...(heldUntil !== undefined && { heldUntil }) },
  });
  switch (action) {
    case 'REASSIGN':
      if (state.handler === undefined) reject('NOT_ASSIGNED', { field: 'action' });
      return [taken([]), ...reassigned(state, context, 'ORDER', data.cadreId)];
    case 'ORDER':
      return [taken([])];
    case 'EXTEND':
    case 'ACCEPT_REASON': {
      const holdUntil = heldUntil(clock, data.holdUntil, context);
      return [taken([withE3At(clock, holdUntil)], holdUntil)];
    }
  }
};

const heldUntil = (clock: StepClock, wanted: Instant | undefined, { policy, now }: CaseContext): Instant => {
  const latest = clock.dueAt + (clock.dueAt - clock.startedAt) * policy.escalation.holdShare;
  const e3 = clock.rungs.find(({ level }) => level === 'E3');
  if (!e3) return reject('NOTHING_TO_HOLD', { field: 'step' });
  if (wanted === undefined || wanted <= now) return reject('HOLD_UNTIL_MISSING', { field: 'holdUntil' });
  if (wanted > Math.max(latest, e3.at))
    reject('HELD_TOO_LONG', { field: 'holdUntil', latest: Math.max(latest, e3.at) });
  return Math.max(wanted, e3.at);
};

const withE3At = (clock: StepClock, at: Instant): StepClock => ({
  ...clock,
  rungs: clock.rungs.map((rung) => (rung.level === 'E3' ? { ...rung, at } : rung)),
});

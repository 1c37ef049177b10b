import { reject, type Instant, type ProcessManager, type Rung } from '#kernel';
import type { PolicySet } from '#policy';
import { dueOf } from '#working-time';
import type { Leave } from './cadre-facts.js';
import type { FollowLeave } from './cadre.commands.js';
import type { CadreEvent } from './cadre.events.js';
import { evolve, initialState, type Cadre, type CadreContext } from './cadre-state.js';
import type { HandoverEvent, HandoverRequired, Task } from './handover.events.js';
import { isOpen, keyOf, type Handover, type OpenTask } from './handovers.js';

const BEGIN = 'BEGIN';

/** A leave of less than a working day is waited out (`docs/domain.md §5.1`, Leave). */
const isHandedOver = ({ from, to }: Pick<Leave, 'from' | 'to'>, { calendar, handling }: PolicySet): boolean =>
  dueOf(calendar, handling.handedOverFrom, from).at <= to;

/** A session fixed for when he is back needs nobody else. */
const concerns = (leave: Pick<Leave, 'from' | 'to'>, { session }: OpenTask): boolean =>
  session === undefined || (leave.from < session.endsAt && session.startsAt < leave.to);

/** With the approval everything he has in hand is looked through; what begins later, at the start of the leave again. */
export const handoversOf = (
  cadreId: string,
  leave: Leave,
  known: readonly Handover[],
  { now, policy, tasks = [] }: CadreContext,
  at: Instant = now,
): HandoverRequired[] => {
  if (!isHandedOver(leave, policy)) return [];
  const { leaveId, substitute } = leave;
  const derivation = dueOf(policy.calendar, policy.handling.handover, at);
  const dueAt = Math.max(at, Math.min(leave.from, derivation.at));
  return tasks
    .filter((open) => concerns(leave, open) && !known.some((one) => isOf(one, leaveId, open.task)))
    .map(({ task, unit }) => ({
      type: 'HandoverRequired',
      occurredAt: at,
      data: { cadreId, leaveId, task, substitute, dueAt, derivation, to: [{ role: 'CENTRE_DIRECTOR', unit }] },
    }));
};

const isOf = (one: Handover, leaveId: string, task: Task): boolean =>
  one.leaveId === leaveId && keyOf(one.task) === keyOf(task);

/**
 * The order of the leave's process: a handover is due, or the leave begins. Nothing happens where that is over already.
 * @throws CommandRejected `NOT_YET_DUE`
 */
export const followLeave = (
  { data: rung }: FollowLeave,
  { record, handovers, beginning }: Cadre,
  context: CadreContext,
): CadreEvent[] => {
  const leave = record?.leave.find(({ leaveId }) => leaveId === rung.step);
  if (!record || !leave) return [];
  if (context.now < rung.at) return reject('NOT_YET_DUE', { at: rung.at });
  const { cadreId } = record;
  const { leaveId } = leave;
  if (rung.level === BEGIN) {
    if (!beginning.some((one) => one.leaveId === leaveId && one.at === rung.at)) return [];
    const begun: HandoverEvent = { type: 'LeaveBegun', occurredAt: rung.at, data: { cadreId, leaveId } };
    return [begun, ...handoversOf(cadreId, leave, handovers, context, rung.at)];
  }
  const due = handovers.find((one) => isOpen(one) && isOf(one, leaveId, one.task) && keyOf(one.task) === rung.level);
  return due && due.dueAt === rung.at ? [fallenDue(cadreId, due, context)] : [];
};

/** An ordinary task goes to the substitute; whom the parties have not accepted does not mediate (`docs/domain.md §5.2`). */
const fallenDue = (cadreId: string, due: Handover, { tasks = [] }: CadreContext): HandoverEvent => {
  const { leaveId, task, substitute, dueAt: occurredAt, to } = due;
  const about = { cadreId, leaveId, task };
  if (!tasks.some((open) => keyOf(open.task) === keyOf(task)))
    return { type: 'HandoverSettled', occurredAt, data: about };
  return task.kind === 'CASE'
    ? { type: 'TaskHandedOver', occurredAt, data: { ...about, substitute } }
    : { type: 'HandoverUnmet', occurredAt, data: { ...about, to } };
};

/** Whether the start of an approved leave has to be waited for. */
export const isAwaited = (leave: Pick<Leave, 'from' | 'to'>, { now, policy }: CadreContext): boolean =>
  leave.from > now && isHandedOver(leave, policy);

/** Waits for the handovers of a cadre's leaves and for their start; over as soon as none is ahead. */
export const leaveProcess: ProcessManager<Cadre, CadreEvent, FollowLeave> = {
  initialState,
  evolve,
  timetable: ({ handovers, beginning }) => {
    const rungs = [
      ...handovers.filter(isOpen).map(({ leaveId, task, dueAt }) => rungOf(leaveId, keyOf(task), dueAt)),
      ...beginning.map(({ leaveId, at }) => rungOf(leaveId, BEGIN, at)),
    ];
    return { stage: rungs.length > 0 ? 'AWAITED' : 'OVER', rungs, closed: rungs.length === 0 };
  },
  order: (rung) => ({ type: 'FollowLeave', data: rung }),
};

const rungOf = (leaveId: string, level: string, at: Instant): Rung => ({
  round: 1,
  step: leaveId,
  attempt: 1,
  level,
  at,
});

/** What it begins with: of a cadre who asks for no leave there is nothing to wait for. */
export const BEGINS_LEAVE: readonly CadreEvent['type'][] = ['LeaveApproved'];

import { reject } from '#kernel';
import type { CadreRecord } from './cadre-facts.js';
import type { ApproveLeave, CancelLeave, RequestLeave } from './cadre.commands.js';
import type { CadreEvent } from './cadre.events.js';
import type { Cadre, CadreContext, RequestedLeave } from './cadre-state.js';
import { handoversOf, isAwaited } from './handing-over.js';
import { requireOpaque } from './opaque-id.js';

const overlaps = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to;

export const requestLeave = (
  { data }: RequestLeave,
  record: CadreRecord,
  { requested }: Cadre,
  { now }: CadreContext,
): CadreEvent[] => {
  const { leaveId, from, to, substitute } = data;
  requireOpaque({ leaveId, substitute });
  if (from >= to) return reject('LEAVE_ENDS_BEFORE_IT_STARTS', { field: 'to' });
  if (to <= now) return reject('LEAVE_IN_THE_PAST', { field: 'to' });
  const known: readonly RequestedLeave[] = [...requested, ...record.leave];
  if (known.some((leave) => leave.leaveId === leaveId)) return reject('LEAVE_EXISTS', { leaveId });
  const clash = known.find((leave) => overlaps(leave, data));
  if (clash) return reject('LEAVE_OVERLAPS', { leaveId: clash.leaveId, from: clash.from, to: clash.to });
  if (substitute === record.cadreId) return reject('SUBSTITUTE_IS_SELF', { field: 'substitute' });
  return [
    {
      type: 'LeaveRequested',
      occurredAt: now,
      data: { cadreId: record.cadreId, leaveId, from, to, ...(substitute !== undefined && { substitute }) },
    },
  ];
};

/** A leave needs a named substitute before it is approved (`docs/domain.md §2.4`), one who is there meanwhile. */
const checkSubstitute = (leave: RequestedLeave, named: string, record: CadreRecord, context: CadreContext): void => {
  const { substitute } = context;
  if (named === record.cadreId) reject('SUBSTITUTE_IS_SELF', { field: 'substitute' });
  if (!substitute || substitute.cadreId !== named) {
    reject('SUBSTITUTE_UNKNOWN', { field: 'substitute', substitute: named });
    return;
  }
  if (substitute.kind === 'LAY_MEDIATOR' && record.kind !== 'LAY_MEDIATOR') {
    reject('SUBSTITUTE_CANNOT_LEAD', { field: 'substitute', substitute: named });
  }
  if (substitute.awaitingPost) reject('SUBSTITUTE_AWAITING_POST', { field: 'substitute', substitute: named });
  if (substitute.leave.some((other) => overlaps(other, leave))) {
    reject('SUBSTITUTE_ON_LEAVE', { field: 'substitute', substitute: named });
  }
};

export const approveLeave = (
  { data }: ApproveLeave,
  record: CadreRecord,
  { requested, handovers }: Cadre,
  context: CadreContext,
): CadreEvent[] => {
  const { leaveId } = data;
  const leave = requested.find((one) => one.leaveId === leaveId);
  if (!leave) {
    return record.leave.some((one) => one.leaveId === leaveId) ? [] : reject('LEAVE_UNKNOWN', { leaveId });
  }
  if (context.actor.id === record.cadreId) return reject('OWN_LEAVE');
  const substitute = data.substitute ?? leave.substitute;
  if (substitute === undefined) return reject('SUBSTITUTE_MISSING', { field: 'substitute' });
  checkSubstitute(leave, substitute, record, context);
  const { from, to } = leave;
  const { cadreId } = record;
  const approved = { leaveId, from, to, substitute };
  return [
    {
      type: 'LeaveApproved',
      occurredAt: context.now,
      data: { cadreId, ...approved, ...(isAwaited(approved, context) && { followed: true as const }) },
    },
    ...handoversOf(cadreId, approved, handovers, context),
  ];
};

export const cancelLeave = (
  { data }: CancelLeave,
  record: CadreRecord,
  { requested }: Cadre,
  { now }: CadreContext,
): CadreEvent[] => {
  const { leaveId } = data;
  const approved = record.leave.find((leave) => leave.leaveId === leaveId);
  if (!approved && !requested.some((leave) => leave.leaveId === leaveId)) return reject('LEAVE_UNKNOWN', { leaveId });
  if (approved && approved.to <= now) return reject('LEAVE_OVER', { leaveId });
  return [{ type: 'LeaveCancelled', occurredAt: now, data: { cadreId: record.cadreId, leaveId } }];
};

import type { Instant } from '#kernel';
import type { CadreEvent } from './cadre.events.js';
import type { HandoverRequired, Task } from './handover.events.js';

/** A task that is open now, and what a handover must know of it. */
export interface OpenTask {
  readonly task: Task;
  /** Unit that answers for the case. */
  readonly unit: string;
  /** The session that is fixed and not held yet. */
  readonly session?: { readonly startsAt: Instant; readonly endsAt: Instant };
}

/** A handover that was required, and whether it is still waited for. */
export interface Handover {
  readonly leaveId: string;
  readonly task: Task;
  readonly substitute: string;
  readonly dueAt: Instant;
  readonly to: HandoverRequired['data']['to'];
  readonly over: boolean;
}

/** The start of a leave that is still waited for. */
export interface Beginning {
  readonly leaveId: string;
  readonly at: Instant;
}

/** The stream of the task, which names it. */
export const keyOf = (task: Task): string =>
  task.kind === 'CASE' ? `case-${task.caseId}` : `mediation-${task.mediationId}`;

export const isOpen = ({ over }: Handover): boolean => !over;

/** Those of a leave that is over or cancelled go with it: the next leave looks for itself. */
export const handoversAfter = (handovers: readonly Handover[], event: CadreEvent): readonly Handover[] => {
  switch (event.type) {
    case 'HandoverRequired': {
      const { leaveId, task, substitute, dueAt, to } = event.data;
      return [...handovers, { leaveId, task, substitute, dueAt, to, over: false }];
    }
    case 'TaskHandedOver':
    case 'HandoverUnmet':
    case 'HandoverSettled': {
      const { leaveId, task } = event.data;
      return handovers.map((one) =>
        one.leaveId === leaveId && keyOf(one.task) === keyOf(task) ? { ...one, over: true } : one,
      );
    }
    case 'LeaveCancelled':
      return handovers.filter(({ leaveId }) => leaveId !== event.data.leaveId);
    default:
      return handovers;
  }
};

export const beginningAfter = (beginning: readonly Beginning[], event: CadreEvent): readonly Beginning[] => {
  switch (event.type) {
    case 'LeaveApproved': {
      const { leaveId, from, followed } = event.data;
      return followed ? [...beginning, { leaveId, at: from }] : beginning;
    }
    case 'LeaveBegun':
    case 'LeaveCancelled':
      return beginning.filter(({ leaveId }) => leaveId !== event.data.leaveId);
    default:
      return beginning;
  }
};

import { BEGINS_LEAVE, leaveProcess } from '#cadres/domain';
import { LEAVE_MOVED, LEAVE_WORKFLOW } from '#workflows/leave-handover';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { byCategory, registerProcess } from './process-definition.js';

/** Who takes over when a cadre goes on leave, `leave:{cadreId}` over his stream (`docs/domain.md §5.1`). */
export const leaveHandover = registerProcess({
  ...byCategory('leave', 'cadre'),
  openedBy: BEGINS_LEAVE,
  manager: leaveProcess,
  workflowType: LEAVE_WORKFLOW,
  taskQueue: PROCESS_TASK_QUEUE,
  signal: LEAVE_MOVED,
});

import { BEGINS_ROSTER, rosterProcess } from '#duty/domain';
import { ROSTER_MOVED, ROSTER_WORKFLOW } from '#workflows/duty-roster';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { byCategory, registerProcess } from './process-definition.js';

/** The duty of each place and week until it is settled, `roster:{place}-{week}` (`docs/domain.md §2.4, §6`). */
export const dutySettlement = registerProcess({
  ...byCategory('roster', 'duty-roster'),
  openedBy: BEGINS_ROSTER,
  manager: rosterProcess,
  workflowType: ROSTER_WORKFLOW,
  taskQueue: PROCESS_TASK_QUEUE,
  signal: ROSTER_MOVED,
});

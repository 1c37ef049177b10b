import { agreementProcess, BEGINS_FOLLOW_UP } from '#mediation/domain';
import { AGREEMENT_MOVED, FOLLOW_UP_WORKFLOW } from '#workflows/agreement-follow-up';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { byCategory, registerProcess } from './process-definition.js';

/**
 * What becomes of each agreement, `followup:{mediationId}` over the stream of its mediation; it outlives the case
 * (`docs/domain.md §5.2`).
 */
export const agreementFollowUp = registerProcess({
  ...byCategory('followup', 'mediation'),
  openedBy: BEGINS_FOLLOW_UP,
  manager: agreementProcess,
  workflowType: FOLLOW_UP_WORKFLOW,
  taskQueue: PROCESS_TASK_QUEUE,
  signal: AGREEMENT_MOVED,
});

import { agreementProcess, BEGINS_FOLLOW_UP } from '#mediation/domain';
import { AGREEMENT_MOVED, FOLLOW_UP_WORKFLOW } from '#workflows/agreement-follow-up';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { registerProcess } from './process-definition.js';

const PROCESS = 'followup:';
const STREAM = 'mediation-';

/**
 * What becomes of each agreement, `followup:{mediationId}` over the stream of its mediation; it outlives the case
 * (`docs/domain.md §5.2`).
 */
export const agreementFollowUp = registerProcess({
  category: 'followup',
  streamOf: (processId) => `${STREAM}${processId.slice(PROCESS.length)}`,
  processOf: (stream) => (stream.startsWith(STREAM) ? `${PROCESS}${stream.slice(STREAM.length)}` : undefined),
  openedBy: BEGINS_FOLLOW_UP,
  manager: agreementProcess,
  workflowType: FOLLOW_UP_WORKFLOW,
  taskQueue: PROCESS_TASK_QUEUE,
  signal: AGREEMENT_MOVED,
});

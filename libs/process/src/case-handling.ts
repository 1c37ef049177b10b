import { caseProcess } from '#cases/domain';
import { CASE_MOVED, CASE_WORKFLOW } from '#workflows/case-handling';
import { PROCESS_TASK_QUEUE } from '#workflows/process-host';
import { byCategory, registerProcess } from './process-definition.js';

/** The process of every case, `case:{caseId}` over stream `case-{caseId}` (`docs/domain.md §5.1`). */
export const caseHandling = registerProcess({
  ...byCategory('case'),
  manager: caseProcess,
  workflowType: CASE_WORKFLOW,
  taskQueue: PROCESS_TASK_QUEUE,
  signal: CASE_MOVED,
});

import { caseProcess } from '#cases/domain';
import { CASE_MOVED, CASE_TASK_QUEUE, CASE_WORKFLOW } from '#workflows/case-handling';
import { byCategory, registerProcess } from './process-definition.js';

/** The process of every case, `case:{caseId}` over stream `case-{caseId}` (`docs/domain.md §5.1`). */
export const caseHandling = registerProcess({
  ...byCategory('case'),
  manager: caseProcess,
  workflowType: CASE_WORKFLOW,
  taskQueue: CASE_TASK_QUEUE,
  signal: CASE_MOVED,
});

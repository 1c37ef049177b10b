import { caseProcess } from '#cases/domain';
import { byCategory, registerProcess, type RegisteredProcess } from '#process';
import { CASE_MOVED, CASE_TASK_QUEUE, CASE_WORKFLOW } from '#workflows/case-handling';

/** Every kind of process that waits on Temporal. */
export const PROCESSES: readonly RegisteredProcess[] = [
  registerProcess({
    ...byCategory('case'),
    manager: caseProcess,
    workflowType: CASE_WORKFLOW,
    taskQueue: CASE_TASK_QUEUE,
    signal: CASE_MOVED,
  }),
];

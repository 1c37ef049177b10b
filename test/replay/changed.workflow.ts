import * as workflow from '@temporalio/workflow';
import { CASE_MOVED } from '#workflows/case-handling';

/** What a careless change would be: it waits before it does anything. Histories of the true one must refuse it. */
export async function handleCase(): Promise<void> {
  workflow.setHandler(workflow.defineSignal(CASE_MOVED), () => undefined);
  await workflow.sleep('1 day');
}

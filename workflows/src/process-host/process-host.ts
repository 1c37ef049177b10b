import * as workflow from '@temporalio/workflow';
import type { Instant, Timetable } from '#kernel';
import type { HostProcess, ProcessActivities } from './process-host.contract.js';
import { hear, nextRung, settle, type Waiting } from './waiting.js';

const { issueOrder } = workflow.proxyActivities<ProcessActivities>({
  startToCloseTimeout: '30s',
  retry: { maximumInterval: '30s', nonRetryableErrorTypes: ['CommandRejected'] },
});
const ASK_AGAIN_MS = 5_000;

/**
 * Thin host of any process: waits for the earliest rung of the newest timetable, issues its order, repeats.
 * @param moved the signal that brings a timetable
 */
export async function hostProcess(moved: string, first: Timetable, done: readonly string[] = []): Promise<void> {
  let waiting: Waiting = { processId: workflow.workflowInfo().workflowId, timetable: first, done };
  let alarm = Infinity; // in the workflow's own time, as is `notBefore`
  let notBefore = -Infinity;
  workflow.setHandler(workflow.defineSignal<[Timetable]>(moved), (heard) => void (waiting = hear(waiting, heard)));

  // One kept timer: an earlier due arms another, a later one lets it fire and compares. None is ever cancelled.
  const arm = (wake: Instant): void => {
    if (wake >= alarm) return;
    alarm = wake;
    void workflow.sleep(Math.max(wake - Date.now(), 1)).then(
      () => void (alarm = alarm === wake ? Infinity : alarm),
      () => undefined, // the workflow is being cancelled, and the wait with it
    );
  };

  while (!waiting.timetable.closed) {
    const rung = nextRung(waiting);
    const wake = rung && Math.max(rung.at - waiting.timetable.clockOffset, notBefore);
    if (rung && wake !== undefined && wake <= Date.now()) {
      const outcome = await issueOrder({ processId: waiting.processId, rung });
      if (outcome === 'not-yet-due') notBefore = Date.now() + ASK_AGAIN_MS;
      else waiting = settle(waiting, rung);
      continue;
    }
    if (workflow.workflowInfo().continueAsNewSuggested) {
      await workflow.condition(workflow.allHandlersFinished);
      return workflow.continueAsNew<HostProcess>(waiting.timetable, waiting.done);
    }
    if (wake !== undefined) arm(wake);
    const [heard, armed] = [waiting.timetable, alarm];
    await workflow.condition(() => waiting.timetable !== heard || alarm !== armed);
  }
  await workflow.condition(workflow.allHandlersFinished);
}

import * as workflow from '@temporalio/workflow';
import type { Instant, Timetable } from '#kernel';
import { CASE_MOVED, type CaseActivities, type HandleCase } from './case-handling.contract.js';
import { hear, nextRung, settle, type Waiting } from './waiting.js';

const caseMoved = workflow.defineSignal<[Timetable]>(CASE_MOVED);
const { issueOrder } = workflow.proxyActivities<CaseActivities>({
  startToCloseTimeout: '30s',
  retry: { maximumInterval: '30s', nonRetryableErrorTypes: ['CommandRejected'] },
});
const ASK_AGAIN_MS = 5_000;

/** Thin host of a case's process: waits for the earliest rung of the newest timetable, issues its order, repeats. */
export async function handleCase(first: Timetable, done: readonly string[] = []): Promise<void> {
  let waiting: Waiting = { processId: workflow.workflowInfo().workflowId, timetable: first, done };
  let alarm = Infinity; // in the workflow's own time, as is `notBefore`
  let notBefore = -Infinity;
  workflow.setHandler(caseMoved, (heard) => void (waiting = hear(waiting, heard)));

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
      return workflow.continueAsNew<HandleCase>(waiting.timetable, waiting.done);
    }
    if (wake !== undefined) arm(wake);
    const [heard, armed] = [waiting.timetable, alarm];
    await workflow.condition(() => waiting.timetable !== heard || alarm !== armed);
  }
  await workflow.condition(workflow.allHandlersFinished);
}

import * as workflow from '@temporalio/workflow';
import { newest, orderId, type Instant, type Rung, type Timetable } from '#kernel';
import { CASE_MOVED, type CaseActivities, type HandleCase } from './case-handling.contract.js';

const caseMoved = workflow.defineSignal<[Timetable]>(CASE_MOVED);
const { issueOrder } = workflow.proxyActivities<CaseActivities>({
  startToCloseTimeout: '30s',
  retry: { maximumInterval: '30s', nonRetryableErrorTypes: ['CommandRejected'] },
});
const ASK_AGAIN_MS = 5_000;

/** Thin host of a case's process: waits for the earliest rung of the newest timetable, issues its order, repeats. */
export async function handleCase(first: Timetable, doneBefore: readonly string[] = []): Promise<void> {
  const processId = workflow.workflowInfo().workflowId;
  const done = new Set(doneBefore);
  let timetable = first;
  let alarm = Infinity; // in the workflow's own time, as is `notBefore`
  let notBefore = -Infinity;
  workflow.setHandler(caseMoved, (newer) => {
    if (newer.epoch > timetable.epoch) done.clear(); // a log that was restored may lack what was issued
    timetable = newest(timetable, newer);
  });
  const wakeFor = (rung: Rung): Instant => Math.max(rung.at - timetable.clockOffset, notBefore);

  // One kept timer: an earlier due arms another, a later one lets it fire and compares. None is ever cancelled.
  const arm = (wake: Instant): void => {
    if (wake >= alarm) return;
    alarm = wake;
    void workflow.sleep(Math.max(wake - Date.now(), 1)).then(
      () => void (alarm = alarm === wake ? Infinity : alarm),
      () => undefined, // the workflow is being cancelled, and the wait with it
    );
  };

  while (!timetable.closed) {
    const open = timetable.rungs.filter((rung) => !done.has(orderId(processId, rung)));
    const [rung] = open.sort((one, other) => one.at - other.at);
    if (rung && wakeFor(rung) <= Date.now()) {
      const outcome = await issueOrder({ processId, rung });
      if (outcome === 'not-yet-due') notBefore = Date.now() + ASK_AGAIN_MS;
      else done.add(orderId(processId, rung));
      continue;
    }
    if (workflow.workflowInfo().continueAsNewSuggested && workflow.allHandlersFinished()) {
      const current = new Set(timetable.rungs.map((each) => orderId(processId, each)));
      const carried = [...done].filter((id) => current.has(id));
      return workflow.continueAsNew<HandleCase>(timetable, carried);
    }
    if (rung) arm(wakeFor(rung));
    const [seen, armed] = [timetable, alarm];
    await workflow.condition(() => timetable !== seen || alarm !== armed);
  }
  await workflow.condition(workflow.allHandlersFinished);
}

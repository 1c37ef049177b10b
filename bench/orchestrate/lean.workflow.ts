import * as workflow from '@temporalio/workflow';
import { LEAN_SIGNAL, type LeanActivities, type LeanWord } from './lean.contract.js';

const moved = workflow.defineSignal<[LeanWord]>(LEAN_SIGNAL);
const { remind } = workflow.proxyActivities<LeanActivities>({ startToCloseTimeout: '30s' });

/** What one would write by hand for such a case: a signal each, one lazily re-armed timer, one reminder a due. */
export async function leanCase(caseId: string): Promise<void> {
  let heard: LeanWord = { dueAt: Infinity, over: false };
  let reminded = 0;
  let alarm = Infinity;
  workflow.setHandler(moved, (word) => void (heard = word));
  while (!heard.over) {
    const { dueAt } = heard;
    if (dueAt !== reminded && dueAt <= Date.now()) {
      reminded = dueAt;
      await remind(caseId);
      continue;
    }
    if (dueAt !== reminded && dueAt < alarm) {
      alarm = dueAt;
      void workflow.sleep(dueAt - Date.now()).then(() => (alarm = Infinity));
    }
    const [last, armed] = [heard, alarm];
    await workflow.condition(() => heard !== last || alarm !== armed);
  }
}

/** The least a workflow can be: signalled as it starts, one task, closed. */
export async function bareCase(): Promise<void> {
  workflow.setHandler(moved, () => undefined);
}

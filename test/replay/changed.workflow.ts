import * as workflow from '@temporalio/workflow';
import { AGREEMENT_MOVED } from '#workflows/agreement-follow-up';
import { CASE_MOVED } from '#workflows/case-handling';
import { ROSTER_MOVED } from '#workflows/duty-roster';
import { LEAVE_MOVED } from '#workflows/leave-handover';

/** What a careless change would be: it waits before it does anything. Histories of the true one must refuse it. */
const waitsFirst = (signal: string) => async (): Promise<void> => {
  workflow.setHandler(workflow.defineSignal(signal), () => undefined);
  await workflow.sleep('1 day');
};

export const handleCase = waitsFirst(CASE_MOVED);
export const followAgreement = waitsFirst(AGREEMENT_MOVED);
export const handOverLeave = waitsFirst(LEAVE_MOVED);
export const settleRoster = waitsFirst(ROSTER_MOVED);

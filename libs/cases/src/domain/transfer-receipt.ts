import { reject } from '#kernel';
import type { RecordTransferReceipt } from './case-duty.commands.js';
import { assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import { clockOf, startClock, type StepClock } from './step-clock.js';

/** Whoever hands a case on asks until the other has it in writing (`docs/domain.md §5.1`). */
export const receiptClock = ({ round }: OpenedCase, { policy, now }: CaseContext): StepClock =>
  startClock(policy, { step: 'transferReceipt', round, limit: policy.handling.transferReceipt, startedAt: now });

export const recordTransferReceipt = (
  { data }: RecordTransferReceipt,
  state: Case,
  { now, actor }: CaseContext,
): CaseEvent[] => {
  assertStage(state, 'TRANSFERRED_OUT');
  if (!clockOf(state.clocks, 'transferReceipt')) reject('RECEIPT_RECORDED');
  return [{ type: 'TransferReceiptRecorded', occurredAt: now, data: { by: actor.id, ...data } }];
};

import type { Limit } from '#working-time';
import { CD, WD, WH } from './limits.js';

/** Bounds of the case's lifecycle (`docs/domain.md §5.1`). */
export interface HandlingPolicy {
  readonly suspendAtMost: Limit;
  readonly suspendInAll: Limit;
  /** Same type and village, or same type and party, no further apart than this are proposed as one matter. */
  readonly mergeProposedWithin: Limit;
  readonly unmergeWithin: Limit;
  readonly transferReceipt: Limit;
  readonly withdrawalConfirmed: Limit;
  /** A handover is due at the leave's start, or this long after its approval if that is sooner. */
  readonly handover: Limit;
  /** Work is handed over in a leave of this much working time, one working day, or more; a shorter one is waited out. */
  readonly handedOverFrom: Limit;
}

/** `docs/domain.md §5.1`. */
export const HANDLING_POLICY: HandlingPolicy = {
  suspendAtMost: CD(30),
  suspendInAll: CD(60),
  mergeProposedWithin: CD(30),
  unmergeWithin: CD(30),
  transferReceipt: WD(5),
  withdrawalConfirmed: WD(3),
  handover: WH(4),
  handedOverFrom: WH(7),
};

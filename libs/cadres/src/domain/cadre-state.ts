import type { Context, Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { evolveCadreRecord, type CadreRecord } from './cadre-facts.js';
import type { CadreEvent } from './cadre.events.js';

export interface CadreContext extends Context {
  readonly policy: PolicySet;
  /** The substitute named for a leave; undefined where there is no such person. */
  readonly substitute?: CadreRecord;
  /** Uses of the skill to be renewed, in its term, that residents rated well enough (`docs/domain.md §3`). */
  readonly ratedUses?: number;
}

export interface RequestedLeave {
  readonly leaveId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly substitute?: string;
}

/** What the rules of one cadre need beside the record: requests not yet decided, expiries already written down. */
export interface Cadre {
  readonly record?: CadreRecord;
  readonly requested: readonly RequestedLeave[];
  readonly expired: Readonly<Record<string, Instant>>;
}

export const initialState: Cadre = { requested: [], expired: {} };

const without = (requested: readonly RequestedLeave[], leaveId: string): readonly RequestedLeave[] =>
  requested.filter((leave) => leave.leaveId !== leaveId);

export const evolve = (cadre: Cadre, event: CadreEvent): Cadre => {
  const record = evolveCadreRecord(cadre.record, event);
  const next: Cadre = record === cadre.record ? cadre : { ...cadre, ...(record && { record }) };
  if (event.type === 'LeaveRequested') {
    const { cadreId: _, ...leave } = event.data;
    return { ...next, requested: [...next.requested, leave] };
  }
  if (event.type === 'LeaveApproved' || event.type === 'LeaveCancelled') {
    return { ...next, requested: without(next.requested, event.data.leaveId) };
  }
  if (event.type === 'CertificateExpired') {
    return { ...next, expired: { ...next.expired, [event.data.skill]: event.data.validTo } };
  }
  return next;
};

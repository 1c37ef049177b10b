import type { Context, Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { evolveCadreRecord, type CadreRecord } from './cadre-facts.js';
import type { CadreEvent } from './cadre.events.js';
import { beginningAfter, handoversAfter, type Beginning, type Handover, type OpenTask } from './handovers.js';

export interface CadreContext extends Context {
  readonly policy: PolicySet;
  /** The substitute named for a leave; undefined where there is no such person. */
  readonly substitute?: CadreRecord;
  /** For the approval of a leave and what follows it: all he has in hand. */
  readonly tasks?: readonly OpenTask[];
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
  readonly handovers: readonly Handover[];
  readonly beginning: readonly Beginning[];
}

export const initialState: Cadre = { requested: [], expired: {}, handovers: [], beginning: [] };

const without = (requested: readonly RequestedLeave[], leaveId: string): readonly RequestedLeave[] =>
  requested.filter((leave) => leave.leaveId !== leaveId);

export const evolve = (cadre: Cadre, event: CadreEvent): Cadre => {
  const record = evolveCadreRecord(cadre.record, event);
  const handovers = handoversAfter(cadre.handovers, event);
  const beginning = beginningAfter(cadre.beginning, event);
  const same = record === cadre.record && handovers === cadre.handovers && beginning === cadre.beginning;
  const next: Cadre = same ? cadre : { ...cadre, ...(record && { record }), handovers, beginning };
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

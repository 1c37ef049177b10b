import type { CaseAssigned, CaseReassigned, DutyCall } from './case.events.js';
import type { CaseFile } from './case-types.js';
import { clockOf } from './step-clock.js';

/** The county's own roster is named so; those of the townships by their codes. */
const COUNTY = 'county';

/** Nothing where nobody was called by a roster, or owes no answer. */
export const dutyCallOf = (
  { occurredAt, data: { handler, decision, clocks } }: CaseAssigned | CaseReassigned,
  file: CaseFile | undefined,
): DutyCall | undefined => {
  const ack = clockOf(clocks, 'ack');
  if (!decision.paging || !ack || !file) return undefined;
  const place = file.tier === 'K' ? COUNTY : file.place.townshipId;
  return { place, cadreId: handler, calledAt: occurredAt, answerBy: ack.dueAt };
};

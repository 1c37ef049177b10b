import { reject } from '#kernel';
import { caseTypeOf } from '#policy';
import type { OpenFollowUp } from './case-duty.commands.js';
import { assertStage, BEFORE_RESOLVED, type CaseContext, type OpenedCase } from './case-context.js';
import type { FollowUpCaseOpened, FollowUpReason } from './case-mediation.events.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { CaseStage } from './case-types.js';

/** Where a case is over, this alone may still come of it (`docs/domain.md §6`). */
const FOLLOWED: readonly CaseStage[] = [
  ...BEFORE_RESOLVED.filter((stage) => stage !== 'REGISTERED'),
  ...(['RESOLVED', 'COUNTY_REVIEW', 'CLOSED', 'TRANSFERRED_OUT', 'WITHDRAWN'] as const),
];

/** The danger is over and the dispute is not: what is left becomes a case of its own (`docs/domain.md §4.1`, S-EMG). */
export const openFollowUp = ({ data }: OpenFollowUp, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, ...FOLLOWED);
  const type = caseTypeOf(context.policy, data.typeCode);
  if (state.file.anonymous && !type.anonymousAllowed) reject('ANONYMOUS_NOT_ALLOWED', { field: 'typeCode' });
  return [followUpOf(state, context, data)];
};

export const followUpOf = (
  { file, followUps }: OpenedCase,
  { now }: Pick<CaseContext, 'now'>,
  { typeCode, because }: { readonly typeCode: string; readonly because: FollowUpReason },
): FollowUpCaseOpened => {
  const { caseId, caseNo, channel, place, parties, anonymous, amount, complaint } = file;
  return {
    type: 'FollowUpCaseOpened',
    occurredAt: now,
    data: {
      ...{ followUp: `${caseId}-f${followUps + 1}`, typeCode, because, caseNo, channel },
      ...{ villageIds: place.villageIds, parties },
      ...(anonymous && { anonymous }),
      ...(amount !== undefined && { amount }),
      ...(complaint && { complaint }),
    },
  };
};

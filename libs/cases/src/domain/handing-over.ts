import { CommandRejected } from '#kernel';
import { reassigned } from './assigning.js';
import type { HandOverCase } from './case.commands.js';
import type { CaseContext, OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { CadreId, CaseStage } from './case-types.js';
import { recipientsOf } from './recipients.js';

const IN_HAND: readonly CaseStage[] = ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'IN_MEDIATION', 'SUSPENDED'];

/**
 * Whoever goes on leave hands over: to his substitute, or where a hard rule bars him, to the best candidate
 * (`docs/domain.md §5.1`, Leave). Nothing happens when somebody else has the case already.
 */
export const handOverCase = ({ data }: HandOverCase, state: Case, context: CaseContext): CaseEvent[] => {
  const { from, substitute } = data;
  if (!state.file || state.handler !== from || !IN_HAND.includes(state.stage)) return [];
  const open = state as OpenedCase;
  return (
    unlessRefused(() => reassigned(open, context, 'LEAVE', substitute)) ??
    unlessRefused(() => reassigned(open, context, 'LEAVE')) ?? [nobody(open, from, context)]
  );
};

/** Why somebody cannot take a case; anything else is a fault and stays one. */
const NOT_HIM: readonly string[] = ['CANDIDATE_UNKNOWN', 'CANDIDATE_RULED_OUT', 'NO_CANDIDATE'];

const unlessRefused = (decide: () => CaseEvent[]): CaseEvent[] | undefined => {
  try {
    return decide();
  } catch (refusal) {
    if (!(refusal instanceof CommandRejected) || !NOT_HIM.includes(refusal.code)) throw refusal;
    return undefined;
  }
};

const nobody = (state: OpenedCase, from: CadreId, { now }: CaseContext): CaseEvent => ({
  type: 'SubstituteMissing',
  occurredAt: now,
  data: { from, to: recipientsOf(state, 'WARN', 'assign') },
});

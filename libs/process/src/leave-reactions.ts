import type { CadreEvent } from '#cadres/domain';
import type { HandOverCase } from '#cases/domain';
import type { PostponeSession } from '#mediation/domain';
import type { DerivedCommand, Reaction } from './reactions.js';

const ofCadres = (
  name: string,
  on: {
    readonly [Type in CadreEvent['type']]?: (event: Extract<CadreEvent, { type: Type }>) => DerivedCommand | undefined;
  },
): Reaction => ({ name, on: on as unknown as Reaction['on'] });

const whenHandedOverThenTheSubstituteHasIt = ofCadres('when-a-task-is-handed-over-then-the-substitute-has-it', {
  TaskHandedOver: ({ data: { cadreId, task, substitute } }) => {
    if (task.kind !== 'CASE') return undefined;
    const command: HandOverCase = { type: 'HandOverCase', data: { from: cadreId, substitute } };
    return { stream: `case-${task.caseId}`, command };
  },
});

const whenNobodyMediatesThenPostpone = ofCadres('when-nobody-mediates-instead-then-the-session-is-postponed', {
  HandoverUnmet: ({ data: { cadreId, task } }) => {
    if (task.kind !== 'MEDIATION') return undefined;
    const command: PostponeSession = { type: 'PostponeSession', data: { mediatorId: cadreId } };
    return { stream: `mediation-${task.mediationId}`, command };
  },
});

/** What cases and mediations follow with when somebody goes on leave (`docs/domain.md §5.1`). */
export const leaveReactions: readonly Reaction[] = [
  whenHandedOverThenTheSubstituteHasIt,
  whenNobodyMediatesThenPostpone,
];

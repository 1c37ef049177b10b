import type { CaseEvent, DutyCall } from '#cases/domain';
import { dutyRosterStream, type RecordAnswer, type RecordMiss } from '#duty/domain';
import { isoWeekOf, localDayOf } from '#working-time';
import type { Instant } from '#kernel';
import type { DerivedCommand, Reaction, ReactionMeta } from './reactions.js';

const ofCases = (
  name: string,
  on: {
    readonly [Type in CaseEvent['type']]?: (
      event: Extract<CaseEvent, { type: Type }>,
      meta: ReactionMeta,
    ) => DerivedCommand | undefined;
  },
): Reaction => ({ name, on: on as unknown as Reaction['on'] });

/** The roster of the week in which he was called. */
const rosterOf = ({ place, calledAt }: DutyCall): string => dutyRosterStream(place, isoWeekOf(localDayOf(calledAt)));

const callIn = (stream: string): string => stream.slice('case-'.length);

const answered = (called: DutyCall | undefined, answeredAt: Instant, stream: string): DerivedCommand | undefined => {
  if (!called) return undefined;
  const { cadreId, calledAt, answerBy } = called;
  const data = { callId: callIn(stream), cadreId, calledAt, answeredAt, answerBy };
  return { stream: rosterOf(called), command: { type: 'RecordAnswer', data } satisfies RecordAnswer };
};

const whenAnsweredThenTheRosterKnows = ofCases('when-a-call-is-answered-then-the-roster-knows', {
  CaseAcknowledged: ({ data: { called }, occurredAt }, { stream }) => answered(called, occurredAt, stream),
  AssignmentDeclined: ({ data: { called }, occurredAt }, { stream }) => answered(called, occurredAt, stream),
});

const whenMissedThenTheRosterKnows = ofCases('when-a-call-is-missed-then-the-roster-knows', {
  StepOverdue: ({ data: { called } }, { stream }) => {
    if (!called) return undefined;
    const { cadreId, calledAt } = called;
    const command: RecordMiss = { type: 'RecordMiss', data: { callId: callIn(stream), cadreId, calledAt } };
    return { stream: rosterOf(called), command };
  },
});

/** Calls of urgent cases, answered and missed, count for the duty of the week (M13 of `docs/domain.md §7`). */
export const dutyReactions: readonly Reaction[] = [whenAnsweredThenTheRosterKnows, whenMissedThenTheRosterKnows];

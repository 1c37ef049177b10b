import type { CaseEvent, DutyCall } from '#cases/domain';
import { dutyRosterStream, type RecordAnswer, type RecordMiss, type RecordService } from '#duty/domain';
import { isoWeekOf, localDayOf } from '#working-time';
import { SYSTEM, type Instant } from '#kernel';
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

/** What somebody does for a resident and writes down: a day on site without any of it is not attended. */
const SERVICES = ['FirstResponseRecorded', 'ProgressRecorded', 'CaseResolved', 'SessionHeld', 'VisitRecorded'] as const;

const served: Reaction['on'][string] = ({ occurredAt }, { metadata: { actor } }) => {
  const [, county, township] = actor.path.split('/');
  if (county === undefined || actor.id === SYSTEM.id) return undefined;
  const day = localDayOf(occurredAt);
  const command: RecordService = { type: 'RecordService', data: { cadreId: actor.id, day } };
  return { stream: dutyRosterStream(township ?? county, isoWeekOf(day)), command };
};

const whenServedThenTheRosterKnows: Reaction = {
  name: 'when-somebody-is-served-then-the-roster-knows',
  on: Object.fromEntries(SERVICES.map((type) => [type, served])),
};

/** Calls answered and missed, and services, count for the duty of the week (`docs/domain.md §2.4`, M13 and M14 of §7). */
export const dutyReactions: readonly Reaction[] = [
  whenAnsweredThenTheRosterKnows,
  whenMissedThenTheRosterKnows,
  whenServedThenTheRosterKnows,
];

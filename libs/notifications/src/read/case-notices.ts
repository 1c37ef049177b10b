import type { AnyEvent } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import type { CaseEvent, Recipient } from '#cases/domain';
import type { Notice, NoticeChannel, TextKey } from '#notifications/domain';
import { toCadre, toGroup, toParties } from './addressing.js';
import type { CaseFacts } from './case-facts.js';
import { DEPUTY_OF, SUPERVISORS, type People } from './people.js';

type On = {
  readonly [Type in CaseEvent['type']]?: (
    event: Extract<CaseEvent, { readonly type: Type }>,
    facts: CaseFacts,
    people: People,
  ) => readonly Notice[];
};

const due = ({ due: dues }: CaseFacts, step: string): { readonly due: number } | Record<never, never> =>
  dues[step] === undefined ? {} : { due: dues[step] };

const called = ({ priority }: CaseFacts): readonly NoticeChannel[] =>
  CURRENT_POLICY.notifications.calledPriorities.includes(priority) ? ['CALL'] : [];

/** The handler and who helps him; the resident learns whom to ring up. */
const given = (
  facts: CaseFacts,
  { handler, coHandlers }: { readonly handler: string; readonly coHandlers: readonly string[] },
): readonly Notice[] => [
  toCadre(facts, handler, {
    text: facts.due['ack'] === undefined ? 'case.assigned.noAck' : 'case.assigned',
    params: due(facts, 'ack'),
    channels: called(facts),
    step: 'ack',
  }),
  ...coHandlers.map((cadreId) => toCadre(facts, cadreId, { text: 'case.coHandler', params: { handler } })),
  ...toParties(facts, { text: 'resident.assigned', params: { handler } }),
];

interface Rung {
  readonly step: string;
  readonly to: readonly Recipient[];
}

/** A rung of the ladder: everybody whom its event names (`docs/domain.md §5.1`). */
const rung = (
  facts: CaseFacts,
  people: People,
  { step, to }: Rung,
  text: TextKey,
  {
    params = {},
    channels = [],
  }: { params?: Readonly<Record<string, number>>; channels?: readonly NoticeChannel[] } = {},
): readonly Notice[] =>
  people
    .told(to, facts)
    .map((cadreId) =>
      toCadre(facts, cadreId, { text, params: { step, ...due(facts, step), ...params }, channels, step }),
    );

/** Group chats of the units that a rung names; a person is no unit. */
const groups = (facts: CaseFacts, { step, to }: Rung, text: TextKey): readonly Notice[] =>
  to.flatMap((recipient) =>
    'unit' in recipient ? toGroup(facts, recipient.unit, { text, params: { step, ...due(facts, step) }, step }) : [],
  );

/** Who is told of what happens to a case (`docs/domain.md §5.8`). */
const on: On = {
  CaseRegistered: (_, facts) => toParties(facts, { text: 'resident.registered', params: due(facts, 'accept') }),
  CaseAccepted: (_, facts) =>
    toParties(facts, {
      text: facts.due['resolve'] === undefined ? 'resident.accepted.noDue' : 'resident.accepted',
      params: due(facts, 'resolve'),
    }),
  CaseRejected: ({ data: { reason } }, facts) => toParties(facts, { text: 'resident.rejected', params: { reason } }),
  CaseAssigned: ({ data }, facts) => given(facts, data),
  CaseReassigned: ({ data }, facts) => [
    ...given(facts, data),
    toCadre(facts, data.from, { text: 'case.takenOver', params: { handler: data.handler } }),
  ],
  StepWarned: ({ data }, facts, people) => rung(facts, people, data, 'step.warned'),
  StepOverdue: ({ data }, facts, people) => [
    ...rung(facts, people, data, 'step.overdue'),
    ...groups(facts, data, 'group.overdue'),
  ],
  CaseEscalated: ({ data }, facts, people) => {
    const { level, because, actionDueAt } = data;
    const text = (): TextKey => {
      if (because === 'DISSATISFIED') return 'countyReview.opened';
      if (level === 'E3') return 'step.e3';
      return actionDueAt === undefined ? 'step.e2.noAction' : 'step.e2';
    };
    return [
      ...rung(facts, people, data, text(), {
        channels: ['SMS'],
        ...(actionDueAt !== undefined && { params: { actionDue: actionDueAt } }),
      }),
      ...groups(facts, data, 'group.escalated'),
    ];
  },
  SupervisionReminded: ({ data }, facts, people) => rung(facts, people, data, 'step.reminded', { channels: ['SMS'] }),
  RiskAssessed: ({ data: { level } }, facts, people) => {
    if (level !== 'ORANGE' && level !== 'RED') return [];
    const leader = DEPUTY_OF(facts.townshipId);
    const to = level === 'RED' ? [leader, SUPERVISORS] : [leader];
    const told = { params: { level }, pace: 'AT_ONCE' } as const; // its limits are minutes and hours (§4.4)
    return [
      ...people
        .told(to, facts)
        .map((cadreId) => toCadre(facts, cadreId, { text: 'risk.assessed', channels: ['CALL'], ...told })),
      ...toGroup(facts, facts.townshipId, { text: 'group.risk', ...told }),
    ];
  },
  RiskCheckMissed: ({ data: { level, dueAt, to } }, facts, people) =>
    people
      .told(to, facts)
      .map((cadreId) => toCadre(facts, cadreId, { text: 'risk.checkMissed', params: { level, due: dueAt } })),
  EscalationActionTaken: ({ data: { action, step } }, facts) =>
    action === 'ORDER' && facts.handler !== undefined
      ? [toCadre(facts, facts.handler, { text: 'step.ordered', params: { step, ...due(facts, step) }, step })]
      : [],
  OutsideLawMarked: ({ data: { to } }, facts, people) =>
    people.told(to, facts).map((cadreId) => toCadre(facts, cadreId, { text: 'outsideLaw.marked' })),
  LimitExtended: (_, facts) => toParties(facts, { text: 'resident.extended', params: due(facts, 'resolve') }),
  DueTimeRecomputed: ({ data: { moved } }, facts) => {
    const of = (...steps: readonly string[]) => moved.find(({ step }) => steps.includes(step));
    const [whole, his] = [of('resolve'), of('ack', 'respond', 'resolve')];
    return [
      ...(whole ? toParties(facts, { text: 'resident.moved', params: { due: whole.to } }) : []),
      ...(his && facts.handler !== undefined
        ? [toCadre(facts, facts.handler, { text: 'step.moved', params: { step: his.step, due: his.to } })]
        : []),
    ];
  },
  CaseSuspended: ({ data: { reason, until } }, facts) =>
    toParties(facts, { text: 'resident.suspended', params: { reason, until } }),
  TierRaised: ({ data: { tier, because } }, facts) =>
    toParties(facts, { text: 'resident.tierRaised', params: { tier, because } }),
  SubstituteMissing: ({ data: { from, to } }, facts, people) =>
    people.told(to, facts).map((cadreId) => toCadre(facts, cadreId, { text: 'substitute.missing', params: { from } })),
  ConsentReminded: ({ data: { to } }, facts, people) =>
    people.told(to, facts).map((cadreId) => toCadre(facts, cadreId, { text: 'consent.reminded', step: 'consent' })),
};

/** `facts` as they are after the event. */
export const noticesOfCase = (event: AnyEvent, facts: CaseFacts, people: People): readonly Notice[] => {
  const tell = Object.hasOwn(on, event.type) ? on[event.type as CaseEvent['type']] : undefined;
  return (
    (tell as ((event: AnyEvent, facts: CaseFacts, people: People) => readonly Notice[]) | undefined)?.(
      event,
      facts,
      people,
    ) ?? []
  );
};

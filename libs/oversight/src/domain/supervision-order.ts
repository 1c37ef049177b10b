import { reject, unreachable, type Command, type Context, type Decider, type Event, type Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { dueOf } from '#working-time';

/** 督办: a leader or the county wants an answer about something overdue (`docs/domain.md §1.2` row 33). */
export type SupervisionOrderEvent =
  | Event<'SupervisionOrderIssued', Issued & { readonly answerDueAt: Instant }>
  | Event<'SupervisionOrderAnswered', { readonly by: string; readonly answer: string }>
  | Event<'SupervisionOrderLifted', { readonly by: string }>;

interface Issued {
  readonly orderId: string;
  readonly caseId: string;
  readonly step: string;
  readonly round: number;
  /** Township or county unit that has to answer. */
  readonly target: string;
}

export type IssueSupervisionOrder = Command<'IssueSupervisionOrder', Issued>;
export type AnswerSupervisionOrder = Command<'AnswerSupervisionOrder', { readonly answer: string }>;
export type LiftSupervisionOrder = Command<'LiftSupervisionOrder', Record<never, never>>;
export type SupervisionOrderCommand = IssueSupervisionOrder | AnswerSupervisionOrder | LiftSupervisionOrder;

export interface SupervisionOrder {
  readonly stage: 'none' | 'issued' | 'answered' | 'lifted';
}

export interface SupervisionOrderContext extends Context {
  readonly policy: PolicySet;
}

/** Issued once a case and step reach E3: the same escalation never issues a second one. */
const issue = (
  { data: { orderId, caseId, step, round, target } }: IssueSupervisionOrder,
  order: SupervisionOrder,
  { now, policy }: SupervisionOrderContext,
): SupervisionOrderEvent[] => {
  if (order.stage !== 'none') return [];
  const answerDueAt = dueOf(policy.calendar, policy.escalation.supervisionAnswer, now).at;
  return [
    { type: 'SupervisionOrderIssued', occurredAt: now, data: { orderId, caseId, step, round, target, answerDueAt } },
  ];
};

const answer = (
  { data }: AnswerSupervisionOrder,
  order: SupervisionOrder,
  { now, actor }: SupervisionOrderContext,
): SupervisionOrderEvent[] => {
  if (order.stage !== 'issued') reject('ORDER_NOT_OPEN', { stage: order.stage });
  if (data.answer.trim() === '') reject('ANSWER_MISSING', { field: 'answer' });
  return [{ type: 'SupervisionOrderAnswered', occurredAt: now, data: { by: actor.id, answer: data.answer } }];
};

const lift = (order: SupervisionOrder, { now, actor }: SupervisionOrderContext): SupervisionOrderEvent[] => {
  if (order.stage !== 'answered') reject('ORDER_NOT_ANSWERED', { stage: order.stage });
  return [{ type: 'SupervisionOrderLifted', occurredAt: now, data: { by: actor.id } }];
};

const STAGES = {
  SupervisionOrderIssued: 'issued',
  SupervisionOrderAnswered: 'answered',
  SupervisionOrderLifted: 'lifted',
} as const;

export const supervisionOrder: Decider<
  SupervisionOrder,
  SupervisionOrderCommand,
  SupervisionOrderEvent,
  SupervisionOrderContext
> = {
  initialState: { stage: 'none' },
  evolve: (order, { type }) => (Object.hasOwn(STAGES, type) ? { stage: STAGES[type] } : order),
  decide: (command, order, context) => {
    switch (command.type) {
      case 'IssueSupervisionOrder':
        return issue(command, order, context);
      case 'AnswerSupervisionOrder':
        return answer(command, order, context);
      case 'LiftSupervisionOrder':
        return lift(order, context);
      default:
        return unreachable(command);
    }
  },
};

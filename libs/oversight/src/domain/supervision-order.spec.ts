import { describe, it } from '@jest/globals';
import type { Actor } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import { supervisionOrder, type IssueSupervisionOrder } from './supervision-order.js';

const chief: Actor = { id: 'chief', role: 'CHIEF_LEADER', path: '/county/T01' };
const issued: IssueSupervisionOrder = {
  type: 'IssueSupervisionOrder',
  data: { orderId: 'c1-1-resolve', caseId: 'c1', step: 'resolve', round: 1, target: 'T01' },
};
const order = () =>
  scenario(supervisionOrder, { now: instantOf('2026-03-06T17:30'), actor: chief, policy: CURRENT_POLICY });

describe('a supervision order', () => {
  it('is to be answered by the end of the next working day', () => {
    order()
      .when(issued)
      .then('SupervisionOrderIssued')
      .thenData('SupervisionOrderIssued', { answerDueAt: instantOf('2026-03-09T17:30') });
  });

  it('is issued once, however often the escalation is told', () => {
    order().after(issued).when(issued).then();
  });

  it('is lifted only when it has been answered', () => {
    const lift = { type: 'LiftSupervisionOrder', data: {} } as const;
    const answer = { type: 'AnswerSupervisionOrder', data: { answer: 'the pump is being replaced' } } as const;
    order().after(issued).when(lift).thenRejected('ORDER_NOT_ANSWERED');
    order().after(issued).after(answer).when(lift).then('SupervisionOrderLifted');
  });

  it('wants an answer in words', () => {
    order()
      .after(issued)
      .when({ type: 'AnswerSupervisionOrder', data: { answer: ' ' } })
      .thenRejected('ANSWER_MISSING');
  });
});

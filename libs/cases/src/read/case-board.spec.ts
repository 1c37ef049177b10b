import { describe, it } from '@jest/globals';
import { projectionScenario } from '#testing';
import { acknowledge, at, cadre, cases, director } from '../domain/case.fixture.js';
import { caseBoard } from './case-board.projection.js';

const onBoard = (walk: ReturnType<typeof cases.none>) =>
  projectionScenario(caseBoard).givenAt({ stream: 'case-c1' }, ...walk.history());

describe('the board of cases', () => {
  it('shows a registered case with the limit to accept it', async () => {
    const board = onBoard(cases.registered());
    await board.thenRows('case_board', {
      case_id: 'c1',
      stage: 'REGISTERED',
      path: '/county/T01/T01-V07',
      handler: null,
    });
    await board.thenRows('case_clock', { step: 'accept', due_at: at('03-10 17:30'), level: '-' });
  });

  it('shows who has it, and the limits that run', async () => {
    const board = onBoard(cases.assigned());
    await board.thenRows('case_board', { stage: 'ASSIGNED', handler: 'anna', risk: 'BLUE' });
    await board.thenRows('case_clock', { step: 'ack' }, { step: 'resolve' });
  });

  it('shows the rung that has fired', async () => {
    const due = at('03-10 17:30');
    const walk = cases
      .registered()
      .after(
        { type: 'Escalate', data: { step: 'accept', round: 1, attempt: 1, level: 'E1', at: due } },
        { now: due, actor: director },
      );
    await onBoard(walk).thenRows('case_clock', { step: 'accept', level: 'E1' });
  });

  it('shows no limit where the case is over', async () => {
    const walk = cases
      .registered()
      .after({ type: 'RejectCase', data: { reason: 'OUT_OF_REMIT', guidance: 'the court' } }, { actor: director });
    const board = onBoard(walk);
    await board.thenRows('case_board', { stage: 'REJECTED' });
    await board.thenRows('case_clock');
  });

  it('takes a reassigned case that was answered back to where it was', async () => {
    const walk = cases
      .inProgress()
      .after({ type: 'ReassignCase', data: { reason: 'DIRECTOR' } }, { actor: director })
      .after(acknowledge, { actor: cadre('bo') });
    await onBoard(walk).thenRows('case_board', { stage: 'IN_PROGRESS', handler: 'bo' });
  });
});

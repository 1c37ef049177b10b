import { describe, it } from '@jest/globals';
import { projectionScenario } from '#testing';
import {
  answer,
  at,
  consent,
  end,
  followUp,
  mediations,
  offer,
  oral,
  perform,
  registered,
  schedule,
  seal,
  sign,
  term,
  terminate,
} from '../domain/mediation.fixture.js';
import { mediationBoard } from './mediation-board.projection.js';

const onBoard = (walk: ReturnType<typeof mediations.none>) =>
  projectionScenario(mediationBoard).givenAt({ stream: 'mediation-c1-m1' }, ...walk.history());

describe('the board of mediations', () => {
  it('shows who has consented and who is still asked', async () => {
    const board = onBoard(mediations.proposed().after(consent('li')));
    await board.thenRows('mediation_board', {
      ...{ case_id: 'c1', stage: 'PROPOSED', tier: 'V', consents_asked: 2, consents_given: 1, revision: 1 },
    });
    await board.thenRows('mediation_party', { party: 'li', consent: 'CONSENTED' }, { party: 'wang', consent: 'ASKED' });
    await onBoard(mediations.consented()).thenRows('mediation_board', { stage: 'SCHEDULED', consents_given: 2 });
  });

  it('shows who is offered, and who mediates', async () => {
    const offered = mediations.consented().after(offer('anna')).after(answer('li'));
    const board = onBoard(offered);
    await board.thenRows('mediation_board', { offered: 'anna', mediator: null });
    await board.thenRows(
      'mediation_party',
      { party: 'li', mediator_answer: 'ACCEPTED', mediator_asked: 'anna' },
      { party: 'wang', mediator_answer: null },
    );
    await onBoard(offered.after(answer('wang', false))).thenRows('mediation_board', { offered: null, mediator: null });
    const replacing = mediations.mediated().after(offer('bo'), { mediator: registered('bo') });
    await onBoard(replacing).thenRows('mediation_board', { offered: 'bo', mediator: 'anna' });
  });

  it('shows the next session, moved ones where they were moved to, and counts those held', async () => {
    const moved = mediations.scheduled().after(schedule('03-13 09:00'));
    await onBoard(moved).thenRows('mediation_board', {
      stage: 'IN_SESSION',
      next_session_at: at('03-13 09:00'),
      next_session_end: at('03-13 11:00'),
    });
    await onBoard(mediations.held()).thenRows('mediation_board', { sessions_held: 1, next_session_at: null });
  });

  it('shows a draft and its signatures until it has effect', async () => {
    const signed = mediations.drafted().after(sign('wang')).after(sign('anna')).after(seal);
    const board = onBoard(signed);
    await board.thenRows('mediation_board', { stage: 'IN_SESSION', draft: 1, sealed: 1, agreement: null });
    await board.thenRows('mediation_party', { party: 'li', signed_draft: null }, { party: 'wang', signed_draft: 1 });
    await onBoard(signed.after(sign('li'), { now: at('03-12 17:00') })).thenRows('mediation_board', {
      ...{ stage: 'PERFORMING', outcome: 'AGREED', agreement: 'WRITTEN', ended_at: at('03-12 17:00') },
    });
  });

  it('shows how a mediation ended', async () => {
    const ended = { next_session_at: null, next_session_end: null };
    await onBoard(mediations.held().after(oral(), { now: at('03-12 15:40') })).thenRows('mediation_board', {
      ...{ outcome: 'AGREED', agreement: 'ORAL', ended_at: at('03-12 15:40') },
    });
    await onBoard(mediations.scheduled().after(terminate('li'))).thenRows('mediation_board', {
      ...ended,
      ...{ stage: 'TERMINATED', outcome: 'TERMINATED' },
    });
    await onBoard(mediations.scheduled().after(end('TIER_RAISED'))).thenRows('mediation_board', {
      ...ended,
      outcome: 'FAILED',
    });
    await onBoard(mediations.proposed().after(consent('li', false))).thenRows('mediation_board', {
      outcome: 'DECLINED',
    });
    await onBoard(mediations.proposed().after(end('CONSENT_LAPSED'))).thenRows('mediation_board', {
      outcome: 'DECLINED',
    });
  });

  it('shows what became of the agreement', async () => {
    const performed = mediations.agreedOrally(term()).after(perform(1), { now: at('03-20 10:00') });
    await onBoard(performed).thenRows('mediation_board', {
      ...{ stage: 'FULFILLED', outcome: 'AGREED', changed_at: at('03-20 10:00') },
    });
    const urged = mediations.agreedOrally(term()).after(followUp('URGE', '03-20 17:30'), { now: at('03-20 17:30') });
    await onBoard(urged).thenRows('mediation_board', { stage: 'PERFORMING', changed_at: at('03-20 17:30') });
    const broken = urged.after(followUp('BREACH', '03-27 17:30'), { now: at('03-27 17:30') });
    await onBoard(broken).thenRows('mediation_board', { stage: 'BREACHED' });
  });
});

import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import {
  acknowledge,
  assign,
  at,
  cadre,
  candidate,
  cases,
  certificate,
  director,
  panelist,
  pool,
  resolve,
  respond,
} from './case.fixture.js';

type Scenario = ReturnType<typeof cases.resolved>;

const conclude = (round: number, rating?: number): CaseCommand => ({
  type: 'ConcludeReview',
  data: { round, ...(rating !== undefined && { rating }) },
});
const late = (round: number, rating: number): CaseCommand => ({ type: 'ReopenOnLateRating', data: { round, rating } });
const decide = (fields: Partial<Extract<CaseCommand, { type: 'DecideCountyReview' }>['data']> = {}): CaseCommand => ({
  type: 'DecideCountyReview',
  data: {
    verdict: 'UPHELD',
    panel: ['panel1', 'panel2', 'panel3'],
    reason: 'as law has it',
    remediesTold: true,
    ...fields,
  },
});
const boss = candidate('boss', { roles: ['CENTRE_DIRECTOR'], certificates: {} });
const countyBoss = candidate('county-boss', {
  townshipId: null,
  unit: 'K-MEDIATION',
  roles: ['CENTRE_DIRECTOR'],
  certificates: {},
});
const people = {
  pool: pool(candidate('anna'), candidate('bo'), boss, candidate('kim', { townshipId: null }), countyBoss),
};
/** The next round, from the assignment to the result. */
const handledBy = (given: Scenario, handler: string): Scenario =>
  given
    .after(assign)
    .after(acknowledge, { actor: cadre(handler) })
    .after(respond, { actor: cadre(handler) })
    .after(resolve, { actor: cadre(handler) });
const rounds = {
  first: () => cases.resolved({}, people),
  second: () => handledBy(rounds.first().after(conclude(1, 2), { now: at('04-14 10:30') }), 'bo'),
  county: () => rounds.second().after(conclude(2, 1), { now: at('04-21 09:40') }),
  third: () => handledBy(rounds.county().after(decide({ verdict: 'REDO' }), { actor: panelist }), 'kim'),
  lastWord: () => rounds.third().after(conclude(3, 2)),
};
const byPanel = { actor: panelist };

describe('a review that is settled', () => {
  it('closes the case where somebody is content', () => {
    for (const rating of [3, 4, 5]) {
      const closed = rounds.first().when(conclude(1, rating)).then('CaseClosed');
      closed.thenData('CaseClosed', { outcome: 'SOLVED', rating });
      expect(closed.state()).toMatchObject({ stage: 'CLOSED', clocks: [] });
    }
  });

  it('closes it without a rating where nobody could be reached', () => {
    const closed = rounds.first().when(conclude(1)).then('CaseClosed');
    expect(closed.events()[0]?.data).toEqual({ outcome: 'SOLVED' });
  });

  it('is heard once a round: late and doubled words change nothing', () => {
    rounds.first().after(conclude(1, 5)).when(conclude(1, 5)).then();
    rounds.first().when(conclude(2, 1)).then();
    cases.inProgress().when(conclude(1, 5)).then();
    rounds.second().when(conclude(1, 5)).then();
  });
});

describe('dissatisfied for the first time', () => {
  const reopened = () => rounds.first().when(conclude(1, 2), { now: at('04-14 10:30') });

  it('opens a second round with its own limits', () => {
    reopened().then('CaseReopened').thenData('CaseReopened', { round: 2, because: 'RATING', rating: 2, tier: 'V' });
    expect(reopened().state()).toMatchObject({ stage: 'ACCEPTED', round: 2, handler: undefined, responded: false });
    expect(reopened().state().clocks).toMatchObject([
      { step: 'assign', round: 2, dueAt: at('04-15 17:30') },
      { step: 'resolve', round: 2, dueAt: at('04-20 17:30') },
    ]);
  });

  it('gives it to another handler, and the director leads', () => {
    rounds
      .first()
      .after(conclude(1, 2))
      .when(assign)
      .thenData('CaseAssigned', { handler: 'bo', coHandlers: ['boss'] });
    rounds
      .first()
      .after(conclude(1, 2))
      .when({ type: 'AssignCase', data: { cadreId: 'anna' } }, { actor: director })
      .thenRejected('CANDIDATE_RULED_OUT', { rule: 'H4' });
  });

  it('keeps the profile’s limit to assign where it is urgent', () => {
    const certificates = { 'ECO-18': certificate(2) };
    const urgent = cases
      .resolved({ typeCode: 'REQ-SAF' }, { pool: pool(candidate('anna', { certificates })) })
      .when(conclude(1, 1), { now: at('04-14 10:30') });
    expect(urgent.state().clocks).toMatchObject([
      { step: 'assign', dueAt: at('04-14 11:30') },
      { step: 'resolve', limit: { unit: 'WD', n: 2 } },
    ]);
  });
});

describe('dissatisfied for the second time', () => {
  it('goes to the county, and the deputy leader hears of it at once', () => {
    const county = rounds.second().when(conclude(2, 1), { now: at('04-21 09:40') });
    county.then('CountyReviewOpened', 'CaseEscalated');
    county.thenData('CaseEscalated', {
      step: 'countyReview',
      level: 'E2',
      because: 'DISSATISFIED',
      to: [{ role: 'DEPUTY_LEADER', unit: 'T01' }],
    });
    expect(county.state()).toMatchObject({
      stage: 'COUNTY_REVIEW',
      clocks: [{ step: 'countyReview', dueAt: at('05-08 17:30') }],
    });
  });

  it('is decided by three people, none of them involved, one of them the chair', () => {
    rounds
      .county()
      .when(decide({ panel: ['panel1', 'panel2'] }), byPanel)
      .thenRejected('PANEL_INCOMPLETE', { panelSize: 3 });
    rounds
      .county()
      .when(decide({ panel: ['panel1', 'panel1', 'panel2'] }), byPanel)
      .thenRejected('PANEL_INCOMPLETE');
    rounds.county().when(decide(), { actor: director }).thenRejected('PANEL_INCOMPLETE');
    for (const involved of ['anna', 'bo', 'boss']) {
      rounds
        .county()
        .when(decide({ panel: ['panel1', 'panel2', involved] }), byPanel)
        .thenRejected('PANEL_MEMBER_INVOLVED', { involved: [involved] });
    }
  });

  it('upheld: closed as explained, with the remedies told', () => {
    rounds
      .county()
      .when(decide({ remediesTold: false }), byPanel)
      .thenRejected('REMEDIES_NOT_TOLD');
    rounds
      .county()
      .when(decide({ reason: '' }), byPanel)
      .thenRejected('REASON_MISSING');
    const upheld = rounds.county().when(decide(), byPanel).then('CountyReviewDecided', 'CaseClosed');
    upheld.thenData('CountyReviewDecided', { chair: 'panel1', verdict: 'UPHELD' });
    expect(upheld.state()).toMatchObject({ stage: 'CLOSED', outcome: 'EXPLAINED', clocks: [] });
  });

  it('to be redone: a third round at the county, by none of those before', () => {
    const redone = rounds
      .county()
      .when(decide({ verdict: 'REDO', remediesTold: false }), { ...byPanel, now: at('05-07 10:00') })
      .then('CountyReviewDecided', 'CaseReopened');
    redone.thenData('CaseReopened', {
      round: 3,
      tier: 'K',
      because: 'COUNTY_REDO',
      excluded: ['anna', 'bo'],
      ledBy: 'K-MEDIATION',
    });
    expect(redone.state()).toMatchObject({ round: 3, file: { tier: 'K' } });
    rounds
      .county()
      .after(decide({ verdict: 'REDO' }), byPanel)
      .when(assign)
      .thenData('CaseAssigned', { handler: 'kim', coHandlers: ['county-boss'] });
  });
});

describe('dissatisfied for the third time', () => {
  it('leaves the chair the last word: no fourth round', () => {
    rounds
      .third()
      .when(conclude(3, 2))
      .then('CountyReviewOpened', 'CaseEscalated')
      .thenData('CountyReviewOpened', { lastWord: true });
    rounds
      .lastWord()
      .when(decide({ verdict: 'REDO' }), byPanel)
      .thenRejected('NO_FOURTH_ROUND');
    const closed = rounds.lastWord().when(decide(), byPanel).then('CountyReviewDecided', 'CaseClosed');
    expect(closed.state()).toMatchObject({ stage: 'CLOSED', outcome: 'EXPLAINED', round: 3 });
  });
});

describe('a late rating', () => {
  const closed = () => rounds.first().after(conclude(1));

  it('opens a closed case again where it is dissatisfied', () => {
    closed().when(late(1, 2)).then('CaseReopened').thenData('CaseReopened', { round: 2, because: 'LATE_RATING' });
    closed().when(late(1, 3)).then();
  });

  it('once', () => {
    const again = handledBy(closed().after(late(1, 1)), 'bo').after(conclude(2));
    again.when(late(2, 1)).then();
  });

  it('of a second round goes to the county, once too', () => {
    const second = rounds.second().after(conclude(2));
    const county = second.when(late(2, 1)).then('CountyReviewOpened', 'CaseEscalated');
    expect(county.state()).toMatchObject({ stage: 'COUNTY_REVIEW', lateReopened: true });
    second.after(late(2, 1)).after(decide(), byPanel).when(late(2, 1)).then();
  });

  it('after the third round changes nothing', () => {
    rounds.third().after(conclude(3)).when(late(3, 1)).then();
  });

  it('for another round, or a case still open, changes nothing', () => {
    closed().when(late(2, 1)).then();
    rounds.first().when(late(1, 1)).then();
  });
});

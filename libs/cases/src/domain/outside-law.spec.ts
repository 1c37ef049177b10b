import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import { at, cases, director, panelist } from './case.fixture.js';

const conclude = (round: number, rating: number, outsideLaw?: true): CaseCommand => ({
  type: 'ConcludeReview',
  data: { round, rating, ...(outsideLaw && { outsideLaw }) },
});
const decide = (approves: boolean): CaseCommand => ({
  type: 'DecideOutsideLaw',
  data: { approves, reason: 'the rule gives no allowance for it' },
});
const ask = (party = 'li'): CaseCommand => ({ type: 'AskCountyReview', data: { party } });
const other = {
  actor: { id: 'other-boss', role: 'CENTRE_DIRECTOR', path: '/county/T01' },
  actorUnit: 'T01-STABILITY_MEDIATION',
};
/** On Tuesday 10 March 2026. */
const marked = () => cases.resolved().after(conclude(1, 2, true), { now: at('03-10 10:00') });
const explained = () => marked().after(decide(true), { ...other, now: at('03-11 10:00') });

describe('a dissatisfied resident asks for what the law does not give', () => {
  it('the reviewer says so, and the case waits instead of being handled again', () => {
    const waiting = cases.resolved().when(conclude(1, 2, true));
    waiting.then('OutsideLawMarked').thenData('OutsideLawMarked', {
      rating: 2,
      to: [{ role: 'CENTRE_DIRECTOR', unit: 'K-MEDIATION' }],
    });
    expect(waiting.state().stage).toBe('RESOLVED');
    expect(waiting.state().clocks.map(({ step }) => step)).toContain('review');
    cases.resolved().when(conclude(1, 2)).then('CaseReopened');
  });

  it('the director of another centre approves it: explained, and still dissatisfied', () => {
    const closed = marked().when(decide(true), { ...other, now: at('03-11 10:00') });
    closed
      .then('OutsideLawDecided', 'CaseClosed')
      .thenData('OutsideLawDecided', { approves: true, unit: other.actorUnit, appealUntil: at('03-26 24:00') })
      .thenData('CaseClosed', { outcome: 'EXPLAINED', rating: 2 });
  });

  it('or does not: it is handled again by somebody else', () => {
    marked()
      .when(decide(false), other)
      .then('OutsideLawDecided', 'CaseReopened')
      .thenData('CaseReopened', { round: 2, because: 'RATING', excluded: ['anna'] });
  });

  it('but nobody decides about the work of his own centre, nor who had a part in it', () => {
    marked()
      .when(decide(true), { actor: director, actorUnit: 'T01-RURAL_GUIDANCE' })
      .thenRejected('NOT_ANOTHER_CENTRE');
    marked().when(decide(true), { actor: director }).thenRejected('NOT_ANOTHER_CENTRE');
    const handler = { ...other.actor, id: 'anna' };
    marked()
      .when(decide(true), { ...other, actor: handler })
      .thenRejected('NOT_ANOTHER_CENTRE');
    marked()
      .when(decide(true), { ...other, actor: panelist })
      .thenRejected('NOT_ANOTHER_CENTRE');
    cases.resolved().when(decide(true), other).thenRejected('NOT_MARKED_OUTSIDE_LAW');
  });
});

describe('who does not accept the explanation', () => {
  it('asks the county within fifteen days', () => {
    const asked = explained().when(ask(), { now: at('03-26 24:00') });
    asked
      .then('CountyReviewAsked', 'CountyReviewOpened', 'CaseEscalated')
      .thenData('CountyReviewOpened', { round: 1, rating: 2, lastWord: false });
    expect(asked.state().stage).toBe('COUNTY_REVIEW');
    explained()
      .when(ask(), { now: at('03-26 24:00') + 1 })
      .thenRejected('COUNTY_REVIEW_ASKED_TOO_LATE', { appealUntil: at('03-26 24:00') });
  });

  it('once, and only he', () => {
    explained().when(ask('zhao')).thenRejected('PARTY_UNKNOWN');
    explained().after(ask()).when(ask()).thenRejected('NOT_IN_STAGE');
    cases.resolved().after(conclude(1, 5)).when(ask()).thenRejected('NO_COUNTY_REVIEW_TO_ASK_FOR');
  });
});

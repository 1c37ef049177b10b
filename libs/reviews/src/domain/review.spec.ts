import { describe, expect, it } from '@jest/globals';
import type { Actor } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import { reviewDecider } from './review.js';
import type { ReviewCommand } from './review.commands.js';
import type { Rating, ReviewChannel } from './review.events.js';

const at = (text: string) => instantOf(`2026-${text.replace(' ', 'T')}`);
const actor = (id: string): Actor => ({ id, role: 'CALLBACK_CLERK', path: '/county/T01' });

const request = (...parties: readonly string[]): ReviewCommand => ({
  type: 'RequestReview',
  data: {
    caseId: 'c1',
    caseNo: 'T01-20260306-0001',
    round: 1,
    parties,
    handlers: ['anna', 'boss'],
    centre: 'T01-RURAL_GUIDANCE',
  },
});
const attempt = (party: string, channel: ReviewChannel): ReviewCommand => ({
  type: 'AttemptContact',
  data: { party, channel },
});
const answer = (party: string, rating: Rating): ReviewCommand => ({
  type: 'AnswerReview',
  data: { party, rating, reason: 'RESULT', channel: 'CALL' },
});
const giveUp = (party: string): ReviewCommand => ({ type: 'GiveUpReview', data: { party } });
const late = (party: string, rating: Rating): ReviewCommand => ({
  type: 'RecordLateReview',
  data: { party, rating, reason: 'RESULT' },
});

const asked = (...parties: readonly string[]) =>
  scenario(reviewDecider, { now: at('03-06 09:00'), actor: actor('clerk'), policy: CURRENT_POLICY }).after(
    request(...parties),
  );
const tried = (party: string, ...parties: readonly string[]) =>
  asked(party, ...parties)
    .after(attempt(party, 'CALL'), { now: at('03-09 10:00') })
    .after(attempt(party, 'SMS'), { now: at('03-09 16:00') })
    .after(attempt(party, 'CALL'), { now: at('03-10 10:00') });

describe('a review is asked for', () => {
  it('once a round: a second request changes nothing', () => {
    asked('li').when(request('li')).then();
  });

  it('by somebody who had no part in the case', () => {
    for (const id of ['anna', 'boss']) {
      const by = { actor: actor(id) };
      asked('li').when(attempt('li', 'CALL'), by).thenRejected('REVIEWER_HANDLED_THE_CASE');
      asked('li').when(answer('li', 5), by).thenRejected('REVIEWER_HANDLED_THE_CASE');
      tried('li').when(giveUp('li'), by).thenRejected('REVIEWER_HANDLED_THE_CASE');
      tried('li').after(giveUp('li')).when(late('li', 1), by).thenRejected('REVIEWER_HANDLED_THE_CASE');
    }
  });

  it('of the parties of the case only', () => {
    asked('li').when(answer('wang', 5)).thenRejected('PARTY_NOT_ASKED', { field: 'party' });
    const nothing = scenario(reviewDecider, { now: 0, actor: actor('clerk'), policy: CURRENT_POLICY });
    nothing.when(answer('li', 5)).thenRejected('REVIEW_NOT_FOUND');
  });
});

describe('an answer', () => {
  it('of the only party settles the review', () => {
    asked('li')
      .when(answer('li', 4))
      .then('ReviewAnswered')
      .thenData('ReviewAnswered', { rating: 4, by: 'clerk', settled: { lowest: 4, answered: 1, asked: 1 } });
  });

  it('is given once a party', () => {
    asked('li').after(answer('li', 4)).when(answer('li', 1)).thenRejected('ALREADY_RATED');
    asked('li').after(answer('li', 4)).when(attempt('li', 'CALL')).thenRejected('ALREADY_RATED');
  });

  it('of a contented party waits for the others; the lowest decides', () => {
    const first = asked('li', 'wang').when(answer('li', 5));
    expect(first.events()[0]?.data).not.toHaveProperty('settled');
    asked('li', 'wang')
      .after(answer('li', 5))
      .when(answer('wang', 3))
      .thenData('ReviewAnswered', { settled: { lowest: 3, answered: 2, asked: 2 } });
  });

  it('of a dissatisfied party settles the path at once, and only once', () => {
    asked('li', 'wang')
      .when(answer('li', 2))
      .thenData('ReviewAnswered', { settled: { lowest: 2, answered: 1, asked: 2 } });
    const second = asked('li', 'wang').after(answer('li', 2)).when(answer('wang', 1)).then('ReviewAnswered');
    expect(second.events()[0]?.data).not.toHaveProperty('settled');
  });
});

describe('a claim that goes beyond the law', () => {
  const beyond = (rating: Rating): ReviewCommand => ({
    type: 'AnswerReview',
    data: { party: 'li', rating, reason: 'OUTSIDE_LAW', channel: 'CALL', outsideLaw: true },
  });

  it('is marked by the reviewer with the dissatisfied word', () => {
    asked('li')
      .when(beyond(2))
      .thenData('ReviewAnswered', { settled: { lowest: 2, answered: 1, asked: 1, outsideLaw: true } });
    asked('li').when(beyond(3)).thenRejected('SATISFIED_NOT_OUTSIDE_LAW', { field: 'outsideLaw' });
  });
});

describe('nobody is written off lightly', () => {
  const attempts = (...made: readonly (readonly [string, ReviewChannel])[]) =>
    made
      .reduce((given, [when, channel]) => given.after(attempt('li', channel), { now: at(when) }), asked('li'))
      .when(giveUp('li'), { now: at('03-11 11:00') });

  it('three attempts on two days by two ways come first', () => {
    attempts(['03-09 10:00', 'CALL'], ['03-10 10:00', 'SMS']).thenRejected('TOO_FEW_ATTEMPTS', { attempts: 2 });
    attempts(['03-09 10:00', 'CALL'], ['03-09 11:00', 'SMS'], ['03-09 12:00', 'VISIT']).thenRejected(
      'TOO_FEW_ATTEMPTS',
      {
        days: 1,
      },
    );
    attempts(['03-09 10:00', 'CALL'], ['03-10 10:00', 'CALL'], ['03-11 10:00', 'CALL']).thenRejected(
      'TOO_FEW_ATTEMPTS',
      {
        channels: 1,
      },
    );
    attempts(['03-09 10:00', 'CALL'], ['03-09 11:00', 'SMS'], ['03-10 10:00', 'CALL']).then('ReviewUnreachable');
  });

  it('then the review ends without a rating, and a late word is heard for 15 days', () => {
    tried('li')
      .when(giveUp('li'), { now: at('03-11 11:00') })
      .thenData('ReviewUnreachable', { lateUntil: at('03-26 24:00'), settled: { answered: 0, asked: 1 } });
    // the 15th day is a Saturday: residents' rights roll to the Monday
    tried('li')
      .when(giveUp('li'), { now: at('03-13 11:00') })
      .thenData('ReviewUnreachable', { lateUntil: at('03-30 24:00') });
  });

  it('and whoever else answered decides', () => {
    tried('li', 'wang')
      .after(answer('wang', 5))
      .when(giveUp('li'))
      .thenData('ReviewUnreachable', { settled: { lowest: 5, answered: 1, asked: 2 } });
  });

  it('and nobody asks him again', () => {
    tried('li').after(giveUp('li')).when(attempt('li', 'CALL')).thenRejected('REVIEW_CLOSED_FOR_PARTY');
    tried('li').after(giveUp('li')).when(answer('li', 5)).thenRejected('REVIEW_CLOSED_FOR_PARTY');
    tried('li').after(giveUp('li')).when(giveUp('li')).thenRejected('REVIEW_CLOSED_FOR_PARTY');
  });
});

describe('a late word', () => {
  const closed = () => tried('li').after(giveUp('li'), { now: at('03-11 11:00') });

  it('is recorded until the window ends', () => {
    closed()
      .when(late('li', 1), { now: at('03-26 24:00') })
      .then('LateReviewRecorded');
    closed()
      .when(late('li', 1), { now: at('03-26 24:00') + 1 })
      .thenRejected('LATE_RATING_TOO_LATE', { lateUntil: at('03-26 24:00') });
  });

  it('counts its days from the close, which came later where others were asked on', () => {
    const wangLast = tried('li', 'wang')
      .after(giveUp('li'), { now: at('03-11 11:00') })
      .after(answer('wang', 4), { now: at('03-16 10:00') });
    wangLast.when(late('li', 1), { now: at('03-31 24:00') }).then('LateReviewRecorded');
    wangLast
      .when(late('li', 1), { now: at('03-31 24:00') + 1 })
      .thenRejected('LATE_RATING_TOO_LATE', { lateUntil: at('03-31 24:00') });
  });

  it('is one a party, and only of whom nobody could reach', () => {
    closed().after(late('li', 2)).when(late('li', 1)).thenRejected('ALREADY_RATED');
    asked('li').when(late('li', 1)).thenRejected('REVIEW_STILL_OPEN');
    asked('li').after(answer('li', 4)).when(late('li', 1)).thenRejected('ALREADY_RATED');
  });
});

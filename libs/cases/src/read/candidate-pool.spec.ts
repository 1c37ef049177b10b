import { describe, expect, it } from '@jest/globals';
import type { CadreEvent } from '#cadres/domain';
import type { AnyEvent } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import type { CaseEvent } from '#cases/domain';
import type { Rating, ReviewEvent } from '#reviews/domain';
import { at, cases, li } from '../domain/case.fixture.js';
import { CandidatePoolFold } from './candidate-pool.js';

const hired = (cadreId: string, kind: 'CADRE' | 'LAY_MEDIATOR' = 'CADRE'): CadreEvent => ({
  type: 'CadreRegistered',
  occurredAt: at('01-01 08:00'),
  data: {
    cadreId,
    kind,
    personRef: `person-${cadreId}`,
    roles: ['RESIDENT_INSTRUCTOR'],
    unitId: 'T01-RURAL_GUIDANCE',
    unitPath: '/county/T01/T01-RURAL_GUIDANCE',
  },
});

const ofCounty = (cadreId: string): CadreEvent => {
  const event = hired(cadreId);
  const unit = { unitId: 'K-D01', unitPath: '/county/K-D01' };
  return { ...event, data: { ...event.data, ...unit } } as CadreEvent;
};

const posted = (cadreId: string, township: string): CadreEvent => ({
  type: 'PostingStarted',
  occurredAt: at('02-01 08:00'),
  data: {
    ...{ cadreId, postingId: `${cadreId}-${township}`, role: 'RESIDENT_INSTRUCTOR', residence: true },
    ...{ path: `/county/${township}/${township}-V01`, from: at('02-01 08:00') },
  },
});

const recalled = (cadreId: string, township: string): CadreEvent => ({
  type: 'PostingEnded',
  occurredAt: at('02-02 08:00'),
  data: {
    ...{ cadreId, postingId: `${cadreId}-${township}`, path: `/county/${township}/${township}-V01` },
    to: at('02-02 08:00'),
  },
});

const poolOf = (...streams: readonly (readonly [stream: string, events: readonly AnyEvent[]])[]) => {
  const pool = new CandidatePoolFold(CURRENT_POLICY);
  let position = 0;
  const apply = (stream: string, events: readonly AnyEvent[]): void =>
    events.forEach((event) => pool.apply(stream, event, String((position += 1)).padStart(16, '0')));
  apply('cadre-anna', [hired('anna')]);
  for (const [stream, events] of streams) apply(stream, events);
  const anna = () => pool.snapshot().candidates.find(({ cadreId }) => cadreId === 'anna')!;
  return { pool, anna, apply };
};

describe('the pool of candidates', () => {
  it('knows the township a cadre serves, and leaves lay mediators out: they never lead', () => {
    const { pool, anna } = poolOf(['cadre-mo', [hired('mo', 'LAY_MEDIATOR')]]);
    expect(anna()).toMatchObject({ townshipId: 'T01', unit: 'T01-RURAL_GUIDANCE', openLoad: 0 });
    expect(pool.snapshot().candidates).toHaveLength(1);
  });

  it('carries a case from its assignment to its resolution', () => {
    expect(poolOf(['case-c1', cases.assigned().history()]).anna().openLoad).toBe(2);
    expect(poolOf(['case-c1', cases.resolved().history()]).anna().openLoad).toBe(0);
  });

  it('remembers which steps were on time, and which skills were used when', () => {
    const { anna } = poolOf(['case-c1', cases.resolved().history()]);
    expect(anna().steps.done.map(({ onTime }) => onTime)).toEqual([true, true, true]);
    expect([...anna().skillUse]).toEqual([['ORG-02', at('03-09 09:00')]]);
  });

  it('remembers how the people whom he served rated him', () => {
    const rated: ReviewEvent = {
      type: 'ReviewAnswered',
      occurredAt: at('03-10 10:00'),
      data: { caseId: 'c1', round: 1, party: 'li', rating: 4, reason: 'RESULT', channel: 'CALL', by: 'callback' },
    };
    const { anna } = poolOf(['case-c1', cases.resolved().history()], ['review-c1-1', [rated]]);
    expect(anna().ratings.done).toEqual([{ at: at('03-10 10:00'), rating: 4 }]);
  });

  it('remembers what each household said of whom, as long as a score looks back', () => {
    const ofHousehold = cases.resolved({ parties: [{ ...li, householdId: 'T01-V07-h1' }] }).history();
    const { pool, apply } = poolOf(['case-c1', ofHousehold]);
    const said = (rating: Rating, days: number): ReviewEvent => ({
      type: 'ReviewAnswered',
      occurredAt: at('03-10 10:00') + days * 86_400_000,
      data: { caseId: 'c1', round: 1, party: 'li', rating, reason: 'RESULT', channel: 'CALL', by: 'callback' },
    });
    const words = () => (pool.snapshot().words.get('T01-V07-h1') ?? []).map(({ cadreId, rating }) => [cadreId, rating]);
    apply('review-c1-1', [said(4, 0), said(2, 100)]);
    expect(words()).toEqual([
      ['anna', 4],
      ['anna', 2],
    ]);
    apply('review-c1-1', [said(5, 366)]);
    expect(words()).toEqual([
      ['anna', 2],
      ['anna', 5],
    ]);
  });

  it('counts a decision that is on its way to the log, once', () => {
    const { pool, anna, apply } = poolOf(['case-c1', cases.accepted().history()]);
    pool.reserve('c1', 'anna', 2);
    expect(anna().openLoad).toBe(2);
    apply('case-c1', cases.assigned().history().slice(-1));
    expect(anna().openLoad).toBe(2);
  });

  it('forgets a decision that did not reach the log', () => {
    const { pool, anna } = poolOf();
    pool.reserve('c1', 'anna', 2);
    pool.release('c1');
    expect(anna().openLoad).toBe(0);
  });

  it('keeps the people of each township together, in the order of all, when somebody is posted there or leaves', () => {
    const { pool, apply } = poolOf(['cadre-dan', [ofCounty('dan')]], ['cadre-bo', [hired('bo')]]);
    const idsIn = (area: string | null) =>
      pool
        .snapshot()
        .areas?.get(area)
        ?.candidates.map(({ cadreId }) => cadreId);
    expect([idsIn('T01'), idsIn(null)]).toEqual([['anna', 'bo'], ['dan']]);
    apply('cadre-dan', [posted('dan', 'T01')]);
    expect([idsIn('T01'), idsIn(null)]).toEqual([['anna', 'dan', 'bo'], undefined]);
    apply('cadre-dan', [recalled('dan', 'T01')]);
    expect([idsIn('T01'), idsIn(null)]).toEqual([['anna', 'bo'], ['dan']]);
  });
});

describe('what the pool keeps of cases that are over', () => {
  const closed: CaseEvent = { type: 'CaseClosed', occurredAt: at('03-12 10:00'), data: { outcome: 'SOLVED' } };
  const later = (days: number): CaseEvent => ({ ...closed, occurredAt: closed.occurredAt + days * 86_400_000 });
  const withdrawnAfter = (days: number) =>
    [
      ...cases.registered().history(),
      { ...later(days), type: 'CaseWithdrawn', data: { by: 'li', reason: '' } },
    ] as const;

  it('is enough for a late word', () => {
    const late: ReviewEvent = {
      type: 'LateReviewRecorded',
      occurredAt: at('03-20 10:00'),
      data: { caseId: 'c1', round: 1, party: 'li', rating: 1, reason: 'RESULT', by: 'callback' },
    };
    const { anna } = poolOf(['case-c1', [...cases.resolved().history(), closed]], ['review-c1-1', [late]]);
    expect(anna().ratings.done).toEqual([{ at: at('03-20 10:00'), rating: 1 }]);
  });

  it('is forgotten a year later, when no score looks at it any more', () => {
    const { pool, apply } = poolOf(['case-c1', [...cases.resolved().history(), closed]]);
    apply('case-c2', withdrawnAfter(365));
    expect(pool.remembered).toBe(2);
    apply('case-c3', withdrawnAfter(366));
    expect(pool.remembered).toBe(2);
  });

  it('is not forgotten while a reopened round runs', () => {
    const reopened = { ...later(10), type: 'CaseReopened', data: { ...REOPENED } } as CaseEvent;
    const { pool, apply } = poolOf(['case-c1', [...cases.resolved().history(), closed, reopened]]);
    apply('case-c2', withdrawnAfter(900));
    expect(pool.remembered).toBe(2);
  });

  it('weighs the heaviest where a forgotten one is opened again', () => {
    const { anna, apply } = poolOf(['case-c1', [...cases.resolved().history(), closed]]);
    apply('case-c2', withdrawnAfter(366));
    apply('case-c1', [{ ...later(400), type: 'CaseReopened', data: { ...REOPENED } }]);
    apply('case-c1', cases.assigned().history().slice(-1));
    expect(anna().openLoad).toBe(CURRENT_POLICY.assignment.caseWeight.P1);
  });
});

const REOPENED = { round: 2, tier: 'V', excluded: [], ledBy: 'T01-RURAL_GUIDANCE', because: 'LATE_RATING', clocks: [] };

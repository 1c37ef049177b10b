import { describe, expect, it } from '@jest/globals';
import type { CadreEvent } from '#cadres/domain';
import type { AnyEvent } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import type { ReviewEvent } from '#reviews/domain';
import { at, cases } from '../domain/case.fixture.js';
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
    expect(anna().steps.map(({ onTime }) => onTime)).toEqual([true, true, true]);
    expect(anna().skillUse).toEqual({ 'ORG-02': at('03-09 09:00') });
  });

  it('remembers how the people whom he served rated him', () => {
    const rated: ReviewEvent = {
      type: 'ReviewAnswered',
      occurredAt: at('03-10 10:00'),
      data: { caseId: 'c1', round: 1, party: 'li', rating: 4, reason: 'RESULT', channel: 'CALL', by: 'callback' },
    };
    const { anna } = poolOf(['case-c1', cases.resolved().history()], ['review-c1-1', [rated]]);
    expect(anna().ratings).toEqual([{ at: at('03-10 10:00'), rating: 4 }]);
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
});

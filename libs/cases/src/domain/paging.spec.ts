import { describe, expect, it } from '@jest/globals';
import type { CandidatePool, DutyShift } from './assignment.types.js';
import {
  accept,
  assign,
  at,
  candidate,
  cases,
  certificate,
  context,
  director,
  pool,
  register,
} from './case.fixture.js';
import { scenario } from '#testing';
import { caseDecider } from './case.decider.js';
import type { CaseContext } from './case-context.js';

/** A safety hazard is urgent (P2); whoever takes it is certified in work safety. */
const fit = { certificates: { 'ECO-18': certificate(2), 'ORG-20': certificate(1) } };
const shift = (cadreId: string, substitute: string, fields: Partial<DutyShift> = {}): DutyShift => ({
  post: 'OTHER',
  from: at('03-09 00:00'),
  to: at('03-16 00:00'),
  cadreId,
  substitute,
  ...fields,
});
const withDuty = (...shifts: readonly DutyShift[]): CandidatePool => ({
  ...pool(candidate('anna', fit), candidate('bo', fit), candidate('cai', { ...fit, openLoad: 4 })),
  duty: new Map([['T01', shifts]]),
});
const hazard = (people: CandidatePool, fields: Partial<CaseContext> = {}) =>
  scenario(caseDecider, context({ pool: people, ...fields }))
    .after(register({ typeCode: 'REQ-SAF' }))
    .after(accept(), { actor: director })
    .when(assign, { actor: director });

describe('an urgent case, where a roster is published', () => {
  it('goes to who is on duty, though others have less to do', () => {
    hazard(withDuty(shift('cai', 'bo'))).thenData('CaseAssigned', {
      handler: 'cai',
      decision: { paging: { step: 'ON_DUTY', skipped: [] } },
    });
  });

  it('goes to who stands in, where who is on duty may not have it', () => {
    hazard(withDuty(shift('nobody', 'cai'))).thenData('CaseAssigned', {
      handler: 'cai',
      decision: { paging: { step: 'SUBSTITUTE', skipped: ['ON_DUTY'] } },
    });
  });

  it('goes to anybody on call, and says which steps had nobody', () => {
    const skipped = { step: 'ON_CALL', skipped: ['ON_DUTY', 'SUBSTITUTE'] };
    hazard(withDuty(shift('cai', 'bo', { to: at('03-09 09:00') }))).thenData('CaseAssigned', {
      handler: 'anna',
      decision: { paging: skipped },
    });
    hazard(withDuty(shift('cai', 'bo', { post: 'LEADER' }))).thenData('CaseAssigned', {
      decision: { paging: skipped },
    });
  });

  it('is passed on in the same order when who was called does not answer', () => {
    const people = withDuty(shift('cai', 'bo'));
    const called = hazard(people);
    const state = called.state();
    const rung = state.clocks.find(({ step }) => step === 'ack')!.rungs.find(({ level }) => level === 'E1')!;
    const missed = caseDecider.decide(
      { type: 'Escalate', data: { round: 1, step: 'ack', attempt: 1, ...rung } },
      state,
      context({ now: rung.at, pool: people }),
    );
    const call = { place: 'T01', cadreId: 'cai', calledAt: at('03-09 09:00'), answerBy: rung.at };
    expect(missed).toMatchObject([
      { type: 'StepOverdue', data: { called: call } },
      {
        type: 'CaseReassigned',
        data: { handler: 'bo', decision: { paging: { step: 'SUBSTITUTE', skipped: ['ON_DUTY'] } } },
      },
    ]);
  });
});

describe('an urgent case that nobody answers', () => {
  it('is told to the leader on duty beside those told by their office', () => {
    const people = withDuty(shift('cai', 'bo'), shift('deputy', 'chief', { post: 'LEADER' }));
    let state = hazard(people).state();
    for (const [attempt, level] of [
      [1, 'E1'],
      [2, 'E2'],
    ] as const) {
      const { rungs } = state.clocks.find(({ step }) => step === 'ack')!;
      const rung = rungs.find((one) => one.level === level)!;
      const order = { type: 'Escalate', data: { round: 1, step: 'ack', attempt, ...rung } } as const;
      const events = caseDecider.decide(order, state, context({ now: rung.at, pool: people }));
      state = events.reduce(caseDecider.evolve, state);
      if (level === 'E2')
        expect(events).toMatchObject([
          { type: 'CaseEscalated', data: { to: [{ role: 'DEPUTY_LEADER', unit: 'T01' }, { cadreId: 'deputy' }] } },
        ]);
    }
  });
});

describe('without a roster, or where a case can wait', () => {
  it('the ordinary rules choose and nothing is said of duty', () => {
    const { duty: _, ...without } = withDuty();
    expect(hazard(without).events()).toMatchObject([{ data: { handler: 'anna' } }]);
    expect(JSON.stringify(hazard(without).events())).not.toContain('paging');
    expect(JSON.stringify(cases.accepted().when(assign).events())).not.toContain('paging');
  });
});

describe('somebody on site', () => {
  it('is called like somebody on call, until he leaves', () => {
    const away = { ...fit, onCall: false };
    const here = (onSiteUntil: number | null) => pool(candidate('anna', { ...away, onSiteUntil }));
    hazard(here(at('03-09 24:00'))).thenData('CaseAssigned', { handler: 'anna' });
    hazard(here(null)).thenRejected('NO_CANDIDATE');
  });
});

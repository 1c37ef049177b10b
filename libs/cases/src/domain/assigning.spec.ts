import { describe, expect, it } from '@jest/globals';
import { acknowledge, assign, at, cadre, candidate, cases, deputy, director, li, pool } from './case.fixture.js';
import type { CaseCommand } from './case.commands.js';

describe('assigning a case', () => {
  it('gives it to the best candidate, with the reasons and the limit to acknowledge', () => {
    const assigned = cases.accepted().when(assign, { actor: director }).then('CaseAssigned');
    assigned.thenData('CaseAssigned', { handler: 'anna', by: 'director', coHandlers: [] });
    expect(assigned.events()[0]?.data).toMatchObject({
      decision: { poolPosition: '0042', chosenBy: 'SCORE', mustSkills: ['ORG-02'] },
      clocks: [{ step: 'ack', round: 1, attempt: 1, dueAt: at('03-09 15:00') }],
    });
    expect(assigned.state().clocks.map(({ step }) => step)).toEqual(['resolve', 'ack']);
  });

  it.each([
    ['whoever served the household well within a year', at('03-08 09:00') - 364 * 86_400_000, 4, 'bo'],
    ['nobody for having served it longer ago', at('03-08 09:00') - 365 * 86_400_000, 4, 'anna'],
    ['nobody for having served it so-so', at('03-08 09:00'), 3, 'anna'],
  ])('prefers %s', (_, saidAt, rating, handler) => {
    const words = new Map([['h1', [{ cadreId: 'bo', at: saidAt, rating }]]]);
    cases
      .accepted(
        { parties: [{ ...li, householdId: 'h1' }] },
        { pool: { ...pool(candidate('anna'), candidate('bo')), words } },
      )
      .when(assign)
      .thenData('CaseAssigned', { handler });
  });

  it('says that the pool was opened', () => {
    cases
      .accepted({}, { pool: pool(candidate('near', { townshipId: 'T02' })) })
      .when(assign)
      .then('CaseAssigned', 'AssignmentRelaxed')
      .thenData('AssignmentRelaxed', { step: 'R2', missingSkill: 'ORG-02' });
  });

  it('is refused where nobody is left, and the director names somebody', () => {
    const accepted = cases.accepted({}, { pool: pool(candidate('anna', { certificates: {} })) });
    accepted.when(assign).thenRejected('NO_CANDIDATE', { missingSkill: 'ORG-02' });
    const byHand: CaseCommand = { type: 'AssignCase', data: { cadreId: 'anna' } };
    accepted
      .when(byHand, { actor: director })
      .then('CaseAssigned', 'AssignmentRelaxed')
      .thenData('AssignmentRelaxed', { step: 'R5' });
  });

  it('needs an accepted case', () => {
    cases.registered().when(assign).thenRejected('NOT_IN_STAGE');
    cases.assigned().when(assign).thenRejected('NOT_IN_STAGE');
  });
});

describe('assigning a case about a complaint', () => {
  const complaint = { targets: ['anna'], centres: ['T01-RURAL_GUIDANCE'] };

  it('passes over the target, his kin and his whole centre', () => {
    const kin = candidate('kin', { unit: 'T01-SOCIAL_SECURITY', kin: ['anna'] });
    const county = candidate('county', { townshipId: null, unit: 'K-MEDIATION' });
    const chosen = cases
      .accepted({ complaint }, { pool: pool(candidate('anna'), candidate('bo'), kin, county) })
      .when(assign)
      .then('CaseAssigned');
    chosen.thenData('CaseAssigned', { handler: 'county', decision: { excluded: {} } });
    expect(chosen.state().file?.tier).toBe('K');
  });

  it('warns nobody of that centre', () => {
    const { clocks } = cases.registered({ complaint: { targets: ['anna'], centres: ['K-MEDIATION'] } }).state();
    const warn = clocks[0]!.rungs[0]!;
    cases
      .registered({ complaint: { targets: ['anna'], centres: ['T01-RURAL_GUIDANCE', 'K-MEDIATION'] } })
      .when({ type: 'Escalate', data: { round: 1, step: 'accept', attempt: 1, ...warn } }, { now: warn.at })
      .thenData('StepWarned', { to: [{ role: 'DEPUTY_LEADER' }] });
  });
});

describe('reassigning a case', () => {
  const reassign = (data: Extract<CaseCommand, { type: 'ReassignCase' }>['data']): CaseCommand => ({
    type: 'ReassignCase',
    data,
  });

  it('passes it to the next candidate with a fresh limit to acknowledge; the resolve limit goes on', () => {
    const reassigned = cases
      .inProgress()
      .when(reassign({ reason: 'DIRECTOR' }), { actor: director, now: at('03-10 09:00') })
      .then('CaseReassigned')
      .thenData('CaseReassigned', { from: 'anna', handler: 'bo', reason: 'DIRECTOR' });
    expect(reassigned.state()).toMatchObject({ stage: 'ASSIGNED', handler: 'bo', excluded: ['anna'] });
    expect(reassigned.state().clocks).toMatchObject([
      { step: 'resolve', dueAt: at('03-18 17:30') },
      { step: 'ack', attempt: 2, dueAt: at('03-10 15:00') },
    ]);
  });

  it('lets a first response stand: after the new acknowledgement work goes on', () => {
    cases
      .inProgress()
      .after(reassign({ reason: 'DIRECTOR' }))
      .when(acknowledge, { actor: cadre('bo') })
      .thenData('CaseAcknowledged', { resumed: true, clocks: [] });
    cases
      .acknowledged()
      .after(reassign({ reason: 'LEAVE' }))
      .when(acknowledge, { actor: cadre('bo') })
      .thenData('CaseAcknowledged', { resumed: false });
  });

  it('never gives it back within the round, not even by hand', () => {
    const twice = cases.assigned().after(reassign({ reason: 'DIRECTOR' }));
    twice.when(reassign({ reason: 'DIRECTOR' })).thenRejected('NO_CANDIDATE');
    twice.when(reassign({ reason: 'ORDER', cadreId: 'anna' }), { actor: deputy }).thenRejected('CANDIDATE_RULED_OUT');
  });

  it('tells him who had it before that it has moved on', () => {
    cases
      .assigned()
      .after(reassign({ reason: 'DIRECTOR' }))
      .when(acknowledge, { actor: cadre('anna') })
      .thenRejected('REASSIGNED_MEANWHILE');
  });
});

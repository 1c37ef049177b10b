import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { acknowledge, at, cadre, candidate, cases, pool, respond } from './case.fixture.js';
import type { HandOverCase } from './case.commands.js';

const handOver: HandOverCase = { type: 'HandOverCase', data: { from: 'anna', substitute: 'cai' } };
/** Tuesday 10 March, 08:30: `anna` goes on leave. */
const leave = {
  now: at('03-10 08:30'),
  actor: SYSTEM,
  pool: pool(candidate('anna'), candidate('bo'), candidate('cai', { townshipId: 'T02' })),
};

describe('a case whose handler goes on leave', () => {
  it('goes to the substitute, though others would score higher', () => {
    const taken = cases.inProgress().when(handOver, leave).then('CaseReassigned', 'AssignmentRelaxed');
    taken.thenData('CaseReassigned', { from: 'anna', handler: 'cai', reason: 'LEAVE' });
    expect(taken.state()).toMatchObject({ stage: 'ASSIGNED', handler: 'cai', responded: true, excluded: [] });
  });

  it('keeps its due times', () => {
    const dues = (one: { readonly state: () => { readonly clocks: readonly { step: string; dueAt: number }[] } }) =>
      Object.fromEntries(one.state().clocks.map(({ step, dueAt }) => [step, dueAt]));
    const assigned = cases.assigned();
    const before = dues(assigned.when(handOver, { ...leave, pool: pool() }));
    expect(dues(assigned.when(handOver, leave))).toEqual(before);
    const acknowledged = cases.acknowledged();
    const { respond: respondBy, resolve } = dues(acknowledged.when(acknowledge, { now: 0 }).given());
    expect(respondBy).toBe(at('03-10 17:30'));
    expect(dues(acknowledged.when(handOver, leave))).toEqual({
      respond: respondBy,
      resolve,
      ack: at('03-10 14:30'),
    });
  });

  it('asks nobody who has taken it over for a later answer than before', () => {
    cases
      .acknowledged()
      .after(handOver, leave)
      .when(acknowledge, { now: at('03-10 09:00'), actor: cadre('cai') })
      .thenData('CaseAcknowledged', { clocks: [] });
  });

  it('goes to the best candidate where the substitute may not have it', () => {
    cases
      .assigned()
      .when(handOver, { ...leave, pool: pool(candidate('anna'), candidate('bo'), candidate('cai', { kin: ['li'] })) })
      .thenData('CaseReassigned', { handler: 'bo', reason: 'LEAVE' });
  });

  it('stays, and the director is told, where nobody may', () => {
    cases
      .assigned()
      .when(handOver, { ...leave, pool: pool(candidate('anna')) })
      .then('SubstituteMissing')
      .thenData('SubstituteMissing', { from: 'anna', to: [{ role: 'CENTRE_DIRECTOR', unit: 'T01-RURAL_GUIDANCE' }] });
  });

  it('is nobody’s to hand over once it is with somebody else, or resolved', () => {
    cases.assigned().after(handOver, leave).when(handOver, leave).then();
    cases.resolved().when(handOver, leave).then();
  });

  it('tells whoever had it before that it has moved on', () => {
    cases
      .acknowledged()
      .after(handOver, leave)
      .when(respond, { actor: cadre('anna') })
      .thenRejected('REASSIGNED_MEANWHILE');
  });
});

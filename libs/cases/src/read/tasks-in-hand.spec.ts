import { beforeEach, describe, expect, it } from '@jest/globals';
import { TasksInHand } from './tasks-in-hand.js';

const place = { centre: 'T01-STABILITY_MEDIATION', countyCentre: 'K-MEDIATION' };
const mediation = { mediationId: 'c1-m1', caseId: 'c1' };

describe('what somebody has in hand', () => {
  let tasks: TasksInHand;
  const happens = (stream: string, type: string, data: object): void =>
    tasks.apply(stream, { type, occurredAt: 0, data });
  const ofCase = (type: string, data: object = {}): void => happens('case-c1', type, data);
  const ofMediation = (type: string, data: object = {}): void =>
    happens('mediation-c1-m1', type, { ...mediation, ...data });

  beforeEach(() => {
    tasks = new TasksInHand();
    ofCase('CaseRegistered', { place, tier: 'V' });
    ofCase('CaseAssigned', { handler: 'anna' });
  });

  const led = { task: { kind: 'CASE', caseId: 'c1' }, unit: place.centre };

  it('is the case he leads, until another has it or it is resolved', () => {
    expect(tasks.of('anna')).toEqual([led]);
    ofCase('CaseReassigned', { handler: 'bo' });
    expect(tasks.of('anna')).toEqual([]);
    expect(tasks.of('bo')).toEqual([led]);
    ofCase('CaseResolved');
    expect(tasks.of('bo')).toEqual([]);
  });

  it('is nothing while a case waits at the next tier, and then the county’s', () => {
    ofCase('TierRaised', { tier: 'K' });
    expect(tasks.of('anna')).toEqual([]);
    ofCase('CaseAssigned', { handler: 'anna' });
    expect(tasks.of('anna')).toEqual([{ ...led, unit: 'K-MEDIATION' }]);
  });

  it('comes back with a case that is reopened after it was closed', () => {
    ofCase('CaseClosed');
    ofCase('CaseReopened', { ledBy: 'T01-GENERAL_OFFICE' });
    ofCase('CaseAssigned', { handler: 'bo' });
    expect(tasks.of('bo')).toEqual([{ ...led, unit: 'T01-GENERAL_OFFICE' }]);
  });

  it('is the mediation that the parties gave him, with its next session, until it ends', () => {
    ofMediation('MediationProposed');
    ofMediation('MediatorAccepted', { mediatorId: 'chen', all: false });
    expect(tasks.of('chen')).toEqual([]);
    ofMediation('MediatorAccepted', { mediatorId: 'chen', all: true });
    ofMediation('SessionScheduled', { startsAt: 5, endsAt: 7 });
    const held = { task: { kind: 'MEDIATION', ...mediation }, unit: place.centre };
    expect(tasks.of('chen')).toEqual([{ ...held, session: { startsAt: 5, endsAt: 7 } }]);
    ofMediation('SessionHeld');
    expect(tasks.of('chen')).toEqual([held]);
    ofMediation('AgreementEffective');
    expect(tasks.of('chen')).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { CURRENT_POLICY } from '#policy';
import type { CaseRegistered } from '#cases/domain';
import type { Recorded } from '#simulation';
import { SimulatedYear } from './simulated-year.js';

const CASES = 600;

const played = () => {
  const log: Recorded[] = [];
  const year = new SimulatedYear({
    ...{ from: '2026-03-02', days: 40, cases: CASES, seed: 7 },
    onRecorded: (recorded) => log.push(recorded),
  });
  year.play();
  const of = (type: string) => log.filter(({ event }) => event.type === type);
  return { log, of, year };
};

describe('a stretch of a county’s life', () => {
  const { log, of, year } = played();

  it('is as many cases as were asked for, of every type, all over the county', () => {
    const registered = of('CaseRegistered').map(({ event }) => (event as CaseRegistered).data);
    expect(registered).toHaveLength(CASES);
    expect(new Set(registered.map(({ typeCode }) => typeCode)).size).toBeGreaterThan(30);
    expect(Object.keys(CURRENT_POLICY.caseTypes)).toEqual(
      expect.arrayContaining([...new Set(registered.map(({ typeCode }) => typeCode))]),
    );
    expect(new Set(registered.map(({ place }) => place.townshipId)).size).toBe(20);
  });

  it('knows every fate: in time and late, declined, escalated, dissatisfied and reopened, out of reach, handed on', () => {
    for (const type of [
      ...['CaseAssigned', 'CaseReassigned', 'AssignmentDeclined', 'AssignmentRelaxed', 'CaseRejected', 'CaseWithdrawn'],
      ...['CaseTransferredOut', 'StepWarned', 'StepOverdue', 'CaseEscalated', 'EscalationActionTaken', 'LimitExtended'],
      ...['CaseResolved', 'ReviewAnswered', 'ReviewUnreachable', 'LateReviewRecorded', 'CaseReopened', 'CaseClosed'],
      ...[
        'MediationRequested',
        'PartyDeclined',
        'MediatorRefused',
        'SessionHeld',
        'OralAgreementReached',
        'TierRaised',
      ],
      ...['TermPerformed', 'PerformanceUrged', 'AgreementFulfilled', 'AgreementBreached'],
      ...['AgreementEffective', 'MediationFailed', 'MediationTerminated', 'NextTierOffered', 'TierOfferAnswered'],
    ])
      expect([type, of(type).length > 0]).toEqual([type, true]);
    expect(of('CaseClosed').length).toBeGreaterThan(CASES / 2);
  });

  it('never has a process or a reaction refused', () => {
    expect(year.county.refusals).toEqual([]);
  });

  it('is the same in every run of the same seed', () => {
    expect(JSON.stringify(played().log) === JSON.stringify(log)).toBe(true);
  });
});

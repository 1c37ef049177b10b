import { describe, expect, it } from '@jest/globals';
import { accept, at, cases, director, li, PLACE, register } from './case.fixture.js';
import { clockLedger } from './clock-ledger.js';

const vulnerable = { ...li, vulnerable: true };
const fileOf = (command = register()) => cases.none().when(command).state().file;

describe('a case is registered', () => {
  it('by whatever channel it comes, whoever receives it first', () => {
    cases
      .none()
      .when(register({ typeCode: 'SRV-ENT', channel: 'HOTLINE' }))
      .then('CaseRegistered');
  });

  it('with the limit to accept it, counted from now', () => {
    const { clocks } = cases.none().when(register()).state();
    expect(clocks).toMatchObject([{ step: 'accept', dueAt: at('03-10 17:30') }]);
    expect(clocks[0]?.rungs).toEqual([
      { level: 'WARN', at: at('03-10 14:00') },
      { level: 'E1', at: at('03-10 17:30') },
      { level: 'E2', at: at('03-11 17:30') },
      { level: 'E3', at: at('03-12 17:30') },
    ]);
  });

  it('once', () => {
    cases.registered().when(register()).thenRejected('CASE_EXISTS', { caseNo: 'T01-20260309-0001' });
  });

  it('never without a place, a party or a word about the matter', () => {
    cases
      .none()
      .when(register({ villageIds: [] }))
      .thenRejected('VILLAGE_MISSING', { field: 'villageIds' });
    cases
      .none()
      .when(register({ parties: [] }))
      .thenRejected('PARTY_MISSING', { field: 'parties' });
    cases
      .none()
      .when(register({ summary: ' ' }))
      .thenRejected('SUMMARY_MISSING', { field: 'summary' });
    cases
      .none()
      .when(register({ typeCode: 'XXX' }))
      .thenRejected('CASE_TYPE_UNKNOWN');
  });

  it('under the policy of the day, which it keeps', () => {
    expect(fileOf()).toMatchObject({ policyVersion: 1, caseNo: 'T01-20260309-0001', registeredAt: at('03-09 09:00') });
  });
});

describe('anonymous intake', () => {
  it('needs no party where the type allows it', () => {
    for (const typeCode of ['RPT-GMB', 'RPT-DOM', 'PET-CAD', 'INQ-VIL']) {
      cases
        .none()
        .when(register({ typeCode, anonymous: true, parties: [] }))
        .then('CaseRegistered');
    }
  });

  it('is refused for everything else', () => {
    cases
      .none()
      .when(register({ typeCode: 'REQ-INF', anonymous: true, parties: [] }))
      .thenRejected('ANONYMOUS_NOT_ALLOWED', { field: 'anonymous' });
  });
});

describe('a vulnerable party', () => {
  it.each([
    ['REQ-INF', 'S-URG', 'P2'],
    ['SRV-FGS', 'S-URG', 'P2'],
    ['SUG-GEN', 'S-STD', 'P3'],
    ['DSP-NBR', 'S-MEDU', 'P2'],
    ['CON-POL', 'S-QRY', 'P3'],
    ['PET-GEN', 'S-PET', 'P2'],
  ])('lifts %s one step: %s, %s', (typeCode, profile, priority) => {
    expect(fileOf(register({ typeCode, parties: [vulnerable] }))).toMatchObject({ profile, priority });
  });

  it.each([
    ['REQ-SAF', 'S-URG', 'P2'],
    ['EMG-DIS', 'S-EMG', 'P1'],
  ])('leaves %s where it is: never above P2 by this alone', (typeCode, profile, priority) => {
    expect(fileOf(register({ typeCode, parties: [vulnerable] }))).toMatchObject({ profile, priority });
  });
});

describe('the tier of a case', () => {
  const tierAt = (place: Partial<typeof PLACE>, fields: Parameters<typeof register>[0] = {}) =>
    cases
      .none({ intake: { caseNo: 'n', reviewDraw: 0, place: { ...PLACE, ...place } } })
      .when(register(fields))
      .state().file?.tier;

  it('is that of its type', () => {
    expect(tierAt({})).toBe('V');
    expect(tierAt({}, { typeCode: 'DSP-HSE' })).toBe('T');
    expect(tierAt({}, { typeCode: 'DSP-ACQ' })).toBe('K');
  });

  it('is the township at least where several villages are concerned', () => {
    expect(tierAt({ villageIds: ['T01-V07', 'T01-V08'] })).toBe('T');
    expect(tierAt({ villageIds: ['T01-V07', 'T01-V08'] }, { typeCode: 'DSP-ACQ' })).toBe('K');
  });

  it('is the county where several townships are', () => {
    expect(tierAt({ villageIds: ['T01-V07', 'T02-V01'], otherTownships: ['T02'] })).toBe('K');
  });

  it('is the county where the centre itself is complained of', () => {
    expect(tierAt({}, { complaint: { targets: ['anna'], centres: [PLACE.centre] } })).toBe('K');
    expect(tierAt({}, { complaint: { targets: ['anna'], centres: ['T01-GENERAL_OFFICE'] } })).toBe('V');
  });
});

describe('acceptance', () => {
  it('starts the limits to assign and to resolve, and scores the risk', () => {
    const accepted = cases.registered().when(accept(), { actor: director, now: at('03-09 10:00') });
    accepted.then('CaseAccepted', 'RiskAssessed').thenData('CaseAccepted', { by: 'director' });
    expect(accepted.state().clocks).toMatchObject([
      { step: 'assign', dueAt: at('03-09 16:00') },
      { step: 'resolve', dueAt: at('03-18 17:30') },
    ]);
  });

  it('is given once', () => {
    cases
      .accepted()
      .when(accept())
      .thenRejected('NOT_IN_STAGE', { stage: 'ACCEPTED', allowed: ['REGISTERED'] });
    cases.none().when(accept()).thenRejected('CASE_NOT_FOUND');
  });

  it('weighs danger to people: points by factor', () => {
    const parties = [vulnerable];
    cases
      .registered({ typeCode: 'DSP-NBR', parties, amount: 2_000_000 })
      .when(accept({ violence: 1, gathered: 10, relapses: 1 }))
      .thenData('RiskAssessed', {
        score: 15 + 15 + 8 + 10 + 5,
        level: 'ORANGE',
        factors: { violence: 15, group: 15, relapse: 8, vulnerable: 10, amount: 5 },
      });
  });

  it('never counts asking again against anyone where it is no dispute', () => {
    cases
      .registered()
      .when(accept({ relapses: 2 }))
      .thenData('RiskAssessed', { score: 0, level: 'BLUE' });
  });

  it('is RED by force at a threat to life, a weapon or thirty people', () => {
    for (const signs of [{ threatToLife: true }, { weapon: true }, { gathered: 30 }]) {
      cases.registered().when(accept(signs)).thenData('RiskAssessed', { level: 'RED' });
    }
    cases
      .registered()
      .when(accept({ gathered: 29 }))
      .thenData('RiskAssessed', { score: 20, level: 'BLUE' });
  });

  it('may be denied, with a reason and where to go instead', () => {
    const refuse = (guidance: string) => ({ type: 'RejectCase', data: { reason: 'NOT_IN_REMIT', guidance } }) as const;
    cases.registered().when(refuse(' ')).thenRejected('GUIDANCE_MISSING', { field: 'guidance' });
    const rejected = cases.registered().when(refuse('the court'), { actor: director }).then('CaseRejected');
    expect(rejected.state()).toMatchObject({ stage: 'REJECTED', clocks: [] });
  });
});

describe('a case under a public promise', () => {
  const promised = [{ step: 'resolve', limit: { unit: 'WD', n: 5 }, unitId: 'T01', version: 4 }] as const;

  it('has the promised limit, keeps it whatever is promised later, and says who promised it', () => {
    const intake = { caseNo: 'T01-20260309-0001', reviewDraw: 0, place: PLACE, promised };
    const later = cases
      .registered({}, { intake })
      .after(accept(), { actor: director, now: at('03-09 10:00'), intake: { ...intake, promised: [] } });
    expect(later.state().clocks.find(({ step }) => step === 'resolve')?.dueAt).toBe(at('03-16 17:30'));
    const resolve = clockLedger(later.history()).find(({ step }) => step === 'resolve');
    expect(resolve).toMatchObject({ limit: { unit: 'WD', n: 5 }, promised: { unitId: 'T01', version: 4 } });
    expect(clockLedger(later.history()).find(({ step }) => step === 'assign')).not.toHaveProperty('promised');
  });
});

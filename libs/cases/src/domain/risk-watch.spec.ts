import { describe, expect, it } from '@jest/globals';
import { caseProcess } from './case-process.js';
import { accept, at, cadre, cases, deputy, director, li, resolve } from './case.fixture.js';
import type { CaseCommand, RegisterCase } from './case.commands.js';
import type { Case } from './case.state.js';
import type { RiskSigns } from './case-types.js';

const chief = { id: 'chief', role: 'CHIEF_LEADER', path: '/county/T01' };
const dispute = (fields: Partial<RegisterCase['data']> = {}) => ({ typeCode: 'DSP-NBR', ...fields });

const watched = (signs: Partial<RiskSigns>, fields: Partial<RegisterCase['data']> = {}) =>
  cases.registered(dispute(fields)).after(accept(signs), { actor: director, now: at('03-09 10:00') });

const rungOf = (state: Case, step: string) => caseProcess.timetable(state).rungs.find((rung) => rung.step === step);
const order = (state: Case, step: string): CaseCommand => caseProcess.order(rungOf(state, step)!);
const check = (signs?: RiskSigns): CaseCommand => ({
  type: 'CheckRisk',
  data: { note: 'went to see them', ...(signs && { signs }) },
});
const lower = (level: 'BLUE' | 'YELLOW' | 'ORANGE', reason = 'they have made peace'): CaseCommand => ({
  type: 'LowerRisk',
  data: { level, reason },
});

const YELLOW = { violence: 1, gathered: 10 } as const; // 30
const ORANGE = { violence: 2, gathered: 20 } as const; // 50
const RED = { weapon: true } as const;

describe('a danger is looked at again', () => {
  it.each([
    [RED, '03-10 24:00'],
    [ORANGE, '03-12 24:00'],
    [YELLOW, '03-16 24:00'],
    [{}, '04-08 24:00'],
  ])('%j until %s', (signs, due) => {
    expect(watched(signs).state().watch?.checkDueAt).toBe(at(due));
  });

  it('and again after each look', () => {
    const checked = watched(YELLOW)
      .when(check(), { actor: director, now: at('03-12 09:00') })
      .then('RiskChecked');
    expect(checked.state().watch?.checkDueAt).toBe(at('03-19 24:00'));
  });

  it('or that nobody did is shown, once for each look', () => {
    const due = watched(ORANGE);
    const missed = due.when(order(due.state(), 'riskCheck'), { now: at('03-12 24:00') });
    missed.then('RiskCheckMissed').thenData('RiskCheckMissed', {
      level: 'ORANGE',
      dueAt: at('03-12 24:00'),
      to: [{ role: 'CENTRE_DIRECTOR', unit: 'T01-RURAL_GUIDANCE' }],
    });
    expect(missed.state().watch?.checkDueAt).toBe(at('03-15 24:00'));
    const early = watched(ORANGE);
    early.when(order(early.state(), 'riskCheck'), { now: at('03-12 23:00') }).thenRejected('NOT_YET_DUE');
    const looked = watched(ORANGE);
    const ordered = order(looked.state(), 'riskCheck');
    looked
      .after(check(), { actor: director, now: at('03-11 09:00') })
      .when(ordered, { now: at('03-12 24:00') })
      .then();
  });

  it('not any more once it is resolved', () => {
    const { state } = cases.inProgress().when(resolve, { actor: cadre('anna') });
    expect(rungOf(state(), 'riskCheck')).toBeUndefined();
  });

  it('and found worse by whoever looks', () => {
    const signs: RiskSigns = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: true };
    const worse = watched({}).when(check(signs), { actor: director, now: at('03-10 09:00') });
    worse.then('RiskChecked', 'RiskAssessed').thenData('RiskAssessed', { level: 'RED' });
    expect(worse.state().clocks.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['tellLeader', 'tellCounty', 'police']),
    );
  });
});

describe('the risk of a case that grows old', () => {
  it('rises by itself at the midnight at which its age lifts the level', () => {
    const young = watched({ violence: 1, gathered: 5 }); // 25
    expect(rungOf(young.state(), 'riskRise')?.at).toBe(at('03-25 00:00'));
    const old = young.when(order(young.state(), 'riskRise'), { now: at('03-25 00:00') });
    old.then('RiskAssessed').thenData('RiskAssessed', { score: 30, level: 'YELLOW', factors: { age: 5 } });
    expect(rungOf(old.state(), 'riskRise')).toBeUndefined();
  });

  it('is waited for only where it would', () => {
    expect(rungOf(watched({}).state(), 'riskRise')).toBeUndefined();
    expect(rungOf(watched(RED).state(), 'riskRise')).toBeUndefined();
  });

  it('rises too when somebody joins who needs more care', () => {
    const parties = [{ ...li, partyId: 'gran', vulnerable: true }];
    const joined = watched({ violence: 1, gathered: 5 }).when(
      {
        type: 'AbsorbCase',
        data: { source: 'c2', sourceNo: 'T01-20260309-0002', parties },
      },
      { now: at('03-11 15:00') },
    );
    expect(rungOf(joined.state(), 'riskRise')?.at).toBe(at('03-12 00:00'));
  });
});

describe('lowering a risk', () => {
  it('is for the director, with a reason', () => {
    const lowered = watched(ORANGE).when(lower('BLUE'), { actor: director, now: at('03-10 09:00') });
    lowered.then('RiskLowered').thenData('RiskLowered', { from: 'ORANGE', level: 'BLUE' });
    expect(lowered.state()).toMatchObject({ risk: { level: 'BLUE' }, watch: { checkDueAt: at('04-09 24:00') } });
    watched(ORANGE).when(lower('BLUE', ' '), { actor: director }).thenRejected('REASON_MISSING');
    watched(ORANGE).when(lower('BLUE'), { actor: deputy }).thenRejected('LOWERING_NOT_ALLOWED');
  });

  it('from red is for the chief leader', () => {
    watched(RED)
      .when(lower('YELLOW'), { actor: director })
      .thenRejected('LOWERING_NOT_ALLOWED', { role: 'CHIEF_LEADER' });
    watched(RED).when(lower('YELLOW'), { actor: chief }).then('RiskLowered');
  });

  it('is never raising it', () => {
    watched(YELLOW).when(lower('ORANGE'), { actor: chief }).thenRejected('NOT_LOWER', { field: 'level' });
  });
});

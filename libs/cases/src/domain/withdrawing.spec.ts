import { describe, it, expect } from '@jest/globals';
import type { Actor } from '#kernel';
import { at, cadre, cases, director, pool, candidate, certificate, resident } from './case.fixture.js';
import type { CaseCommand } from './case.commands.js';

const withdraw: CaseCommand = { type: 'WithdrawCase', data: { reason: 'settled' } };
const say = (free: boolean): CaseCommand => ({ type: 'ConfirmWithdrawal', data: { free } });
const callback: Actor = { id: 'callback', role: 'CALLBACK_CLERK', path: '/county/T01' };
const clerks = {
  pool: pool(candidate('anna', { certificates: { 'STB-02': certificate(2), 'ORG-20': certificate(1) } })),
};

describe('a petition or an inquiry is taken back of free will only', () => {
  const asked = (typeCode: string) => cases.registered({ typeCode }).after(withdraw, { actor: resident });

  it.each(['PET-GEN', 'INQ-VIL'])('%s: a callback clerk asks within three working days', (typeCode) => {
    const requested = cases.registered({ typeCode }).when(withdraw, { actor: resident }).then('WithdrawalRequested');
    expect(requested.state()).toMatchObject({ stage: 'REGISTERED' });
    expect(requested.state().clocks).toContainEqual(
      expect.objectContaining({ step: 'freeWill', rungs: [{ level: 'END', at: at('03-12 17:30') }] }),
    );
    const withdrawn = asked(typeCode).when(say(true), { actor: callback }).then('CaseWithdrawn');
    expect(withdrawn.state()).toMatchObject({ stage: 'WITHDRAWN', clocks: [] });
  });

  it('goes on where the resident was pressed, or nobody has asked in time', () => {
    const pressed = asked('PET-GEN').when(say(false), { actor: callback }).then('WithdrawalLapsed');
    expect(pressed.state().clocks.map(({ step }) => step)).toEqual(['accept']);
    const rung = { step: 'freeWill', round: 1, attempt: 1, level: 'END', at: at('03-12 17:30') } as const;
    const lapsed = asked('PET-GEN')
      .when({ type: 'Escalate', data: rung }, { now: at('03-12 17:30') })
      .then('WithdrawalLapsed');
    expect(lapsed.state()).toMatchObject({ stage: 'REGISTERED', withdrawal: undefined });
    asked('PET-GEN').when(withdraw, { actor: resident }).thenRejected('WITHDRAWAL_REQUESTED');
  });

  it('is asked about by nobody who had to do with it', () => {
    asked('PET-GEN').when(say(true), { actor: resident }).thenRejected('CONFIRMED_BY_INVOLVED');
    const handled = cases.inProgress({ typeCode: 'PET-GEN' }, clerks).after(withdraw, { actor: director });
    handled.when(say(true), { actor: cadre('anna') }).thenRejected('CONFIRMED_BY_INVOLVED');
    handled.when(say(true), { actor: callback }).then('CaseWithdrawn');
    cases
      .registered({ typeCode: 'PET-GEN' })
      .when(say(true), { actor: callback })
      .thenRejected('NO_WITHDRAWAL_REQUESTED');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import {
  acknowledge,
  assign,
  at,
  cadre,
  candidate,
  cases,
  certificate,
  director,
  li,
  PLACE,
  pool,
  resident,
  resolve,
  respond,
  SIGNS,
} from './case.fixture.js';

const anna = { actor: cadre('anna') };
const withSkills = (...skills: readonly string[]) =>
  candidate('anna', { certificates: Object.fromEntries(skills.map((skill) => [skill, certificate(2)])) });

describe('acknowledging', () => {
  it('is for whoever was given the case', () => {
    cases
      .assigned()
      .when(acknowledge, { actor: cadre('bo') })
      .thenRejected('NOT_THE_HANDLER');
    const acknowledged = cases
      .assigned()
      .when(acknowledge, { ...anna, now: at('03-09 10:00') })
      .then('CaseAcknowledged');
    expect(acknowledged.state().clocks).toMatchObject([
      { step: 'resolve' },
      { step: 'respond', dueAt: at('03-10 17:30') },
    ]);
  });

  it('starts no limit of its own where answered is resolved', () => {
    const { clocks } = cases
      .assigned({ typeCode: 'CON-POL' }, { pool: pool(withSkills('ORG-01')) })
      .when(acknowledge, anna)
      .state();
    expect(clocks.map(({ step }) => step)).toEqual(['resolve']);
  });
});

describe('declining', () => {
  const decline = (reason: 'CONFLICT' | 'OVERLOAD' | 'NO_SKILL'): CaseCommand => ({
    type: 'DeclineAssignment',
    data: { reason },
  });
  const many = { pool: pool(...['anna', 'bo', 'cai', 'dan', 'eve'].map((id) => candidate(id))) };

  it('gives the case back with a fresh limit to assign, and leaves him out of this round', () => {
    const declined = cases.assigned().when(decline('OVERLOAD'), { ...anna, now: at('03-09 10:00') });
    declined.then('AssignmentDeclined');
    expect(declined.state()).toMatchObject({ stage: 'ACCEPTED', handler: undefined, excluded: ['anna'], declines: 1 });
    expect(declined.state().clocks).toMatchObject([
      { step: 'resolve' },
      { step: 'assign', attempt: 2, dueAt: at('03-09 16:00') },
    ]);
  });

  it('may happen twice a case; a conflict of interest is never counted', () => {
    const twice = cases
      .assigned({}, many)
      .after(decline('OVERLOAD'), anna)
      .after(assign)
      .after(decline('CONFLICT'), { actor: cadre('bo') })
      .after(assign)
      .after(decline('NO_SKILL'), { actor: cadre('cai') })
      .after(assign);
    twice.when(decline('OVERLOAD'), { actor: cadre('dan') }).thenRejected('TOO_MANY_DECLINES', { maxDeclines: 2 });
    twice.when(decline('CONFLICT'), { actor: cadre('dan') }).then('AssignmentDeclined');
  });

  it('is too late once acknowledged', () => {
    cases.acknowledged().when(decline('CONFLICT'), anna).thenRejected('NOT_IN_STAGE');
  });
});

describe('the first response', () => {
  const claim = (happenedAt: number): CaseCommand => ({
    type: 'RecordFirstResponse',
    data: { contact: 'VISIT', note: 'was there', happenedAt },
  });

  it('ends the limit to respond', () => {
    const responded = cases.acknowledged().when(respond, anna).then('FirstResponseRecorded');
    responded.thenData('FirstResponseRecorded', { claimed: false });
    expect(responded.state()).toMatchObject({ stage: 'IN_PROGRESS', responded: true, clocks: [{ step: 'resolve' }] });
  });

  it('may be claimed for up to 24 hours back, and is marked so', () => {
    const now = at('03-10 12:00');
    const claimed = cases.acknowledged().when(claim(at('03-09 12:00')), { ...anna, now });
    claimed.thenData('FirstResponseRecorded', { claimed: true });
    expect(claimed.events()[0]?.occurredAt).toBe(at('03-09 12:00'));
    cases
      .acknowledged()
      .when(claim(at('03-09 12:00') - 1), { ...anna, now })
      .thenRejected('CLAIMED_TOO_LATE', { claimableHours: 24 });
    cases
      .acknowledged()
      .when(claim(now), { ...anna, now })
      .then('FirstResponseRecorded');
    cases
      .acknowledged()
      .when(claim(now + 1), { ...anna, now })
      .thenRejected('HAPPENED_IN_THE_FUTURE');
  });

  it('says what was done, by the handler, once', () => {
    const silent: CaseCommand = { type: 'RecordFirstResponse', data: { contact: 'CALL', note: '  ' } };
    cases.acknowledged().when(silent, anna).thenRejected('NOTE_MISSING', { field: 'note' });
    cases.acknowledged().when(respond, { actor: director }).thenRejected('NOT_THE_HANDLER');
    cases.inProgress().when(respond, anna).thenRejected('NOT_IN_STAGE');
  });
});

describe('resolving', () => {
  it('needs a first response and a result', () => {
    cases.acknowledged().when(resolve, anna).thenRejected('NOT_IN_STAGE', { stage: 'ACKNOWLEDGED' });
    const nothing: CaseCommand = { type: 'ResolveCase', data: { outcome: 'SOLVED', result: '', skillsUsed: [] } };
    cases.inProgress().when(nothing, anna).thenRejected('RESULT_MISSING', { field: 'result' });
    const unknown: CaseCommand = {
      type: 'ResolveCase',
      data: { outcome: 'SOLVED', result: 'done', skillsUsed: ['XX-1'] },
    };
    cases.inProgress().when(unknown, anna).thenRejected('SKILL_UNKNOWN', { skill: 'XX-1' });
  });

  it('asks every party, within the limit to review', () => {
    const wang = { ...li, partyId: 'wang', side: 'RESPONDENT' as const };
    const resolved = cases
      .inProgress({ parties: [li, wang] })
      .when(resolve, { ...anna, now: at('03-16 17:00') })
      .then('CaseResolved')
      .thenData('CaseResolved', {
        reviewed: ['li', 'wang'],
        handlers: ['anna'],
        centre: 'T01-RURAL_GUIDANCE',
        round: 1,
      });
    expect(resolved.state().clocks).toMatchObject([{ step: 'review', dueAt: at('03-19 17:30') }]);
  });

  const question = { typeCode: 'CON-POL' };
  const asked = (reviewDraw: number) => {
    const given = { pool: pool(withSkills('ORG-01')), intake: { caseNo: 'n', reviewDraw, place: PLACE } };
    return cases.inProgress(question, given).when(resolve, anna);
  };

  it('closes at once what the sample leaves out: 20 of 100 questions are reviewed', () => {
    asked(19).then('CaseResolved');
    asked(20).then('CaseResolved', 'CaseClosed').thenData('CaseResolved', { reviewed: [], clocks: [] });
    expect(asked(20).state()).toMatchObject({ stage: 'CLOSED', outcome: 'SOLVED', clocks: [] });
  });

  it('calls nobody back who has stayed unknown', () => {
    cases
      .inProgress({ typeCode: 'INQ-VIL', anonymous: true, parties: [] }, { pool: pool(withSkills('ORG-07', 'ORG-20')) })
      .when(resolve, anna)
      .thenData('CaseResolved', { reviewed: [] });
  });

  it('leaves a petition open for its appeals', () => {
    const resolved = cases
      .inProgress({ typeCode: 'PET-GEN' }, { pool: pool(withSkills('STB-02', 'ORG-20')) })
      .when(resolve, anna);
    resolved.then('CaseResolved', 'PetitionReplied');
    expect(resolved.state()).toMatchObject({ stage: 'RESOLVED' });
  });
});

describe('handling on the spot', () => {
  const atOnce: CaseCommand = {
    type: 'HandleImmediately',
    data: { outcome: 'ANSWERED', result: 'told', skillsUsed: [] },
  };

  it('shows every step in one append', () => {
    const done = cases
      .registered({ typeCode: 'AGY-IMM' }, { intake: { caseNo: 'n', reviewDraw: 99, place: PLACE } })
      .when(atOnce);
    done.then(
      'CaseAccepted',
      'CaseAssigned',
      'CaseAcknowledged',
      'FirstResponseRecorded',
      'CaseResolved',
      'CaseClosed',
    );
    expect(done.state()).toMatchObject({ stage: 'CLOSED', handler: 'clerk', clocks: [], outcome: 'ANSWERED' });
  });

  it('is for a case that nobody has taken up', () => {
    cases.accepted().when(atOnce).thenRejected('NOT_IN_STAGE');
  });
});

describe('extending the limit', () => {
  const extend = (n: number, unit: 'WD' | 'CD' = 'WD'): CaseCommand => ({
    type: 'ExtendLimit',
    data: { by: { unit, n }, reason: 'parts are on order' },
  });

  it('moves the resolve limit and its rungs, by the original limit at most', () => {
    const extended = cases.inProgress().when(extend(7), { actor: director }).then('LimitExtended');
    const clock = extended.state().clocks.find(({ step }) => step === 'resolve');
    expect(clock).toMatchObject({ dueAt: at('03-27 17:30') });
    expect(clock?.rungs[0]).toEqual({ level: 'WARN', at: at('03-26 08:30') });
    cases
      .inProgress()
      .when(extend(8), { actor: director })
      .thenRejected('EXTENSION_TOO_LONG', { bound: { unit: 'WD', n: 7 } });
    cases.inProgress().when(extend(0), { actor: director }).thenRejected('EXTENSION_TOO_LONG');
    cases.inProgress().when(extend(1, 'CD'), { actor: director }).thenRejected('EXTENSION_TOO_LONG');
  });

  it('is given once, and not after the limit', () => {
    cases.inProgress().after(extend(1)).when(extend(1)).thenRejected('ALREADY_EXTENDED');
    cases
      .inProgress()
      .when(extend(1), { now: at('03-18 17:30') })
      .then('LimitExtended');
    cases
      .inProgress()
      .when(extend(1), { now: at('03-18 17:30') + 1 })
      .thenRejected('LIMIT_ALREADY_PASSED');
  });

  it('has its own bounds for a petition and a question', () => {
    const petition = cases.inProgress({ typeCode: 'PET-GEN' }, { pool: pool(withSkills('STB-02', 'ORG-20')) });
    petition.when(extend(30, 'CD')).then('LimitExtended');
    petition.when(extend(31, 'CD')).thenRejected('EXTENSION_TOO_LONG', { bound: { unit: 'CD', n: 30 } });
    const question = cases.inProgress({ typeCode: 'CON-POL' }, { pool: pool(withSkills('ORG-01')) });
    question.when(extend(2)).then('LimitExtended');
    question.when(extend(3)).thenRejected('EXTENSION_TOO_LONG', { bound: { unit: 'WD', n: 2 } });
  });
});

describe('withdrawing', () => {
  const withdraw: CaseCommand = { type: 'WithdrawCase', data: { reason: 'settled' } };
  const byResident = { actor: resident };

  it('is the resident’s wish at any time before the case is resolved', () => {
    const stages = [cases.registered(), cases.accepted(), cases.assigned(), cases.acknowledged(), cases.inProgress()];
    for (const stage of stages) {
      const withdrawn = stage.when(withdraw, byResident).then('CaseWithdrawn');
      expect(withdrawn.state()).toMatchObject({ stage: 'WITHDRAWN', clocks: [] });
    }
    cases.resolved().when(withdraw, byResident).thenRejected('NOT_IN_STAGE');
  });

  it('is never taken where people are in danger or an offence is told of', () => {
    const red = cases.registered().after({ type: 'AcceptCase', data: { signs: { ...SIGNS, weapon: true } } });
    red.when(withdraw, byResident).thenRejected('WITHDRAWAL_NOT_ALLOWED');
    for (const typeCode of ['RPT-GMB', 'RPT-DOM']) {
      cases.registered({ typeCode }).when(withdraw, byResident).thenRejected('WITHDRAWAL_NOT_ALLOWED');
    }
  });
});

describe('transferring out', () => {
  it('names the body that receives the case', () => {
    const transfer = (body: string): CaseCommand => ({ type: 'TransferOut', data: { body, note: 'with papers' } });
    cases.inProgress().when(transfer(' ')).thenRejected('RECEIVING_BODY_MISSING', { field: 'body' });
    const out = cases.inProgress().when(transfer('county court'), { actor: director }).then('CaseTransferredOut');
    expect(out.state()).toMatchObject({ stage: 'TRANSFERRED_OUT', clocks: [{ step: 'transferReceipt' }] });
    cases.resolved().when(transfer('county court')).thenRejected('NOT_IN_STAGE');
  });
});

describe('progress', () => {
  it('is noted by the handler while he works', () => {
    const note = (text: string): CaseCommand => ({ type: 'AddProgress', data: { note: text } });
    cases.inProgress().when(note('parts ordered'), anna).then('ProgressRecorded');
    cases.inProgress().when(note(''), anna).thenRejected('NOTE_MISSING');
    cases
      .inProgress()
      .when(note('x'), { actor: cadre('bo') })
      .thenRejected('NOT_THE_HANDLER');
    cases.acknowledged().when(note('x'), anna).thenRejected('NOT_IN_STAGE');
  });
});

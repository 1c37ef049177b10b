import { describe, expect, it } from '@jest/globals';
import { at, cadre, candidate, cases, certificate, clerk, director, pool } from './case.fixture.js';
import type { CaseCommand } from './case.commands.js';

const anna = { actor: cadre('anna') };
const agents = {
  pool: pool(candidate('anna', { certificates: { 'ORG-17': certificate(2), 'ORG-20': certificate(1) } })),
};
const entrust: CaseCommand = { type: 'EntrustAgency', data: { item: 'MEDICAL_CLAIM', consent: 'letter 7' } };
const check = (...missing: readonly string[]): CaseCommand => ({
  type: 'CheckMaterials',
  data: { missing, note: 'told at the window' },
});
const supply: CaseCommand = { type: 'SupplyMaterials', data: {} };
const submit: CaseCommand = { type: 'SubmitAgency', data: { body: 'COUNTY_DEPARTMENT' } };
const result = (granted: boolean): CaseCommand => ({ type: 'RecordAgencyResult', data: { granted } });
const deliver: CaseCommand = {
  type: 'DeliverAgency',
  data: { signedBy: 'li', result: 'the claim was paid', skillsUsed: ['ORG-17'] },
};
const move = (to: 'RESIDENT' | 'AGENT' | 'BODY'): CaseCommand => ({
  type: 'MoveOriginal',
  data: { paper: 'ID_CARD', to },
});

/** Monday 9 March, 09:00: resolve due on the 16th. */
const entrusted = () => cases.acknowledged({ typeCode: 'AGY-PRM' }, agents).after(entrust, { actor: clerk });
const missing = () => entrusted().after(check('INVOICE'), { ...anna, now: at('03-10 10:00') });
const complete = () => entrusted().after(check(), anna);
const granted = () => complete().after(submit, anna).after(result(true), anna);

describe('papers', () => {
  it('are entrusted with a letter, for matters of that kind only, once', () => {
    cases.registered({ typeCode: 'AGY-PRM' }).when(entrust, { actor: clerk }).then('AgencyEntrusted');
    cases.registered().when(entrust, { actor: clerk }).thenRejected('NO_AGENCY_MATTER');
    const blank: CaseCommand = { type: 'EntrustAgency', data: { item: 'MEDICAL_CLAIM', consent: ' ' } };
    cases.registered({ typeCode: 'AGY-PRM' }).when(blank).thenRejected('CONSENT_LETTER_MISSING');
    entrusted().when(entrust).thenRejected('ALREADY_ENTRUSTED');
    cases.acknowledged({ typeCode: 'AGY-PRM' }, agents).when(check(), anna).thenRejected('NOT_ENTRUSTED');
  });

  it('are looked at once, and what is said of them is the first response', () => {
    entrusted()
      .when(check('INVOICE', 'INVOICE'), anna)
      .then('FirstResponseRecorded', 'MissingMaterialsListed', 'CaseSuspended')
      .thenData('MissingMaterialsListed', { missing: ['INVOICE'] });
    entrusted().when(check(), anna).then('FirstResponseRecorded', 'MaterialsCompleted');
    complete().when(check('PHOTO'), anna).thenRejected('AGENCY_NOT_AT');
    entrusted().when(check('a letter from the king'), anna).thenRejected('PAPER_UNKNOWN');
  });

  it('stop the clock where they are missing, until they are there', () => {
    expect(
      missing()
        .state()
        .clocks.map(({ step }) => step),
    ).toEqual(['suspension']);
    missing().when({ type: 'ResumeCase', data: {} }, { actor: director }).thenRejected('MATERIALS_MISSING');
    // four working days were left
    const supplied = missing()
      .when(supply, { actor: clerk, now: at('03-19 16:00') })
      .then('MaterialsCompleted', 'CaseResumed');
    expect(supplied.state().clocks).toMatchObject([{ step: 'resolve', dueAt: at('03-25 17:30') }]);
    const later = { now: at('03-20 09:00') };
    missing().after(supply, later).when(supply, later).thenRejected('AGENCY_NOT_AT');
  });

  it('are asked after once and then given back, and may still be brought', () => {
    const rung = (level: 'REMIND' | 'END', due: number): CaseCommand => ({
      type: 'Escalate',
      data: { step: 'suspension', round: 1, attempt: 1, level, at: due },
    });
    const reminder = at('03-24 17:30');
    const end = at('04-09 24:00');
    missing().when(rung('REMIND', reminder), { now: reminder }).then('MaterialsReminded');
    const returned = missing().after(rung('REMIND', reminder), { now: reminder });
    const back = returned.when(rung('END', end), { now: end }).then('AgencyReturned');
    expect(back.state()).toMatchObject({ stage: 'SUSPENDED', agency: { stage: 'RETURNED' }, clocks: [] });
    returned
      .after(rung('END', end), { now: end })
      .when(supply, { now: at('06-01 10:00') })
      .then('MaterialsCompleted', 'CaseResumed');
  });
});

describe('what comes of it', () => {
  it('is delivered against signature, which resolves the case', () => {
    const delivered = granted().when(deliver, anna).then('AgencyDelivered', 'CaseResolved');
    delivered.thenData('CaseResolved', { outcome: 'SOLVED' });
    complete()
      .after(submit, anna)
      .after(result(false), anna)
      .when(deliver, anna)
      .thenData('CaseResolved', { outcome: 'REFUSED_BY_LAW' });
    complete().when(deliver, anna).thenRejected('AGENCY_NOT_AT');
    const elsewhere: CaseCommand = { ...deliver, data: { ...deliver.data, signedBy: 'wang' } };
    granted().when(elsewhere, anna).thenRejected('NOT_A_PARTY');
    const resolve: CaseCommand = { type: 'ResolveCase', data: { outcome: 'SOLVED', result: 'x', skillsUsed: [] } };
    granted().when(resolve, anna).thenRejected('AGENCY_NOT_DELIVERED');
  });

  it('waits until every original is back', () => {
    const lent = () => granted().after(move('AGENT'), anna).after(move('BODY'), anna);
    lent()
      .when(deliver, anna)
      .thenRejected('ORIGINALS_HELD', { papers: ['ID_CARD'] });
    lent().after(move('RESIDENT'), anna).when(deliver, anna).then('AgencyDelivered', 'CaseResolved');
    lent().when(move('BODY'), anna).thenRejected('PAPER_IS_THERE');
  });

  it('has saved trips and days of work', () => {
    const saving: CaseCommand = { type: 'RecordSaving', data: { trips: 2, days: 1 } };
    const delivered = () => granted().after(deliver, anna);
    delivered()
      .when(saving, anna)
      .thenData('SavingRecorded', { saving: 2 * 2_000 + 15_000 });
    delivered().after(saving, anna).when(saving, anna).thenRejected('SAVING_RECORDED');
    granted().when(saving, anna).thenRejected('NOT_IN_STAGE');
    delivered().when({ type: 'ArchiveAgency', data: {} }, anna).then('AgencyArchived');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Confidentiality } from '#policy';
import { scenario } from '#testing';
import type { CaseCommand } from './case.commands.js';
import { at, cadre, candidate, cases, certificate, clerk, director, pool } from './case.fixture.js';
import { sealedReadings } from './sealed-reading.js';

const raise = (to: Confidentiality, reason = 'a child is concerned'): CaseCommand => ({
  type: 'RaiseConfidentiality',
  data: { to, reason },
});
const name = (reader: string): CaseCommand => ({ type: 'AddNamedReader', data: { reader } });
const strike = (reader: string): CaseCommand => ({ type: 'RemoveNamedReader', data: { reader } });
const lead = { actor: director };

describe('the confidentiality of a case', () => {
  it('is that of its type, and is raised by a person with a reason', () => {
    expect(cases.registered().state().file?.confidentiality).toBe('N');
    const raised = cases.accepted().when(raise('C'), lead);
    raised.then('ConfidentialityRaised').thenData('ConfidentialityRaised', { from: 'N', level: 'C', by: 'director' });
    expect(raised.state().file?.confidentiality).toBe('C');
    cases.accepted().when(raise('C', ' '), lead).thenRejected('REASON_MISSING');
  });

  it('never falls', () => {
    const sealed = cases.accepted().after(raise('X'), lead);
    sealed.when(raise('C'), lead).thenRejected('CONFIDENTIALITY_ONLY_RISES', { from: 'X' });
    sealed.when(raise('X'), lead).then();
  });

  it('asks from then on who may keep a secret', () => {
    const talker = { pool: pool(candidate('anna', { certificates: { 'ORG-02': certificate(2) } })) };
    const byHand: CaseCommand = { type: 'AssignCase', data: { cadreId: 'anna' } };
    cases.accepted({}, talker).when(byHand, lead).then('CaseAssigned');
    cases
      .accepted({}, talker)
      .after(raise('C'), lead)
      .when(byHand, lead)
      .thenRejected('CANDIDATE_RULED_OUT', { rule: 'H8' });
  });
});

describe('a sealed case', () => {
  const sealed = () => cases.accepted().after(raise('X'), lead);

  it('names its readers, who come and go', () => {
    expect(sealed().after(name('kim'), lead).state().readers).toEqual(['kim']);
    sealed().after(name('kim'), lead).when(name('kim'), lead).then();
    expect(sealed().after(name('kim'), lead).after(strike('kim'), lead).state().readers).toEqual([]);
    sealed().when(strike('kim'), lead).then();
    cases.accepted().when(name('kim'), lead).thenRejected('NOT_SEALED');
  });

  it('but no party, nobody complained of and nobody who keeps out of it', () => {
    sealed().when(name('li'), lead).thenRejected('READER_KEPT_OUT', { reader: 'li' });
    cases
      .accepted({ complaint: { targets: ['kim'], centres: [] } })
      .after(raise('X'), lead)
      .when(name('kim'), lead)
      .thenRejected('READER_KEPT_OUT');
    const recused = sealed()
      .after(name('kim'), lead)
      .after({ type: 'DeclareRecusal', data: { cadreId: 'kim', declaredBy: 'DIRECTOR', reason: 'kin' } }, lead);
    expect(recused.state().readers).toEqual([]);
    recused.when(name('kim'), lead).thenRejected('READER_KEPT_OUT');
  });

  it('keeps who has read it, once a minute', () => {
    const read = (reader: string) => ({ type: 'NoteSealedReading', data: { caseId: 'c1', reader } }) as const;
    const readings = scenario(sealedReadings, { now: at('03-09 09:00'), actor: clerk });
    const once = readings.after(read('anna'));
    once.when(read('anna'), { now: at('03-09 09:00') + 59_000 }).then();
    once.when(read('anna'), { now: at('03-09 09:01') }).then('SealedCaseRead');
    once.when(read('bo'), { actor: cadre('bo') }).thenData('SealedCaseRead', { caseId: 'c1', reader: 'bo' });
  });
});

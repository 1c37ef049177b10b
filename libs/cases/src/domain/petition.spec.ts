import { describe, expect, it } from '@jest/globals';
import { accept, at, cadre, candidate, cases, certificate, director, panelist, PLACE, pool } from './case.fixture.js';
import type { CaseCommand } from './case.commands.js';
import type { StepClock } from './step-clock.js';

const anna = { actor: cadre('anna') };
const clerks = {
  pool: pool(candidate('anna', { certificates: { 'STB-02': certificate(2), 'ORG-20': certificate(1) } })),
};
const fromElsewhere = {
  pool: pool(
    candidate('anna', {
      unit: 'K-PETITION',
      townshipId: null,
      certificates: { 'STB-02': certificate(2), 'ORG-20': certificate(1) },
    }),
  ),
};
const reply: CaseCommand = {
  type: 'ResolveCase',
  data: { outcome: 'EXPLAINED', result: 'what was found', skillsUsed: [] },
};
const notice: CaseCommand = { type: 'NoticeAcceptance', data: {} };
const deliver = (deliveredAt?: number): CaseCommand => ({
  type: 'DeliverAnswer',
  data: { ...(deliveredAt !== undefined && { deliveredAt }) },
});
const ask: CaseCommand = { type: 'RequestExamination', data: { grounds: 'nobody came to look' } };
const answer: CaseCommand = { type: 'AnswerExamination', data: { verdict: 'UPHELD', answer: 'it stands' } };
const reject = (reason: string): CaseCommand => ({ type: 'RejectCase', data: { reason, guidance: 'explained' } });

const accepted = () => cases.accepted({ typeCode: 'PET-GEN' }, clerks);
const inProgress = () => cases.inProgress({ typeCode: 'PET-GEN' }, clerks);
/** Replied to on 10 March. */
const replied = () => inProgress().after(reply, { ...anna, now: at('03-10 10:00') });
const delivered = () => replied().after(deliver(), { ...anna, now: at('03-11 10:00') });
const asked = () => delivered().after(ask, { ...anna, now: at('03-20 10:00') });
const examined = () => asked().after(answer, { actor: panelist, now: at('04-02 10:00') });
const askedAgain = () =>
  examined()
    .after(deliver(), { actor: panelist, now: at('04-03 10:00') })
    .after(ask, { actor: panelist, now: at('04-10 10:00') });
const final = () => askedAgain().after(answer, { actor: panelist, now: at('05-06 10:00') });

const step = (clocks: readonly StepClock[], name: string) => clocks.find((clock) => clock.step === name);

describe('whether a petition is accepted', () => {
  it('is told in writing within fifteen days of its registration', () => {
    expect(step(accepted().state().clocks, 'notice')).toMatchObject({ dueAt: at('03-24 24:00') });
    expect(step(accepted().when(notice, anna).then('AcceptanceNoticed').state().clocks, 'notice')).toBeUndefined();
    accepted().after(notice).when(notice).thenRejected('NO_NOTICE_OWED');
    cases.accepted().when(notice).thenRejected('NO_NOTICE_OWED');
  });

  it('is told where it is refused, too, and the process waits for that', () => {
    const refused = cases.registered({ typeCode: 'PET-GEN' }).after(reject('STATUTORY_ROUTE'), { actor: director });
    expect(refused.state().clocks.map((clock) => clock.step)).toEqual(['notice']);
    const told = refused.when(notice).then('AcceptanceNoticed');
    expect(told.state()).toMatchObject({ stage: 'REJECTED', clocks: [] });
  });

  it('falls overdue at once where it is decided too late', () => {
    const late = cases.registered({ typeCode: 'PET-GEN' }).after(accept(), { now: at('03-26 09:00'), actor: director });
    expect(step(late.state().clocks, 'notice')?.rungs[0]).toEqual({ level: 'WARN', at: at('03-26 09:00') });
  });
});

describe('an answer to a petition', () => {
  it('is not reviewed, but brought to the petitioner', () => {
    const answered = inProgress().when(reply, anna).then('CaseResolved', 'PetitionReplied');
    expect(answered.state()).toMatchObject({ stage: 'RESOLVED', petition: { answer: 'REPLY' } });
    expect(answered.state().clocks.map((clock) => clock.step)).toEqual(['notice', 'delivery']);
  });

  it('opens a window of thirty days from its delivery, rolled to a working day', () => {
    // 10 April is a Friday; delivered on 5 March it would end on Saturday the 4th, a holiday until the 6th
    expect(step(delivered().state().clocks, 'appealWindow')).toMatchObject({ dueAt: at('04-10 24:00') });
    const early = inProgress()
      .after(reply, { ...anna, now: at('03-09 10:00') })
      .after(deliver(at('03-12 09:00')), { ...anna, now: at('03-16 09:00') });
    expect(step(early.state().clocks, 'appealWindow')).toMatchObject({ dueAt: at('04-13 24:00') });
  });

  it('is delivered once, and not before it was given', () => {
    replied()
      .when(deliver(at('03-10 09:59')), { ...anna, now: at('03-12 10:00') })
      .thenRejected('DELIVERED_BEFORE_ANSWER');
    replied()
      .when(deliver(at('03-12 10:01')), { ...anna, now: at('03-12 10:00') })
      .thenRejected('HAPPENED_IN_THE_FUTURE');
    delivered().when(deliver()).thenRejected('ANSWER_DELIVERED');
    inProgress().when(deliver()).thenRejected('NOT_IN_STAGE');
    cases.resolved().when(deliver()).thenRejected('NO_PETITION');
  });

  it('is final when nobody asks within the window', () => {
    const rung = { step: 'appealWindow', round: 1, attempt: 1, level: 'END', at: at('04-10 24:00') } as const;
    const over = delivered()
      .when({ type: 'Escalate', data: rung }, { now: at('04-10 24:00') })
      .then('PetitionFinalised', 'CaseClosed');
    expect(over.state()).toMatchObject({ stage: 'CLOSED', outcome: 'EXPLAINED', clocks: [] });
    delivered()
      .when(ask, { ...anna, now: at('04-11 00:01') })
      .thenRejected('PETITION_WINDOW_OVER');
  });
});

describe('the bodies above', () => {
  it('answer within thirty days each, the county first and the city then', () => {
    expect(step(asked().state().clocks, 'reExamination')).toMatchObject({ dueAt: at('04-19 24:00') });
    delivered()
      .when(ask, { ...anna, now: at('03-20 10:00') })
      .thenData('ReExaminationRequested', { body: 'COUNTY' });
    expect(step(askedAgain().state().clocks, 'finalReview')).toMatchObject({ dueAt: at('05-10 24:00') });
    examined()
      .when(ask, { actor: panelist, now: at('04-10 10:00') })
      .thenData('FinalReviewRequested', { body: 'CITY' });
  });

  it('are asked before the answer was brought, too', () => {
    expect(step(replied().after(ask).state().clocks, 'delivery')).toBeUndefined();
  });

  it('are one level above whoever replied', () => {
    const { centre } = PLACE;
    cases
      .inProgress({ typeCode: 'PET-GEN', complaint: { targets: ['boss'], centres: [centre] } }, fromElsewhere)
      .after(reply, anna)
      .when(ask)
      .thenData('ReExaminationRequested', { body: 'CITY' });
  });

  it('do not let whoever handled it examine it', () => {
    asked().when(answer, anna).thenRejected('EXAMINER_INVOLVED');
    asked().when(ask, anna).thenRejected('EXAMINATION_UNDER_WAY');
    delivered().when(answer, { actor: panelist }).thenRejected('NO_EXAMINATION_ASKED');
  });

  it('have the last word at the final review', () => {
    const over = askedAgain()
      .when(answer, { actor: panelist, now: at('05-06 10:00') })
      .then('FinalReviewAnswered', 'PetitionFinalised', 'CaseClosed');
    expect(over.state()).toMatchObject({ stage: 'CLOSED', petition: { answer: 'FINAL_REVIEW', finalised: true } });
    final().when(ask).thenRejected('PETITION_FINAL');
  });
});

describe('the same facts afterwards', () => {
  const link: CaseCommand = { type: 'LinkFinalPetition', data: { petition: 'c0' } };
  const again = () => cases.registered({ typeCode: 'PET-GEN' });
  const linked = () => again().after(link, { target: final().state(), actor: director });

  it('are refused as final with an explanation, where they are linked to it', () => {
    linked().when(reject('PETITION_FINALISED'), { actor: director }).then('CaseRejected');
    again().when(reject('PETITION_FINALISED'), { actor: director }).thenRejected('PETITION_NOT_FINAL');
    again().when(link, { target: asked().state() }).thenRejected('PETITION_NOT_FINAL');
    again().when(link).thenRejected('PETITION_NOT_FINAL');
    linked().when(link, { target: final().state() }).thenRejected('FINAL_PETITION_LINKED');
  });

  it('go on as a new case where somebody says what is new', () => {
    linked().when(accept(), { actor: director }).thenRejected('NEW_FACTS_MISSING');
    const withNews: CaseCommand = { type: 'AcceptCase', data: { ...accept().data, newFacts: 'a receipt was found' } };
    linked().when(withNews, { actor: director }).then('CaseAccepted', 'RiskAssessed');
  });
});

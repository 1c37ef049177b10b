import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import { accept, at, cadre, candidate, cases, certificate, li, PLACE, pool } from './case.fixture.js';
import { anna, concluded, disputes, due, lead, mediate, wang, witness } from './dispute.fixture.js';

describe('asking for mediation', () => {
  it('is the handler’s to do, once he has spoken with the people, and names all who are at odds', () => {
    const asked = disputes.inProgress({ parties: [li, wang, witness] }).when(mediate, anna);
    asked.then('MediationRequested').thenData('MediationRequested', {
      mediationId: 'c1-m1',
      tier: 'V',
      parties: ['li', 'wang'],
      urgent: false,
      writtenOnly: false,
      womanMediator: false,
    });
    expect(asked.state().stage).toBe('IN_MEDIATION');
    disputes
      .inProgress()
      .when(mediate, { actor: cadre('bo') })
      .thenRejected('NOT_THE_HANDLER');
    cases.acknowledged({ typeCode: 'REQ-INF' }).when(mediate, anna).thenRejected('NOT_IN_STAGE');
  });

  it('is for disputes with two sides, never where there is violence or another authority decides', () => {
    cases.inProgress().when(mediate, anna).thenRejected('NOT_A_DISPUTE');
    disputes
      .inProgress({ parties: [li] })
      .when(mediate, anna)
      .thenRejected('OTHER_SIDE_MISSING');
    disputes
      .inProgress()
      .after({ type: 'BarMediation', data: { bar: 'COURT', note: 'a suit is pending' } }, anna)
      .when(mediate, anna)
      .thenRejected('NOT_MEDIABLE', { bar: 'COURT' });
    const violent = disputes.inProgress();
    const assessed = violent
      .history()
      .map((event) =>
        event.type === 'RiskAssessed' ? { ...event, data: { ...event.data, factors: { violence: 15 } } } : event,
      );
    cases
      .none()
      .given(...assessed)
      .when(mediate, anna)
      .thenRejected('VIOLENCE_NOT_MEDIATED');
  });

  it('of several townships asks for a mediator of each beside the county’s', () => {
    const place = { ...PLACE, otherTownships: ['T02'] };
    const countyPeople = pool(candidate('anna', { townshipId: null, certificates: { 'STB-03': certificate(2) } }));
    disputes
      .inProgress({}, { intake: { caseNo: 'T01-20260309-0001', reviewDraw: 0, place }, pool: countyPeople })
      .when(mediate, anna)
      .thenData('MediationRequested', { tier: 'K', panel: ['T01', 'T02'] });
  });

  it('wants writing for tenure and for much money, and a woman for families', () => {
    const requested = (fields: Parameters<typeof disputes.inProgress>[0]) =>
      disputes.inProgress(fields).when(mediate, anna).events()[0]?.data;
    expect(requested({ amount: 5_000_000 })).toMatchObject({ writtenOnly: false });
    expect(requested({ amount: 5_000_001 })).toMatchObject({ writtenOnly: true });
  });
});

describe('the parties agree that mediation may take longer', () => {
  const longer: CaseCommand = {
    type: 'NoteExtension',
    data: { mediationId: 'c1-m1', limit: { unit: 'CD', n: 20 }, by: 'anna' },
  };
  const resolveDue = (given: ReturnType<typeof disputes.inMediation>) =>
    given.state().clocks.find(({ step }) => step === 'resolve')?.dueAt;

  it('and the limit moves by so much from its due, once', () => {
    const extended = disputes.inMediation().after(longer);
    expect(resolveDue(extended)! - resolveDue(disputes.inMediation())!).toBe(20 * 86_400_000);
    extended.when(longer).then();
    const other: CaseCommand = { ...longer, data: { ...longer.data, mediationId: 'c1-m9' } };
    disputes.inMediation().when(other).then();
  });

  it('in the stead of an extension by the head of the unit', () => {
    const by = { unit: 'CD', n: 10 } as const;
    const extend: CaseCommand = { type: 'ExtendLimit', data: { by, reason: 'a survey is awaited' } };
    disputes.inProgress().after(extend, lead).after(mediate, anna).when(longer).then();
    disputes
      .inMediation()
      .after(longer)
      .after(concluded('TERMINATED'))
      .when(extend, lead)
      .thenRejected('ALREADY_EXTENDED');
  });
});

describe('the wait for consent', () => {
  it('reminds after three working days and takes silence for a refusal after six', () => {
    const waiting = disputes.inMediation();
    const { clocks } = waiting.state();
    expect(clocks.find(({ step }) => step === 'consent')?.rungs).toEqual([
      { level: 'REMIND', at: at('03-12 17:30') },
      { level: 'END', at: at('03-17 17:30') },
    ]);
    const reminder = due(clocks, 'consent', 'REMIND');
    waiting.when(reminder.command, { now: reminder.now }).then('ConsentReminded');
    const lapse = due(clocks, 'consent');
    waiting
      .when(lapse.command, { now: lapse.now })
      .then('MediationConcluded', 'NextTierOffered')
      .thenData('MediationConcluded', { outcome: 'DECLINED', endedByCase: 'CONSENT_LAPSED' });
  });

  it('ends when all have consented, though the case hears of it only when the time is up', () => {
    const waiting = disputes.inMediation();
    waiting.when({ type: 'NoteConsents', data: { mediationId: 'c1-m1' } }).then('MediationConsented');
    expect(waiting.state().clocks.map(({ step }) => step)).not.toContain('consent');
    const lapse = due(disputes.inMediation().state().clocks, 'consent');
    disputes
      .inMediation()
      .when(lapse.command, { now: lapse.now, mediation: { consented: true } })
      .then('MediationConsented');
  });
});

describe('an agreement', () => {
  const agreed = () => disputes.inMediation().after(concluded('AGREED'), { now: at('03-12 15:40') });

  it('stops the limit to resolve and the days of the tier; the handler closes it within two working days', () => {
    const { clocks, stage } = agreed().state();
    expect(stage).toBe('IN_PROGRESS');
    expect(clocks).toMatchObject([{ step: 'conclusion', dueAt: at('03-16 17:30') }]);
    const result = { result: 'ditch dug', skillsUsed: ['STB-03'] };
    agreed()
      .when({ type: 'ResolveCase', data: { outcome: 'AGREED', ...result } }, anna)
      .then('CaseResolved');
    agreed()
      .when({ type: 'ResolveCase', data: { outcome: 'SOLVED', ...result } }, anna)
      .thenRejected('AGREEMENT_REACHED');
    disputes
      .inProgress()
      .when({ type: 'ResolveCase', data: { outcome: 'AGREED', ...result } }, anna)
      .thenRejected('NO_AGREEMENT');
  });

  it('is closed by itself where he forgets', () => {
    const end = due(agreed().state().clocks, 'conclusion');
    const closed = agreed().when(end.command, { now: end.now });
    closed.then('CaseResolved').thenData('CaseResolved', { outcome: 'AGREED', automatic: true, by: 'system' });
    expect(closed.events()[0]?.occurredAt).toBe(at('03-16 17:30'));
  });
});

describe('mediation without an agreement', () => {
  it('goes up a tier when it failed, with new limits and nobody assigned yet', () => {
    const failed = disputes.inMediation().when(concluded('FAILED'), { now: at('03-12 10:00') });
    failed.then('MediationConcluded', 'TierRaised');
    expect(failed.state()).toMatchObject({
      stage: 'ACCEPTED',
      handler: undefined,
      responded: false,
      file: { tier: 'T' },
    });
    expect(failed.state().clocks).toMatchObject([
      { step: 'resolve', dueAt: at('04-08 24:00') },
      { step: 'assign', attempt: 2, dueAt: at('03-13 17:30') },
      { step: 'tierBudget', dueAt: at('03-26 24:00') },
    ]);
  });

  it('asks the parties once whether they want the next tier when somebody declined or left', () => {
    for (const outcome of ['DECLINED', 'TERMINATED'] as const) {
      const ended = disputes.inMediation().when(concluded(outcome), { now: at('03-10 10:00') });
      ended.then('MediationConcluded', 'NextTierOffered').thenData('NextTierOffered', { tier: 'T' });
      expect(ended.state().clocks.find(({ step }) => step === 'tierOffer')?.dueAt).toBe(at('03-13 17:30'));
      expect(ended.state().clocks.map(({ step }) => step)).not.toContain('tierBudget');
    }
  });

  it('is over at the county, where the parties are told the other routes', () => {
    disputes
      .atCounty()
      .when(concluded('FAILED'))
      .then('MediationConcluded', 'CaseResolved')
      .thenData('CaseResolved', { outcome: 'NOT_AGREED_GUIDED', automatic: true });
  });

  it('opens a case of its own where there was violence, and calls nobody about the dispute', () => {
    const violent = disputes
      .inMediation()
      .when({ type: 'ConcludeMediation', data: { mediationId: 'c1-m1', outcome: 'TERMINATED', violence: true } });
    violent
      .then('MediationConcluded', 'FollowUpCaseOpened', 'CaseResolved', 'CaseClosed')
      .thenData('FollowUpCaseOpened', { typeCode: 'RPT-DOM', followUp: 'c1-f1' })
      .thenData('CaseResolved', { reviewed: [] });
  });

  it('is told once: a second word, or one about another mediation, changes nothing', () => {
    disputes.inMediation().after(concluded('AGREED')).when(concluded('AGREED')).then();
    disputes.inMediation().when(concluded('FAILED', 'c1-m7')).then();
  });

  it('wakes a suspended case', () => {
    disputes
      .inMediation()
      .after(
        { type: 'SuspendCase', data: { reason: 'APPRAISAL', note: 'land survey', until: at('03-20 17:30') } },
        lead,
      )
      .when(concluded('AGREED'), { now: at('03-11 10:00') })
      .then('CaseResumed', 'MediationConcluded');
  });

  it('ends with the case that is withdrawn', () => {
    disputes
      .inMediation()
      .when({ type: 'WithdrawCase', data: { reason: 'settled' } }, lead)
      .then('MediationConcluded', 'CaseWithdrawn')
      .thenData('MediationConcluded', { outcome: 'TERMINATED', endedByCase: 'CASE' });
  });
});

describe('a new handler in the midst of mediation', () => {
  it('finds it where it was once he has acknowledged', () => {
    const passed = disputes
      .inMediation()
      .after({ type: 'ReassignCase', data: { cadreId: 'bo', reason: 'DIRECTOR' } }, lead)
      .when({ type: 'Acknowledge', data: {} }, { actor: cadre('bo') });
    passed.then('CaseAcknowledged');
    expect(passed.state()).toMatchObject({ stage: 'IN_MEDIATION', mediation: { mediationId: 'c1-m1' } });
  });
});

describe('a sign of violence at the intake', () => {
  it('is enough to keep the case away from mediation', () => {
    const { risk } = cases
      .registered({ typeCode: 'DSP-WTR' })
      .when(accept({ violence: 1 }), lead)
      .state();
    expect(risk?.factors['violence']).toBeGreaterThan(0);
  });
});

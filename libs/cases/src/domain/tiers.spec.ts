import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import { at, deputy } from './case.fixture.js';
import { anna, concluded, disputes, due, lead } from './dispute.fixture.js';

const raise = (because: 'HANDLER' | 'LEADER' | 'PARTIES'): CaseCommand => ({
  type: 'RaiseTier',
  data: { because, reason: 'beyond the village' },
});
const object: CaseCommand = { type: 'ObjectToRaise', data: { party: 'wang' } };
const answer = (party: string, accepts: boolean): CaseCommand => ({
  type: 'AnswerTierOffer',
  data: { party, accepts },
});

describe('going up a tier', () => {
  it('ends what is under way at the lower one and keeps counting from the acceptance', () => {
    const raised = disputes.inMediation().when(raise('LEADER'), { actor: deputy, now: at('03-11 09:00') });
    raised
      .then('MediationConcluded', 'TierRaised')
      .thenData('MediationConcluded', { outcome: 'FAILED', tier: 'V', endedByCase: 'TIER_RAISED' });
    expect(raised.state()).toMatchObject({ stage: 'ACCEPTED', file: { tier: 'T' }, mediation: undefined });
    expect(raised.state().clocks.find(({ step }) => step === 'tierBudget')?.dueAt).toBe(at('03-26 24:00'));
  });

  it('calls the county in at the top, which has no days of its own and nothing above it', () => {
    const county = disputes.inProgress().after(raise('PARTIES'), lead).after(raise('PARTIES'), lead);
    expect(county.state()).toMatchObject({ file: { tier: 'K' }, parts: { countyMatter: true } });
    expect(county.state().clocks.map(({ step }) => step)).not.toContain('tierBudget');
    county.when(raise('PARTIES'), lead).thenRejected('NO_HIGHER_TIER');
  });

  it('is never done against the word of a party, unless the parties themselves ask for it', () => {
    const objected = disputes.inProgress().after(object, anna);
    objected.when(raise('HANDLER'), anna).thenRejected('PARTY_OBJECTS');
    objected.when(raise('PARTIES'), lead).then('TierRaised');
    disputes
      .inProgress()
      .when({ type: 'ObjectToRaise', data: { party: 'nobody' } }, anna)
      .thenRejected('PARTY_UNKNOWN');
  });
});

describe('the end of a tier’s days', () => {
  const inVillage = () => disputes.inMediation();
  const end = () => due(inVillage().state().clocks, 'tierBudget');

  it('is seven days from the acceptance at the village, and raises the case by itself', () => {
    expect(end().now).toBe(at('03-16 24:00'));
    inVillage()
      .when(end().command, { now: end().now })
      .then('MediationConcluded', 'TierRaised')
      .thenData('TierRaised', { because: 'BUDGET', from: 'V', tier: 'T' });
  });

  it('waits for a session fixed within two working days, once, to its end', () => {
    const session = { startsAt: at('03-18 09:00'), endsAt: at('03-18 11:00') };
    const mediation = { consented: true, session };
    const stretched = inVillage().when(end().command, { now: end().now, mediation });
    stretched.then('TierBudgetStretched').thenData('TierBudgetStretched', { until: session.endsAt });
    const again = due(stretched.state().clocks, 'tierBudget');
    expect(again.now).toBe(session.endsAt);
    inVillage()
      .after(end().command, { now: end().now, mediation })
      .when(again.command, {
        now: again.now,
        mediation: { consented: true, session: { startsAt: at('03-19 09:00'), endsAt: at('03-19 11:00') } },
      })
      .then('MediationConcluded', 'TierRaised');
    const tooLate = { startsAt: at('03-19 09:00'), endsAt: at('03-19 11:00') };
    inVillage()
      .when(end().command, { now: end().now, mediation: { consented: true, session: tooLate } })
      .then('MediationConcluded', 'TierRaised');
  });

  it('asks the parties where one of them does not want to go up', () => {
    inVillage()
      .after(object, anna)
      .when(end().command, { now: end().now })
      .then('MediationConcluded', 'NextTierOffered');
  });

  it('takes no notice of a case that has agreed', () => {
    inVillage().after(concluded('AGREED')).when(end().command, { now: end().now }).then();
  });
});

describe('the offer of the next tier', () => {
  const offered = () => disputes.inMediation().after(concluded('DECLINED'), { now: at('03-10 10:00') });

  it('is taken when every party takes it', () => {
    const one = offered().when(answer('li', true), anna);
    one.then('TierOfferAnswered');
    offered()
      .after(answer('li', true), anna)
      .when(answer('wang', true), anna)
      .then('TierOfferAnswered', 'TierRaised')
      .thenData('TierRaised', { because: 'OFFER_TAKEN' });
    offered().when(answer('nobody', true), anna).thenRejected('PARTY_UNKNOWN');
    disputes.inProgress().when(answer('li', true), anna).thenRejected('NO_TIER_OFFER');
  });

  it('refused or left unanswered, lets the parties go their own way, told where', () => {
    offered()
      .when(answer('wang', false), anna)
      .then('TierOfferAnswered', 'CaseResolved')
      .thenData('CaseResolved', { outcome: 'NOT_AGREED_GUIDED' });
    const lapse = due(offered().state().clocks, 'tierOffer');
    expect(lapse.now).toBe(at('03-13 17:30'));
    offered().when(lapse.command, { now: lapse.now }).then('TierOfferLapsed', 'CaseResolved');
  });

  it('leaves the case to nobody’s haste meanwhile', () => {
    offered()
      .when({ type: 'ResolveCase', data: { outcome: 'EXPLAINED', result: 'told', skillsUsed: [] } }, anna)
      .thenRejected('TIER_OFFER_OPEN');
  });
});

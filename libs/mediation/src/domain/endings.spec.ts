import { describe, expect, it } from '@jest/globals';
import { consent, end, fail, mediations, offer, terminate, violence } from './mediation.fixture.js';

const { proposed, consented, scheduled, held, drafted } = mediations;

describe('a party ends the mediation', () => {
  it('at any time before an agreement has effect', () => {
    for (const given of [proposed(), consented(), scheduled(), held(), drafted()]) {
      const ended = given.when(terminate('wang'));
      ended
        .then('RemediesInformed', 'MediationTerminated')
        .thenData('MediationTerminated', { because: 'PARTY', party: 'wang' })
        .thenData('RemediesInformed', { routes: ['COURT'] });
      expect(ended.state().stage).toBe('TERMINATED');
    }
  });

  it('and is told the other ways first', () => {
    held()
      .when({ type: 'TerminateByParty', data: { party: 'li', routesTold: [] } })
      .thenRejected('ROUTES_NOT_TOLD', { field: 'routesTold' });
    held().when(terminate('zhao')).thenRejected('NOT_A_PARTY');
  });
});

describe('a mediation fails', () => {
  it('with the other ways told', () => {
    held()
      .when(fail)
      .then('RemediesInformed', 'MediationFailed')
      .thenData('MediationFailed', { because: 'NO_AGREEMENT', by: 'anna' });
    held()
      .when({ type: 'RecordFailure', data: { routesTold: [] } })
      .thenRejected('ROUTES_NOT_TOLD');
  });

  it('even where the parties agree on no mediator, but not before they consented', () => {
    consented().when(fail).then('RemediesInformed', 'MediationFailed');
    proposed().when(fail).thenRejected('CONSENT_MISSING');
  });
});

describe('violence is never mediated', () => {
  it('a sign of it ends the mediation wherever it stands', () => {
    for (const given of [proposed(), consented(), scheduled(), held(), drafted()]) {
      given
        .when(violence)
        .then('ViolenceSignNoted', 'RemediesInformed', 'MediationTerminated')
        .thenData('RemediesInformed', { routes: ['ARBITRATION', 'ADMINISTRATIVE', 'COURT'] })
        .thenData('MediationTerminated', { because: 'VIOLENCE' });
    }
  });
});

describe('the case ends its mediation', () => {
  it('as failed when it goes to a higher tier', () => {
    const raised = scheduled().when(end('TIER_RAISED'));
    raised.then('MediationFailed').thenData('MediationFailed', { because: 'TIER_RAISED' });
    expect(raised.state().stage).toBe('FAILED');
  });

  it('as declined when nobody answered in time', () => {
    const lapsed = proposed().after(consent('li')).when(end('CONSENT_LAPSED'));
    lapsed.then('ConsentLapsed');
    expect(lapsed.state().stage).toBe('DECLINED');
  });

  it('as terminated when the case itself ends', () => {
    held().when(end('CASE')).thenData('MediationTerminated', { because: 'CASE' });
  });

  it('unless it has ended by itself', () => {
    for (const because of ['TIER_RAISED', 'CONSENT_LAPSED', 'CASE'] as const)
      held().after(fail).when(end(because)).then();
    mediations.none().when(end('CASE')).thenRejected('MEDIATION_NOT_FOUND');
  });
});

it('after the end nothing else is done', () => {
  for (const command of [consent('li'), offer('anna'), terminate('li'), fail, violence]) {
    held().after(terminate('li')).when(command).thenRejected('MEDIATION_OVER', { stage: 'TERMINATED' });
  }
});

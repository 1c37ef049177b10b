import { describe, it } from '@jest/globals';
import { answer, at, consent, context, director, mediations, offer, propose, registered } from './mediation.fixture.js';

const { proposed, consented, mediated, scheduled } = mediations;

describe('a mediation is voluntary', () => {
  it('is proposed once: a second proposal changes nothing', () => {
    mediations.none().when(propose()).then('MediationProposed');
    proposed()
      .when(propose({ parties: ['li', 'somebody'] }))
      .then();
  });

  it('takes everybody, and says when everybody has consented', () => {
    proposed().when(consent('li')).thenData('PartyConsented', { party: 'li', by: 'anna', all: false });
    proposed().after(consent('li')).when(consent('wang')).thenData('PartyConsented', { all: true });
    proposed().after(consent('li')).when(consent('li')).then();
  });

  it('ends at one refusal, and the parties hear what else they can do', () => {
    for (const before of [proposed(), proposed().after(consent('li'))]) {
      before
        .when(consent('wang', false))
        .then('PartyDeclined', 'RemediesInformed')
        .thenData('RemediesInformed', { routes: ['ARBITRATION', 'ADMINISTRATIVE', 'COURT'] });
    }
    proposed().after(consent('li', false)).when(consent('wang')).thenRejected('MEDIATION_OVER', { stage: 'DECLINED' });
  });

  it('lets who consented think again until the others have answered', () => {
    proposed().after(consent('li')).when(consent('li', false)).then('PartyDeclined', 'RemediesInformed');
    consented().when(consent('li', false)).thenRejected('ALL_HAVE_CONSENTED');
  });

  it('asks the parties and nobody else', () => {
    proposed().when(consent('zhao')).thenRejected('NOT_A_PARTY', { field: 'party' });
    mediations.none().when(consent('li')).thenRejected('MEDIATION_NOT_FOUND');
  });
});

describe('the parties accept who mediates', () => {
  it('each of them', () => {
    consented().when(offer('anna')).thenData('MediatorProposed', { mediatorId: 'anna', offer: 1, named: false });
    const offered = consented().after(offer('anna'));
    offered.when(answer('li')).thenData('MediatorAccepted', { mediatorId: 'anna', party: 'li', all: false });
    offered.after(answer('li')).when(answer('wang')).thenData('MediatorAccepted', { all: true });
    offered.when(answer('li')).then();
    offered.when(answer('zhao')).thenRejected('NOT_A_PARTY');
  });

  it('may be asked while consents are still out', () => {
    proposed().after(offer('anna')).when(answer('li')).then('MediatorAccepted');
  });

  it('and none of them is asked twice about the same one', () => {
    consented().after(offer('anna')).when(offer('anna')).then();
    mediated().when(offer('anna')).then();
    mediated().when(answer('li')).thenRejected('NO_MEDIATOR_OFFERED');
    const refused = consented().after(offer('anna')).after(answer('li')).after(answer('wang', false));
    refused.when(answer('li')).thenRejected('NO_MEDIATOR_OFFERED');
    refused.when(offer('anna')).thenRejected('MEDIATOR_REFUSED_BEFORE', { field: 'mediatorId' });
  });

  it('after three offers in vain the director names one, and they are asked again', () => {
    const inVain = ['bo', 'cai', 'dan'].reduce(
      (given, id) => given.after(offer(id), { mediator: registered(id) }).after(answer('li', false)),
      consented(),
    );
    inVain.when(offer('anna')).thenRejected('DIRECTOR_NAMES_MEDIATOR', { maxOffers: 3 });
    const byDirector = { actor: director, mayName: true };
    inVain.when(offer('anna'), byDirector).thenData('MediatorProposed', { offer: 4, named: true, by: 'boss' });
    inVain.after(offer('anna'), byDirector).when(answer('li', false)).then('MediatorRefused');
  });

  it('whoever mediates may be replaced between sessions, and stays until another is accepted', () => {
    const offered = scheduled().after(offer('bo'), { mediator: registered('bo') });
    offered.after(answer('li')).after(answer('wang', false));
    offered.when(offer('cai'), { mediator: registered('cai') }).thenData('MediatorProposed', { offer: 3 });
    const during = { now: at('03-12 15:00'), mediator: registered('bo') };
    scheduled()
      .when(offer('bo'), during)
      .thenRejected('SESSION_UNDER_WAY', { endsAt: at('03-12 17:00') });
    scheduled()
      .when(offer('bo'), { ...during, now: at('03-12 17:00') })
      .then('MediatorProposed');
    scheduled()
      .after(offer('bo'), { mediator: registered('bo') })
      .after(answer('li'))
      .when(answer('wang'), { now: at('03-12 15:10') })
      .thenRejected('SESSION_UNDER_WAY');
  });
});

describe('only somebody of the register mediates', () => {
  const offered = (fields: Parameters<typeof registered>[1], given: Partial<ReturnType<typeof context>> = {}) =>
    consented().when(offer('bo'), { mediator: registered('bo', fields), ...given });

  it('certified and at his post', () => {
    consented().when(offer('bo'), { mediator: undefined }).thenRejected('MEDIATOR_NOT_REGISTERED');
    offered({ active: false }).thenRejected('MEDIATOR_NOT_REGISTERED');
    const lapsed = [{ from: at('01-01 00:00'), to: at('03-10 11:00') }];
    offered({ certified: lapsed }).thenRejected('MEDIATOR_NOT_REGISTERED');
    offered({ certified: lapsed }, { now: at('03-10 10:59') }).then('MediatorProposed');
  });

  it('who is no party, nor kin of one, nor complained about', () => {
    offered({ personRef: 'wang' }).thenRejected('MEDIATOR_IS_PARTY');
    offered({ kin: ['zhao', 'li'] }).thenRejected('MEDIATOR_IS_KIN');
    offered({ kin: ['zhao'] }).then('MediatorProposed');
    offered({}, { complaint: { targets: ['bo'], centres: [] } }).thenRejected('MEDIATOR_IN_COMPLAINT');
    offered({ unit: 'X' }, { complaint: { targets: [], centres: ['X'] } }).thenRejected('MEDIATOR_IN_COMPLAINT');
  });

  it('who is there at the session that is fixed', () => {
    const leaves = [{ from: at('03-12 16:00'), to: at('03-13 08:30') }];
    offered({ leaves }).then('MediatorProposed');
    scheduled()
      .when(offer('bo'), { mediator: registered('bo', { leaves }) })
      .thenRejected('MEDIATOR_ON_LEAVE');
  });

  it('a woman where the dispute demands one', () => {
    const man = { mediator: registered('bo', { woman: false }) };
    consented({ womanMediator: true }).when(offer('bo'), man).thenRejected('WOMAN_MEDIATOR_NEEDED');
    consented().when(offer('bo'), man).thenData('MediatorProposed', { woman: false });
    consented({ womanMediator: true }).when(offer('anna')).thenData('MediatorProposed', { woman: true });
  });
});

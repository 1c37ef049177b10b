import { describe, expect, it } from '@jest/globals';
import {
  answer,
  at,
  director,
  draft,
  mediations,
  offer,
  oral,
  registered,
  schedule,
  seal,
  sign,
  term,
} from './mediation.fixture.js';

const { scheduled, held, drafted } = mediations;
const now = at('03-12 15:40');

describe('an oral agreement', () => {
  it('has effect at once', () => {
    const agreed = held().when(oral(term()), { now });
    agreed.then('OralAgreementReached').thenData('OralAgreementReached', { mediatorId: 'anna', terms: [term()] });
    expect(agreed.state()).toMatchObject({ stage: 'PERFORMING', agreement: { kind: 'ORAL' } });
    held().when(oral(), { now }).then('OralAgreementReached');
  });

  it('follows a session', () => {
    scheduled().when(oral(term()), { now }).thenRejected('NO_SESSION_HELD');
  });

  it('does not do for tenure or much money', () => {
    held({ writtenOnly: true }).when(oral(term()), { now }).thenRejected('WRITTEN_ONLY');
    const shared = [term({ amount: 2_500_000 }), term({ term: 2, obligor: 'li', amount: 2_500_000 })];
    held()
      .when(oral(...shared), { now })
      .then('OralAgreementReached');
    held()
      .when(oral(...shared, term({ term: 3, amount: 1 })), { now })
      .thenRejected('WRITTEN_ONLY', { writtenAbove: 5_000_000 });
  });
});

describe('the terms of an agreement', () => {
  it('bind parties, from today on, one after the other', () => {
    held()
      .when(draft(term({ obligor: 'zhao' })), { now })
      .thenRejected('NOT_A_PARTY', { field: 'terms' });
    held()
      .when(draft(term({ dueOn: '2026-03-11' })), { now })
      .thenRejected('TERM_DUE_IN_THE_PAST', { term: 1 });
    held()
      .when(draft(term({ dueOn: '2026-03-12' })), { now })
      .then('AgreementDrafted');
    held().when(draft(term(), term()), { now }).thenRejected('TERMS_MISNUMBERED');
  });

  it('are there, and in words', () => {
    held().when(draft(), { now }).thenRejected('TERMS_MISSING', { field: 'terms' });
    held()
      .when({ type: 'DraftAgreement', data: { terms: [term()], content: ' ' } }, { now })
      .thenRejected('CONTENT_MISSING', { field: 'content' });
    scheduled().when(draft(term()), { now }).thenRejected('NO_SESSION_HELD');
  });
});

describe('a written agreement', () => {
  it('has effect once all have signed, the mediator has and the seal is set, in whatever order', () => {
    const steps = [sign('li'), sign('wang'), sign('anna'), seal];
    for (const last of steps) {
      const almost = steps.filter((step) => step !== last).reduce((given, step) => given.after(step), drafted());
      expect(almost.history().map(({ type }) => type)).not.toContain('AgreementEffective');
      almost
        .when(last, { actor: director })
        .then(last === seal ? 'AgreementSealed' : 'AgreementSigned', 'AgreementEffective')
        .thenData('AgreementEffective', { draft: 1, terms: [term({ amount: 6_000_000 })] });
    }
  });

  it('is signed once by each, and by nobody else', () => {
    drafted().when(sign('li')).thenData('AgreementSigned', { draft: 1, as: 'PARTY', manner: 'SIGNATURE' });
    drafted().when(sign('anna')).thenData('AgreementSigned', { as: 'MEDIATOR' });
    drafted().after(sign('li')).when(sign('li')).then();
    drafted().after(seal).when(seal).then();
    drafted().when(sign('zhao')).thenRejected('NOT_A_SIGNER', { field: 'signer' });
    held().when(sign('li')).thenRejected('NO_DRAFT');
    held().when(seal).thenRejected('NO_DRAFT');
  });

  it('is signed anew when it is drafted anew', () => {
    const redrafted = [sign('li'), sign('wang'), seal, draft(term())].reduce(
      (given, step) => given.after(step),
      drafted(),
    );
    redrafted.when(sign('anna')).then('AgreementSigned').thenData('AgreementSigned', { draft: 2 });
    expect(redrafted.state().draft).toMatchObject({ draft: 2, sealed: false });
  });

  it('needs the signature of who mediates now', () => {
    const replaced = drafted()
      .after(sign('anna'))
      .after(offer('bo'), { mediator: registered('bo') })
      .after(answer('li'))
      .after(answer('wang'));
    const almost = [sign('li'), sign('wang'), seal].reduce((given, step) => given.after(step), replaced);
    almost.when(sign('anna')).thenRejected('NOT_A_SIGNER');
    almost.when(sign('bo')).then('AgreementSigned', 'AgreementEffective');
  });

  it('ends the mediation', () => {
    const agreed = [sign('li'), sign('wang'), sign('anna'), seal].reduce((given, step) => given.after(step), drafted());
    agreed.when(schedule('03-20 09:00')).thenRejected('MEDIATION_OVER', { stage: 'PERFORMING' });
    agreed.when(sign('li')).thenRejected('MEDIATION_OVER');
    agreed.when(draft(term())).thenRejected('MEDIATION_OVER');
  });
});

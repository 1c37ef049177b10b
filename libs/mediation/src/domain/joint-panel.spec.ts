import { describe, expect, it } from '@jest/globals';
import type { MediationContext, RegisteredMediator } from './mediation-context.js';
import {
  answer,
  at,
  director,
  draft,
  mediations,
  offer,
  registered,
  schedule,
  seal,
  sign,
  term,
} from './mediation.fixture.js';
import { record } from './mediation.fixture.js';
import { mediating } from './mediation.state.js';
import type { Proposal } from './mediation.events.js';

const of = (township: string | null, fields: Partial<RegisteredMediator> = {}) => ({
  township,
  woman: false,
  ...fields,
});
const kay = registered('kay', { ...of(null), unit: 'K-MEDIATION' });
const tom = registered('tom', of('T01'));
const tess = registered('tess', { ...of('T02'), unit: 'T02-STABILITY_MEDIATION' });
const panel = { panel: [tom, tess] };

/** Over a ditch between two townships. */
const consented = (fields: Partial<Proposal> = {}) =>
  mediations.consented({ tier: 'K', panel: ['T01', 'T02'], ...fields });

type Given = ReturnType<typeof consented>;
const accepted = (given: Given, mediator: RegisteredMediator): Given =>
  given.after(offer(mediator.cadreId), { mediator }).after(answer('li')).after(answer('wang'));
const seated = (fields: Partial<Proposal> = {}) => [kay, tom, tess].reduce(accepted, consented(fields));
const byKay: Partial<MediationContext> = { mediator: kay, ...panel };

describe('a dispute of several townships is mediated by a joint panel', () => {
  it('led by the county’s, with one of each township', () => {
    const { mediator, panel: seats } = seated().state();
    expect(mediator).toBe('kay');
    expect(seats).toEqual([
      { township: 'T01', mediatorId: 'tom' },
      { township: 'T02', mediatorId: 'tess' },
    ]);
  });

  it('each of whom every party accepts', () => {
    consented()
      .after(offer('tom'), { mediator: tom })
      .after(answer('li'))
      .when(answer('wang', false))
      .then('MediatorRefused');
    const offered = consented().when(offer('tom'), { mediator: tom });
    offered.thenData('MediatorProposed', { mediatorId: 'tom', township: 'T01' });
    consented()
      .after(offer('tom'), { mediator: tom })
      .when(answer('li'))
      .thenData('MediatorAccepted', { all: false, township: 'T01' });
  });

  it('and nobody of a township that has no part in it, no party and no kin', () => {
    consented()
      .when(offer('sue'), { mediator: registered('sue', of('T03')) })
      .thenRejected('NOT_OF_THE_PANEL', { townships: ['T01', 'T02'] });
    consented()
      .when(offer('tom'), { mediator: { ...tom, kin: ['wang'] } })
      .thenRejected('MEDIATOR_IS_KIN');
  });

  it('and does not meet before every seat is taken', () => {
    accepted(accepted(consented(), kay), tom)
      .when(schedule('03-12 15:00'), byKay)
      .thenRejected('PANEL_SEATS_EMPTY', { townships: ['T02'] });
    accepted(accepted(consented(), tom), tess).when(schedule('03-12 15:00'), byKay).thenRejected('MEDIATOR_MISSING');
    seated().when(schedule('03-12 15:00'), byKay).then('RightsInformed', 'SessionScheduled');
  });

  it('all of whom stand on the register and are there on the day', () => {
    const away = { ...tess, leaves: [{ from: at('03-12 00:00'), to: at('03-13 24:00') }] };
    seated()
      .when(schedule('03-12 15:00'), { mediator: kay, panel: [tom, away] })
      .thenRejected('MEDIATOR_ON_LEAVE', { mediatorId: 'tess' });
    seated()
      .when(schedule('03-12 15:00'), { mediator: kay, panel: [tom] })
      .thenRejected('MEDIATOR_NOT_REGISTERED', { mediatorId: 'tess' });
  });

  it('with one woman among them where a family wants one', () => {
    const family = () => seated({ womanMediator: true });
    family().when(schedule('03-12 15:00'), byKay).thenRejected('WOMAN_MEDIATOR_NEEDED');
    family()
      .when(schedule('03-12 15:00'), { mediator: kay, panel: [tom, { ...tess, woman: true }] })
      .then('RightsInformed', 'SessionScheduled');
  });

  it('and gives its seat to another whom the parties accept, who then has no say any more', () => {
    const other = registered('ted', of('T01'));
    const replaced = accepted(seated(), other);
    expect(mediating(replaced.state())).toEqual(['kay', 'tess', 'ted']);
    replaced
      .when(schedule('03-12 15:00'), {
        actor: { id: 'tom', role: 'MEDIATOR', path: '/county/T01' },
        hasOtherPart: false,
      })
      .thenRejected('REASSIGNED_MEANWHILE');
  });

  it('and all of it signs what the parties have agreed in writing', () => {
    const now = { now: at('03-12 16:00') };
    const signed = [
      draft(term({ amount: 6_000_000 })),
      sign('li'),
      sign('wang'),
      sign('kay'),
      sign('tom'),
      seal,
    ].reduce(
      (given, step) => given.after(step, now),
      seated().after(schedule('03-12 15:00'), byKay).after(record('li', 'wang'), now),
    );
    expect(signed.state().stage).toBe('IN_SESSION');
    signed.when(sign('boss'), { ...now, actor: director }).thenRejected('NOT_A_SIGNER');
    signed.when(sign('tess'), now).then('AgreementSigned', 'AgreementEffective');
  });
});

import { describe, expect, it } from '@jest/globals';
import { at, consent, mediations, offer, answer, record, registered, schedule } from './mediation.fixture.js';

const { proposed, consented, mediated, scheduled, held } = mediations;

describe('a session is fixed', () => {
  it('once all have consented and accepted who mediates', () => {
    proposed()
      .after(consent('li'))
      .when(schedule('03-12 15:00'))
      .thenRejected('CONSENT_MISSING', { awaited: ['wang'] });
    consented().when(schedule('03-12 15:00')).thenRejected('MEDIATOR_MISSING');
    consented().after(offer('anna')).after(answer('li')).when(schedule('03-12 15:00')).thenRejected('MEDIATOR_MISSING');
    mediated()
      .when(schedule('03-12 15:00'))
      .then('RightsInformed', 'SessionScheduled')
      .thenData('SessionScheduled', { session: 1, endsAt: at('03-12 17:00'), parties: ['li', 'wang'], by: 'anna' });
  });

  it('on a later working day', () => {
    mediated().when(schedule('03-10 10:00')).thenRejected('SESSION_IN_THE_PAST', { field: 'startsAt' });
    mediated()
      .when(schedule('03-10 16:00'))
      .thenRejected('NOTICE_TOO_SHORT', { earliest: at('03-11 00:00') });
    mediated().when(schedule('03-11 08:30')).then('RightsInformed', 'SessionScheduled');
    mediated().when(schedule('03-14 09:00')).thenRejected('SESSION_ON_DAY_OFF', { field: 'startsAt' });
    const beforeNewYear = { now: at('02-13 17:00') };
    mediated().when(schedule('02-14 09:00'), beforeNewYear).then('RightsInformed', 'SessionScheduled');
    mediated()
      .when(schedule('02-24 09:00'), { now: at('02-14 09:00') })
      .then('RightsInformed', 'SessionScheduled');
    mediated()
      .when(schedule('02-16 09:00'), { now: at('02-14 09:00') })
      .thenRejected('NOTICE_TOO_SHORT', { earliest: at('02-24 00:00') });
  });

  it('at two hours where the dispute may flare up, a day off too', () => {
    const urgent = mediated({ urgent: true });
    urgent.when(schedule('03-10 12:59')).thenRejected('NOTICE_TOO_SHORT', { earliest: at('03-10 13:00') });
    urgent.when(schedule('03-10 13:00')).then('RightsInformed', 'SessionScheduled');
    urgent.when(schedule('03-14 09:00')).then('RightsInformed', 'SessionScheduled');
  });

  it('with somebody who is there and still certified', () => {
    const leaves = [{ from: at('03-12 08:30'), to: at('03-13 08:30') }];
    const away = { mediator: registered('anna', { leaves }) };
    mediated().when(schedule('03-12 15:00'), away).thenRejected('MEDIATOR_ON_LEAVE');
    mediated().when(schedule('03-13 09:00'), away).then('RightsInformed', 'SessionScheduled');
    const certified = [{ from: at('01-01 00:00'), to: at('03-12 00:00') }];
    mediated()
      .when(schedule('03-12 15:00'), { mediator: registered('anna', { certified }) })
      .thenRejected('MEDIATOR_NOT_REGISTERED');
  });

  it('for some time', () => {
    mediated()
      .when(schedule('03-12 15:00', { endsAt: at('03-12 15:00') }))
      .thenRejected('SESSION_ENDS_BEFORE_START');
    mediated()
      .when(schedule('03-12 15:00', { endsAt: at('03-12 15:30') }))
      .thenData('SessionScheduled', { endsAt: at('03-12 15:30') });
  });

  it('separately with some of the parties', () => {
    const separate = (...parties: readonly string[]) => schedule('03-12 15:00', { form: 'SEPARATE', parties });
    mediated()
      .when(separate('li', 'li'))
      .thenData('SessionScheduled', { form: 'SEPARATE', parties: ['li'] });
    mediated().when(separate()).thenRejected('PARTIES_MISSING', { field: 'parties' });
    mediated().when(separate('zhao')).thenRejected('NOT_A_PARTY', { field: 'parties' });
  });

  it('and moved, keeping its number, until it has begun', () => {
    scheduled().when(schedule('03-13 09:00')).then('SessionScheduled').thenData('SessionScheduled', { session: 1 });
    scheduled()
      .when(schedule('03-13 09:00'), { now: at('03-12 15:01') })
      .thenRejected('SESSION_UNDER_WAY');
    scheduled()
      .when(schedule('03-13 09:00'), { now: at('03-12 18:00') })
      .thenData('SessionScheduled', { session: 1 });
  });
});

describe('a session is held', () => {
  it('and its minutes are kept', () => {
    scheduled()
      .when(record('li', 'wang'), { now: at('03-12 15:00') })
      .thenData('SessionHeld', { session: 1, form: 'JOINT', attended: ['li', 'wang'], by: 'anna' });
    const blank = { type: 'RecordSession', data: { attended: ['li'], minutes: ' ' } } as const;
    scheduled()
      .when(blank, { now: at('03-12 15:00') })
      .thenRejected('MINUTES_MISSING');
  });

  it('not before it starts, nor twice, nor where none is fixed', () => {
    scheduled()
      .when(record('li'), { now: at('03-12 14:59') })
      .thenRejected('SESSION_NOT_STARTED', { startsAt: at('03-12 15:00') });
    held().when(record('li')).thenRejected('NO_SESSION_FIXED');
    mediated().when(record('li')).thenRejected('NO_SESSION_FIXED');
  });

  it('with those it was fixed for', () => {
    const now = at('03-12 15:10');
    scheduled().when(record('zhao'), { now }).thenRejected('PARTY_NOT_IN_SESSION', { party: 'zhao' });
    scheduled().when(record(), { now }).thenRejected('ATTENDANCE_MISSING');
    const separate = schedule('03-12 15:00', { form: 'SEPARATE', parties: ['li'] });
    mediated().after(separate).when(record('li', 'wang'), { now }).thenRejected('PARTY_NOT_IN_SESSION');
  });

  it('and another may follow, whose rights were told already', () => {
    const second = held().when(schedule('03-13 09:00'), { now: at('03-12 16:00') });
    second.then('SessionScheduled').thenData('SessionScheduled', { session: 2 });
    expect(second.state().sessions.map(({ session, held: done }) => [session, done])).toEqual([
      [1, true],
      [2, false],
    ]);
  });
});

import { describe, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import { scenario } from '#testing';
import { answer, at, consent, context, offer, propose, record, registered, schedule } from './mediation.fixture.js';
import type { PostponeSession } from './mediation.commands.js';
import { mediationDecider } from './mediation.decider.js';

const postpone: PostponeSession = { type: 'PostponeSession', data: { mediatorId: 'anna' } };
const leave = { now: at('03-13 08:30'), actor: SYSTEM };

/** By `anna`, on Friday 13 March at 09:00. */
const fixed = () =>
  scenario(mediationDecider, context())
    .after(propose())
    .after(consent('li'))
    .after(consent('wang'))
    .after(offer('anna'))
    .after(answer('li'))
    .after(answer('wang'))
    .after(schedule('03-13 09:00'));

describe('a session whose mediator goes on leave and whom nobody replaces', () => {
  it('is held on the next working day at the same time', () => {
    fixed()
      .when(postpone, leave)
      .then('SessionScheduled')
      .thenData('SessionScheduled', {
        session: 1,
        startsAt: at('03-16 09:00'),
        endsAt: at('03-16 11:00'),
        parties: ['li', 'wang'],
        because: 'MEDIATOR_ON_LEAVE',
      });
  });

  it('stays where the parties have accepted another mediator', () => {
    fixed()
      .after(offer('bo'), { mediator: registered('bo') })
      .after(answer('li'))
      .after(answer('wang'))
      .when(postpone, leave)
      .then();
  });

  it('stays once it has begun or was held', () => {
    fixed()
      .when(postpone, { now: at('03-13 09:00') })
      .then();
    fixed()
      .after(record('li', 'wang'), { now: at('03-13 10:00') })
      .when(postpone, { now: at('03-13 11:00') })
      .then();
  });
});

describe('a mediator whom the parties have replaced', () => {
  const replaced = () =>
    fixed()
      .after(offer('bo'), { mediator: registered('bo') })
      .after(answer('li'))
      .after(answer('wang'));
  const session = { now: at('03-13 10:00') };

  it('is told so, unless he has the case in another part', () => {
    replaced()
      .when(record('li'), { ...session, hasOtherPart: false })
      .thenRejected('REASSIGNED_MEANWHILE');
    replaced().when(record('li'), session).then('SessionHeld');
  });
});

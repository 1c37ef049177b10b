import { describe, expect, it } from '@jest/globals';
import { at, context, extend, mediations } from './mediation.fixture.js';

const { mediated, scheduled, held } = mediations;
const all = ['li', 'wang'] as const;

describe('a mediation is extended', () => {
  it('where all the parties agree to it, and by how many days they agree', () => {
    const extended = held().when(extend(20, 'wang', 'li'));
    extended.then('MediationExtended').thenData('MediationExtended', {
      limit: { unit: 'CD', n: 20 },
      parties: ['li', 'wang'],
      by: 'anna',
    });
    expect(extended.state().stage).toBe('IN_SESSION');
    held()
      .when(extend(20, 'li'))
      .thenRejected('NOT_AGREED_BY_ALL', { missing: ['wang'] });
    held()
      .when(extend(20, 'li', 'wang', 'zhao'))
      .thenRejected('NOT_A_PARTY', { party: 'zhao' });
  });

  it('once, by thirty days at most', () => {
    held()
      .when(extend(30, ...all))
      .then('MediationExtended');
    held()
      .when(extend(31, ...all))
      .thenRejected('EXTENSION_TOO_LONG', { field: 'days' });
    held()
      .when(extend(0, ...all))
      .thenRejected('EXTENSION_TOO_LONG', { field: 'days' });
    held()
      .after(extend(5, ...all))
      .when(extend(5, ...all))
      .thenRejected('ALREADY_EXTENDED');
  });

  it('instead of an extension of the case, not besides', () => {
    const given = { limit: { dueAt: at('04-09 24:00'), extended: true } };
    held()
      .when(extend(5, ...all), given)
      .thenRejected('ALREADY_EXTENDED');
  });

  it('while it goes on, before the case is due', () => {
    mediated()
      .when(extend(5, ...all))
      .thenRejected('NO_SESSION_FIXED');
    scheduled()
      .when(extend(5, ...all))
      .then('MediationExtended');
    scheduled()
      .when(extend(5, ...all), { now: at('04-09 24:00') + 1 })
      .thenRejected('LIMIT_ALREADY_PASSED');
    const { limit: _, ...standing } = context();
    held()
      .when(extend(5, ...all), { ...standing, limit: undefined })
      .thenRejected('LIMIT_STANDS_STILL');
  });
});

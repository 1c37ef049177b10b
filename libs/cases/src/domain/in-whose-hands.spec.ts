import { describe, expect, it } from '@jest/globals';
import { POLICY, acknowledge, assign, at, cadre, cases, director, resolve, respond } from './case.fixture.js';
import type { CaseCommand } from './case.commands.js';
import { lead } from './dispute.fixture.js';
import { heldInAll, inWhoseHands } from './in-whose-hands.js';

const anna = cadre('anna');
const HOUR = 3_600_000;

const suspend: CaseCommand = {
  type: 'SuspendCase',
  data: { reason: 'MATERIALS', note: 'papers are missing', until: at('03-13 09:00') },
};

/** Accepted at ten, assigned at eleven, acknowledged at one, answered, suspended over a day, resolved. */
const lamp = cases
  .accepted()
  .after(assign, { actor: director, now: at('03-09 11:00') })
  .after(acknowledge, { actor: anna, now: at('03-09 13:00') })
  .after(respond, { actor: anna, now: at('03-09 15:00') })
  .after(suspend, { ...lead, now: at('03-10 09:00') })
  .after({ type: 'ResumeCase', data: {} }, { ...lead, now: at('03-11 09:00') })
  .after(resolve, { actor: anna, now: at('03-11 12:00') });

describe('in whose hands a case was', () => {
  it('is told from its registration on without a gap', () => {
    expect(inWhoseHands(lamp.history())).toEqual([
      { hands: { kind: 'CENTRE' }, tier: 'V', from: at('03-09 09:00'), to: at('03-09 11:00') },
      { hands: { kind: 'CADRE', cadreId: 'anna' }, tier: 'V', from: at('03-09 11:00'), to: at('03-10 09:00') },
      { hands: { kind: 'SUSPENDED', reason: 'MATERIALS' }, tier: 'V', from: at('03-10 09:00'), to: at('03-11 09:00') },
      { hands: { kind: 'CADRE', cadreId: 'anna' }, tier: 'V', from: at('03-11 09:00'), to: at('03-11 12:00') },
      { hands: { kind: 'REVIEWERS' }, tier: 'V', from: at('03-11 12:00') },
    ]);
  });

  it('adds up for each, in all and in working hours', () => {
    const held = heldInAll(inWhoseHands(lamp.history()), POLICY.calendar, at('03-12 12:00'));
    expect(held.map(({ hands, ms, workingMinutes }) => [hands.kind, ms / HOUR, workingMinutes / 60])).toEqual([
      ['CADRE', 25, 8],
      ['SUSPENDED', 24, 7],
      ['REVIEWERS', 24, 7],
      ['CENTRE', 2, 2],
    ]);
  });
});

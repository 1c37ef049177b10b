import { describe, expect, it } from '@jest/globals';
import { SYSTEM } from '#kernel';
import type { CaseCommand } from './case.commands.js';
import { at, cases, li } from './case.fixture.js';
import type { Party } from './case-types.js';

const elder: Party = { partyId: 'wu', side: 'REPORTER', vulnerable: true };
const joins = (party: Party, source = 'c9'): CaseCommand => ({
  type: 'AbsorbCase',
  data: { source, sourceNo: 'N9', parties: [party] },
});
const bySystem = (now: number) => ({ actor: SYSTEM, now });

describe('somebody who needs more care and joins a case', () => {
  const resolveOf = (walk: ReturnType<typeof cases.accepted>) =>
    walk.state().clocks.find(({ step }) => step === 'resolve');

  it('raises it one step, and its open limits are counted again from their own start', () => {
    const before = cases.accepted();
    const { startedAt, dueAt } = resolveOf(before)!;
    const raised = before.after(joins(elder), bySystem(startedAt + 60_000));
    expect(raised.state().file).toMatchObject({ profile: 'S-URG', priority: 'P2' });
    const after = resolveOf(raised)!;
    expect(after.startedAt).toBe(startedAt);
    expect(after.dueAt).toBeLessThan(dueAt);
    expect(after.limit).toEqual({ unit: 'WD', n: 3 });
  });

  it('never lets a rung fire in the past: what is late by the new count is late now', () => {
    const now = at('03-30 10:00');
    const raised = cases.accepted().after(joins(elder), bySystem(now));
    for (const { rungs } of raised.state().clocks)
      for (const rung of rungs) expect(rung.at).toBeGreaterThanOrEqual(now);
  });

  it('raises it once, and others do not', () => {
    const raised = cases.accepted().after(joins(elder));
    raised.when(joins({ ...elder, partyId: 'xu' }, 'c10')).then('CaseAbsorbed');
    cases
      .accepted({ parties: [li] })
      .when(joins({ ...elder, vulnerable: false }))
      .then('CaseAbsorbed');
    cases
      .accepted({ parties: [{ ...li, vulnerable: true }] })
      .when(joins(elder))
      .then('CaseAbsorbed');
  });

  it('leaves a case that is urgent already as it is', () => {
    cases.accepted({ typeCode: 'REQ-SAF' }).when(joins(elder)).then('CaseAbsorbed');
  });
});

import { describe, expect, it } from '@jest/globals';
import { demoMatters } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { fromIso } from '#working-time';
import { fateOf } from './fate.js';

const matters = demoMatters({
  count: 300,
  from: fromIso('2026-03-02T08:00+08:00'),
  to: fromIso('2026-03-16T08:00+08:00'),
  policy: CURRENT_POLICY,
});
const fates = matters.map((matter) => ({ matter, fate: fateOf(matter, 20060101) }));

describe('what people will do about the matters of a fortnight', () => {
  it('is the same for the same matter and seed', () => {
    expect(matters.map((matter) => fateOf(matter, 20060101))).toEqual(fates.map(({ fate }) => fate));
  });

  it('leaves an answer on the spot to those who have a counter or live in the village', () => {
    const atOnce = fates.filter(({ fate }) => fate.exit === 'AT_ONCE');
    expect(atOnce.length).toBeGreaterThan(0);
    expect(atOnce.map(({ matter }) => matter.channel)).not.toContain('ENTERPRISE');
  });

  it('has everything in store that the demo is there to show', () => {
    const disputes = fates.filter(({ matter }) => matter.typeCode.startsWith('DSP-'));
    const courses = new Set(disputes.map(({ fate }) => fate.courses[0]));
    expect([...courses].sort()).toEqual(['DECLINED', 'FAILED', 'ORAL', 'TERMINATED', 'VIOLENCE', 'WRITTEN']);
    const told = fates.filter(({ matter }) => matter.twinOf !== undefined);
    expect(told.some(({ fate }) => fate.unmerged) && told.some(({ fate }) => !fate.unmerged)).toBe(true);
    const dissatisfied = ({ fate }: (typeof fates)[number], round: number): boolean =>
      (fate.verdicts[round]?.[0]?.rating ?? 5) <= CURRENT_POLICY.review.dissatisfiedUpTo;
    expect(fates.some((one) => dissatisfied(one, 0) && dissatisfied(one, 1))).toBe(true);
    expect(fates.some(({ fate }) => fate.suspended)).toBe(true);
    expect(fates.some(({ fate }) => fate.raised)).toBe(true);
  });
});

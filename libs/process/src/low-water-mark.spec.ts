import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coalescingDelay, isUrgent } from './coalescing.js';
import { LowWaterMark, type Hold } from './low-water-mark.js';

const position = (n: number): string => String(n).padStart(6, '0');

describe('the low-water mark', () => {
  it('stands before the earliest event that waits, and at the head when none does', () => {
    const mark = new LowWaterMark(position(0));
    const first = mark.hold(position(0));
    const second = mark.hold(position(3));
    mark.advance(position(9));
    expect(mark.value).toBe(position(0));
    mark.release(first);
    expect(mark.value).toBe(position(3));
    mark.release(second);
    expect(mark.value).toBe(position(9));
  });

  it('never passes an event that waits, in whatever order the others get through, and never goes back', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ waits: fc.boolean(), release: fc.nat() }), { maxLength: 60 }), (steps) => {
        const mark = new LowWaterMark(position(0));
        const waiting: { n: number; hold: Hold }[] = [];
        let last = mark.value;
        steps.forEach(({ waits, release }, index) => {
          const n = index + 1;
          if (waits) waiting.push({ n, hold: mark.hold(position(n - 1)) });
          mark.advance(position(n));
          if (release % 2 === 0 && waiting.length > 0)
            mark.release(waiting.splice(release % waiting.length, 1)[0]!.hold);
          const earliest = Math.min(...waiting.map((each) => each.n), n + 1);
          expect(mark.value).toBe(position(earliest - 1));
          expect(mark.value >= last).toBe(true);
          last = mark.value;
        });
      }),
    );
  });
});

describe('coalescing', () => {
  it('is short while little is going on and grows to its longest under backlog', () => {
    expect([0, 1, 4].map((waiting) => coalescingDelay(waiting))).toEqual([250, 250, 250]);
    expect(coalescingDelay(40)).toBe(2_500);
    expect(coalescingDelay(10_000)).toBe(5_000);
  });

  it('never keeps a rung waiting that is less than ten seconds away', () => {
    const rung = { round: 1, step: 'ack', attempt: 1, level: 'E1', at: 100_000 };
    expect(isUrgent([rung], 90_001)).toBe(true);
    expect(isUrgent([rung], 90_000)).toBe(false);
    expect(isUrgent([], 90_001)).toBe(false);
  });
});

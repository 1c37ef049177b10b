import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { goodSince, pastWork } from './past-work.js';

interface Step {
  readonly at: number;
  readonly onTime: boolean;
}
const onTime = ({ onTime: good }: Step): boolean => good;
const anew = (steps: readonly Step[], since: number) => {
  const counted = steps.filter(({ at }) => at >= since);
  return { good: counted.filter(onTime).length, all: counted.length };
};

describe('what somebody has done', () => {
  it('is counted on as it grows and as time goes on, as if it were counted anew', () => {
    const days = fc.array(fc.record({ gap: fc.nat(9), good: fc.boolean(), asked: fc.nat(3) }), { maxLength: 60 });
    fc.assert(
      fc.property(days, (lived) => {
        const steps: Step[] = [];
        const work = pastWork(steps);
        let now = 0;
        for (const { gap, good, asked } of lived) {
          steps.push({ at: (now += gap), onTime: good });
          for (let n = 0; n < asked; n += 1) {
            const { good: counted, all } = goodSince(work, now - 20, 0, onTime);
            expect({ good: counted, all }).toEqual(anew(steps, now - 20));
          }
        }
      }),
    );
  });

  it('is counted anew for an earlier time, and by another measure', () => {
    const ratings = pastWork([1, 2, 3, 4, 5].map((rating) => ({ at: rating, rating })));
    const above = ({ rating }: { rating: number }, bound: number): boolean => rating > bound;
    const asked = (since: number, bound: number) => {
      const { good, all } = goodSince(ratings, since, bound, above);
      return [good, all];
    };
    expect(asked(4, 2)).toEqual([2, 2]);
    expect(asked(2, 2)).toEqual([3, 4]);
    expect(asked(2, 3)).toEqual([2, 4]);
  });
});

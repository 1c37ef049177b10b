import { describe, expect, it } from '@jest/globals';
import { demoMatters } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { fromIso } from '#working-time';
import { isJoined, lifeOf, type Life } from './life.js';
import { move } from './move.js';

const from = fromIso('2026-03-02T08:00+08:00');
const [first, second] = demoMatters({
  ...{ count: 2, from, to: fromIso('2026-03-16T08:00+08:00'), policy: CURRENT_POLICY },
});
const clerk = { id: 'S1', role: 'WINDOW_CLERK', path: '/county/T01', unitId: 'T01' };
const told = lifeOf(first!, clerk, 1);
const again = (type: string): Life => ({
  ...lifeOf({ ...second!, twinOf: first!.key }, clerk, 1),
  next: move(from, 'DIRECTOR', type),
});

describe('a matter that is told twice', () => {
  it('changes with the one that goes into it or comes out of it, and with nothing else that is done to that', () => {
    expect(isJoined(again('MergeCase'), told)).toBe(true);
    expect(isJoined(again('UnmergeCase'), told)).toBe(true);
    expect(isJoined(again('AcceptCase'), told)).toBe(false);
    expect(isJoined(again('MergeCase'), lifeOf(second!, clerk, 1))).toBe(false);
  });
});

import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from './clock.js';

describe('a virtual clock', () => {
  it('stands still until it is moved, and never goes back', () => {
    const clock = new VirtualClock(1_000);
    clock.moveTo(2_000);
    expect(clock.now()).toBe(2_000);
    expect(clock.standsStill).toBe(true);
    expect(() => clock.moveTo(1_999)).toThrow(RangeError);
  });

  it('goes as the wall does once it is let go, which it is not while it is ahead', () => {
    const ahead = new VirtualClock(Date.now() + 60_000);
    expect(() => ahead.release()).toThrow(RangeError);
    expect(ahead.standsStill).toBe(true);

    const clock = new VirtualClock(1_000);
    const before = Date.now();
    clock.release();
    expect(clock.now()).toBeGreaterThanOrEqual(before);
    expect(clock.standsStill).toBe(false);
  });
});

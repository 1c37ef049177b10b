import { describe, expect, it } from '@jest/globals';
import { medianOf, percentileOf } from './distribution.js';

describe('how long it took', () => {
  it('is told by the one in the middle, or between the two', () => {
    expect(medianOf([1, 5, 100])).toBe(5);
    expect(medianOf([1, 5, 7, 100])).toBe(6);
    expect(medianOf([])).toBeUndefined();
  });

  it('is told by what nine of ten did not exceed', () => {
    expect(percentileOf([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 0.9)).toBe(90);
    expect(percentileOf([10, 20, 30], 0.9)).toBe(30);
    expect(percentileOf([10], 0.9)).toBe(10);
    expect(percentileOf([], 0.9)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { monthsAfter, startOfDay } from '#cadres/domain';

const local = (text: string): number => Date.parse(`${text}+08:00`);

describe('local days', () => {
  it('start at midnight of the county, whatever the hour', () => {
    expect(startOfDay(local('2026-02-14T00:00'))).toBe(local('2026-02-14T00:00'));
    expect(startOfDay(local('2026-02-14T23:59:59.999'))).toBe(local('2026-02-14T00:00'));
    expect(startOfDay(local('2026-02-14T07:59'))).toBe(local('2026-02-14T00:00'));
  });

  it('so many months later are the same day, or the last of a shorter month', () => {
    expect(monthsAfter(local('2025-03-10T09:00'), 36)).toBe(local('2028-03-10T00:00'));
    expect(monthsAfter(local('2024-02-29T09:00'), 12)).toBe(local('2025-02-28T00:00'));
    expect(monthsAfter(local('2025-10-31T09:00'), 4)).toBe(local('2026-02-28T00:00'));
  });
});

import { describe, expect, it } from '@jest/globals';
import { monthsAfter } from '#cadres/domain';

const local = (text: string): number => Date.parse(`${text}+08:00`);

describe('so many months later', () => {
  it('is the start of the same day of the county, whatever the hour', () => {
    expect(monthsAfter(local('2025-03-10T09:00'), 36)).toBe(local('2028-03-10T00:00'));
    expect(monthsAfter(local('2026-02-14T00:00'), 24)).toBe(local('2028-02-14T00:00'));
    expect(monthsAfter(local('2026-02-14T23:59:59.999'), 24)).toBe(local('2028-02-14T00:00'));
    expect(monthsAfter(local('2026-02-14T07:59'), -2)).toBe(local('2025-12-14T00:00'));
  });

  it('is the last day of a shorter month', () => {
    expect(monthsAfter(local('2024-02-29T09:00'), 12)).toBe(local('2025-02-28T00:00'));
    expect(monthsAfter(local('2025-10-31T09:00'), 4)).toBe(local('2026-02-28T00:00'));
    expect(monthsAfter(local('2026-03-31T09:00'), -1)).toBe(local('2026-02-28T00:00'));
  });
});

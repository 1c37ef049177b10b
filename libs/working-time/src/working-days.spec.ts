import { describe, expect, it } from '@jest/globals';
import {
  isProvisional,
  isWorkingDay,
  nextWorkingDay,
  nthWorkingDayAfter,
  workingDayFrom,
  workingDaysBetween,
  yearToPublish,
} from '#working-time';
import { CALENDAR, WITH_2027 } from './calendar.fixture.js';

describe('working days', () => {
  it('are 248 in 2026 and as many in 2025', () => {
    expect(workingDaysBetween(CALENDAR, '2025-12-31', '2026-12-31')).toBe(248);
    expect(workingDaysBetween(CALENDAR, '2024-12-31', '2025-12-31')).toBe(248);
  });

  it('leave out weekends and holidays and take in make-up days', () => {
    expect(isWorkingDay(CALENDAR, '2026-02-13')).toBe(true);
    expect(isWorkingDay(CALENDAR, '2026-02-14')).toBe(true);
    expect(isWorkingDay(CALENDAR, '2026-02-16')).toBe(false);
    expect(isWorkingDay(CALENDAR, '2026-03-07')).toBe(false);
  });

  it('are counted without the day counting begins on', () => {
    expect(nextWorkingDay(CALENDAR, '2026-02-14')).toBe('2026-02-24');
    expect(nextWorkingDay(CALENDAR, '2026-02-24')).toBe('2026-02-25');
    expect(nthWorkingDayAfter(CALENDAR, '2026-02-24', 7)).toBe('2026-03-04');
    expect(workingDaysBetween(CALENDAR, '2026-02-24', '2026-03-04')).toBe(7);
    expect(workingDaysBetween(CALENDAR, '2026-03-04', '2026-02-24')).toBe(-7);
    expect(workingDaysBetween(CALENDAR, '2026-02-15', '2026-02-23')).toBe(0);
  });

  it('roll forward only from a day off', () => {
    expect(workingDayFrom(CALENDAR, '2026-02-14')).toBe('2026-02-14');
    expect(workingDayFrom(CALENDAR, '2026-02-15')).toBe('2026-02-24');
  });

  it.each([0, -1, 1.5, NaN])('are never counted %p times', (n) =>
    expect(() => nthWorkingDayAfter(CALENDAR, '2026-02-24', n)).toThrow(RangeError),
  );

  it('go on over a year end', () => {
    expect(nextWorkingDay(CALENDAR, '2025-12-31')).toBe('2026-01-04');
    expect(nthWorkingDayAfter(CALENDAR, '2025-12-01', 22 + 248 + 30)).toBe('2027-02-12');
  });
});

describe('a year not yet published', () => {
  it('is provisional, the others are not', () => {
    expect(isProvisional(CALENDAR, 2027)).toBe(true);
    expect(isProvisional(CALENDAR, '2027-06-01')).toBe(true);
    expect(isProvisional(CALENDAR, '2026-12-31')).toBe(false);
    expect(isProvisional(WITH_2027, 2027)).toBe(false);
  });

  it('knows weekends and the fixed-date holidays', () => {
    expect(isWorkingDay(CALENDAR, '2027-01-01')).toBe(false);
    expect(isWorkingDay(CALENDAR, '2027-10-01')).toBe(false);
    expect(isWorkingDay(CALENDAR, '2027-10-04')).toBe(true);
    expect(isWorkingDay(CALENDAR, '2027-10-02')).toBe(false);
    expect(isWorkingDay(CALENDAR, '2027-10-09')).toBe(false);
  });

  it('gives up its fixed dates once it is published', () => {
    expect(isWorkingDay({ ...CALENDAR, years: [{ year: 2027, off: [], work: [] }] }, '2027-01-01')).toBe(true);
  });

  it('can have a day named by the publication of its neighbour', () => {
    const neighbour = { ...CALENDAR, years: [{ year: 2028, off: ['2027-12-31'], work: [] }] };
    expect(isWorkingDay(neighbour, '2027-12-31')).toBe(false);
    expect(isProvisional(neighbour, '2027-12-31')).toBe(true);
  });

  it('is told of 60 days before it begins', () => {
    expect(yearToPublish(CALENDAR, '2026-11-01', 60)).toBeUndefined();
    expect(yearToPublish(CALENDAR, '2026-11-02', 60)).toBe(2027);
    expect(yearToPublish(WITH_2027, '2026-11-02', 60)).toBeUndefined();
  });
});

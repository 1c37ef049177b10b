import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  atMinute,
  countingDayOf,
  endOfDay,
  fromIso,
  instantOf,
  daysOfIsoWeek,
  isoWeekOf,
  localDayOf,
  minuteOfDay,
  startOfDay,
  toIso,
} from '#working-time';

const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) });

describe('local time of Asia/Shanghai', () => {
  it('reads local text as +08:00', () => {
    expect(instantOf('2026-02-13T16:40')).toBe(Date.UTC(2026, 1, 13, 8, 40));
    expect(instantOf('2026-02-13T16:40:05.25')).toBe(Date.UTC(2026, 1, 13, 8, 40, 5, 250));
  });

  it('reads 24:00 as the midnight that ends the day', () => {
    expect(instantOf('2026-12-31T24:00')).toBe(instantOf('2027-01-01T00:00'));
    expect(endOfDay('2026-12-31')).toBe(startOfDay('2027-01-01'));
  });

  it('writes the offset, and seconds and milliseconds as they are', () => {
    expect(toIso(instantOf('2026-02-13T16:40'))).toBe('2026-02-13T16:40:00+08:00');
    expect(toIso(instantOf('2026-02-13T16:40:07.089'))).toBe('2026-02-13T16:40:07.089+08:00');
    expect(toIso(instantOf('2026-02-13T24:00'))).toBe('2026-02-14T00:00:00+08:00');
  });

  it('reads any offset', () => {
    const at = instantOf('2026-02-13T16:40');
    expect(fromIso('2026-02-13T16:40:00+08:00')).toBe(at);
    expect(fromIso('2026-02-13T08:40:00.000Z')).toBe(at);
    expect(fromIso('2026-02-13T04:10-04:30')).toBe(at);
  });

  it.each(['2026-02-13T16:40', '2026-02-13', 'tomorrow', '2026-02-13T16:40+25:00', ''])(
    'refuses %p as an instant with offset',
    (text) => expect(() => fromIso(text)).toThrow(RangeError),
  );

  it.each([
    '2026-02-13T16:40Z',
    '2026-02-29T10:00',
    '2026-13-01T10:00',
    '2026-00-10T10:00',
    '2026-01-00T10:00',
    '2026-01-01T24:01',
    '2026-01-01T10:60',
    '2026-01-01T10:00:60',
    '2026-01-01 10:00',
    '1026-01-01T10:00',
  ])('refuses %p as local time', (text) => expect(() => instantOf(text)).toThrow(RangeError));

  it('shows midnight as the new day but counts from the day it ends', () => {
    const midnight = instantOf('2026-03-17T24:00');
    expect(localDayOf(midnight)).toBe('2026-03-18');
    expect(countingDayOf(midnight)).toBe('2026-03-17');
    expect(countingDayOf(midnight + 1)).toBe('2026-03-18');
    expect(countingDayOf(midnight - 1)).toBe('2026-03-17');
  });

  it('counts minutes from local midnight', () => {
    expect(minuteOfDay(instantOf('2026-03-17T08:30:30'))).toBe(510.5);
    expect(minuteOfDay(instantOf('2026-03-17T24:00'))).toBe(0);
    expect(atMinute('2026-03-17', 540)).toBe(instantOf('2026-03-17T09:00'));
  });

  it('goes over leap days, months and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(() => addDays('2026-01-01', 0.5)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
  });

  it('names ISO weeks, whose year is that of their Thursday', () => {
    expect(isoWeekOf('2026-02-13')).toBe('2026-W07');
    expect(isoWeekOf('2025-12-29')).toBe('2026-W01');
    expect(isoWeekOf('2027-01-03')).toBe('2026-W53');
    expect(isoWeekOf('2027-01-04')).toBe('2027-W01');
    expect(daysOfIsoWeek('2026-W01')).toEqual([
      '2025-12-29',
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
      '2026-01-03',
      '2026-01-04',
    ]);
    expect(daysOfIsoWeek('2026-W53')[6]).toBe('2027-01-03');
    for (const week of ['2027-W53', '2026-W00', '2026-20']) expect(() => daysOfIsoWeek(week)).toThrow(RangeError);
  });

  it('agrees with the calendar of the language for every day of two centuries', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const shifted = new Date(at + 8 * 3_600_000).toISOString();
        expect(localDayOf(at)).toBe(shifted.slice(0, 10));
        expect(toIso(at)).toBe(`${shifted.slice(0, -1).replace('.000', '')}+08:00`);
        expect(fromIso(toIso(at))).toBe(at);
      }),
      { numRuns: 1000 },
    );
  });
});

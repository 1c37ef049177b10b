import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingMinutes,
  closingOf,
  instantOf,
  isNight,
  isWorkingInstant,
  nextWorkingInstant,
  openingOf,
  toIso,
  workingMinutesBetween,
} from '#working-time';
import { CALENDAR } from './calendar.fixture.js';

const at = instantOf;
const after = (from: string, minutes: number): string =>
  toIso(addWorkingMinutes(CALENDAR, at(from), minutes)).slice(0, 16);

describe('working time', () => {
  it.each([
    ['2026-03-10T08:29', false, '2026-03-10T08:30'],
    ['2026-03-10T08:30', true, '2026-03-10T08:30'],
    ['2026-03-10T11:59', true, '2026-03-10T11:59'],
    ['2026-03-10T12:00', false, '2026-03-10T14:00'],
    ['2026-03-10T14:00', true, '2026-03-10T14:00'],
    ['2026-03-10T17:30', false, '2026-03-11T08:30'],
    ['2026-03-10T24:00', false, '2026-03-11T08:30'],
    ['2026-02-14T17:30', false, '2026-02-24T08:30'],
    ['2026-02-18T10:00', false, '2026-02-24T08:30'],
  ])('at %s goes on: %p, next at %s', (instant, working, next) => {
    expect(isWorkingInstant(CALENDAR, at(instant))).toBe(working);
    expect(nextWorkingInstant(CALENDAR, at(instant))).toBe(at(next));
  });

  it.each([
    ['2026-03-10T08:30', 210, '2026-03-10T12:00'],
    ['2026-03-10T08:30', 211, '2026-03-10T14:01'],
    ['2026-03-10T08:30', 420, '2026-03-10T17:30'],
    ['2026-03-10T08:00', 60, '2026-03-10T09:30'],
    ['2026-03-10T12:00', 60, '2026-03-10T15:00'],
    ['2026-03-10T14:00', 210, '2026-03-10T17:30'],
    ['2026-03-10T17:30', 1, '2026-03-11T08:31'],
    ['2026-03-10T24:00', 210, '2026-03-11T12:00'],
    ['2026-03-10T10:20', 240, '2026-03-10T16:20'],
    ['2026-02-14T17:00', 60, '2026-02-24T09:00'],
    ['2026-03-10T09:00', 4200, '2026-03-24T09:00'],
  ])('from %s, %p minutes later is %s', (from, minutes, to) => expect(after(from, minutes)).toBe(to));

  it.each([
    ['2026-03-10T15:00', -60, '2026-03-10T12:00'],
    ['2026-03-10T15:00', -61, '2026-03-10T11:59'],
    ['2026-03-10T10:30', -120, '2026-03-09T17:30'],
    ['2026-02-24T09:00', -60, '2026-02-14T17:00'],
  ])('from %s, %p minutes lead back to %s', (from, minutes, to) => expect(after(from, minutes)).toBe(to));

  it('that is nothing ends at once, at the close of a session too, but not outside work', () => {
    expect(after('2026-03-10T10:00', 0)).toBe('2026-03-10T10:00');
    expect(after('2026-03-10T12:00', 0)).toBe('2026-03-10T12:00');
    expect(after('2026-03-10T17:30', 0)).toBe('2026-03-10T17:30');
    expect(after('2026-03-10T12:01', 0)).toBe('2026-03-10T14:00');
    expect(after('2026-03-07T10:00', 0)).toBe('2026-03-09T08:30');
  });

  it('keeps seconds', () => {
    expect(addWorkingMinutes(CALENDAR, at('2026-03-10T11:59:50'), 0.5)).toBe(at('2026-03-10T14:00:20'));
    expect(workingMinutesBetween(CALENDAR, at('2026-03-10T11:59:30'), at('2026-03-10T14:00:15'))).toBe(0.75);
  });

  it('is measured over nights, noons, holidays and years', () => {
    expect(workingMinutesBetween(CALENDAR, at('2026-02-13T16:40'), at('2026-02-24T10:00'))).toBe(50 + 420 + 90);
    expect(workingMinutesBetween(CALENDAR, at('2026-02-24T10:00'), at('2026-02-13T16:40'))).toBe(-560);
    expect(workingMinutesBetween(CALENDAR, at('2026-03-10T12:00'), at('2026-03-10T14:00'))).toBe(0);
    expect(workingMinutesBetween(CALENDAR, at('2025-12-31T17:00'), at('2026-01-04T09:00'))).toBe(60);
  });

  it('refuses what is no number, and a calendar without hours', () => {
    expect(() => addWorkingMinutes(CALENDAR, 0, NaN)).toThrow(RangeError);
    expect(() => addWorkingMinutes({ ...CALENDAR, workingHours: [] }, 0, 5)).toThrow(RangeError);
  });

  const instants = fc.integer({ min: at('2024-12-01T00:00'), max: at('2027-12-31T00:00') });
  const amounts = fc.integer({ min: 1, max: 60 * 420 * 60_000 }).map((ms) => ms / 60_000);

  it('measures back what it added', () => {
    fc.assert(
      fc.property(instants, amounts, (from, minutes) => {
        const to = addWorkingMinutes(CALENDAR, from, minutes);
        expect(workingMinutesBetween(CALENDAR, from, to)).toBeCloseTo(minutes, 6);
        expect(isWorkingInstant(CALENDAR, to - 1)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('leads back by what it led forward, up to time off', () => {
    fc.assert(
      fc.property(instants, amounts, (from, minutes) => {
        const back = addWorkingMinutes(CALENDAR, addWorkingMinutes(CALENDAR, from, minutes), -minutes);
        expect(workingMinutesBetween(CALENDAR, back, from)).toBeCloseTo(0, 6);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('night', () => {
  it.each([
    ['2026-03-10T08:29:59', true],
    ['2026-03-10T08:30', false],
    ['2026-03-10T13:00', false],
    ['2026-03-10T17:29', false],
    ['2026-03-10T17:30', true],
    ['2026-03-10T24:00', true],
  ])('at %s: %p', (instant, night) => expect(isNight(CALENDAR, at(instant))).toBe(night));

  it('lies between closing and opening', () => {
    expect(closingOf(CALENDAR, '2026-03-10')).toBe(at('2026-03-10T17:30'));
    expect(openingOf(CALENDAR, '2026-03-11')).toBe(at('2026-03-11T08:30'));
  });
});

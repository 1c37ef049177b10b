import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  dueOf,
  instantOf,
  pauseClock,
  recomputeDue,
  resumeClock,
  toIso,
  workingMinutesBetween,
  type Limit,
  type Unit,
} from '#working-time';
import { CALENDAR, WITH_2027 } from './calendar.fixture.js';

const at = instantOf;
const pausedAt = (limit: Limit, start: string, pause: string) =>
  pauseClock(CALENDAR, limit, { due: dueOf(CALENDAR, limit, at(start)) }, at(pause));

describe('a clock that is paused', () => {
  it.each<[Unit, number, string, string, number, string, string]>([
    // The typhoon of docs/domain.md §9: two counted days left on Friday evening, resumed on Sunday.
    ['WD', 7, '2026-08-14T10:00', '2026-08-21T20:00', 2, '2026-08-23T16:00', '2026-08-25T17:30'],
    ['WD', 7, '2026-08-14T10:00', '2026-08-25T10:00', 1, '2026-08-26T09:00', '2026-08-27T17:30'],
    ['WD', 7, '2026-08-14T10:00', '2026-08-21T24:00', 2, '2026-08-23T24:00', '2026-08-25T17:30'],
    ['CD', 30, '2026-03-10T10:00', '2026-03-20T10:00', 20, '2026-03-31T10:00', '2026-04-20T24:00'],
    ['CD', 5, '2026-03-10T10:00', '2026-03-15T23:00', 1, '2026-03-17T10:00', '2026-03-18T24:00'],
    ['WH', 4, '2026-03-10T10:00', '2026-03-10T15:00', 1, '2026-03-11T11:30', '2026-03-11T14:30'],
    ['WH', 4, '2026-03-10T10:00', '2026-03-10T13:00', 2, '2026-03-14T11:30', '2026-03-16T10:30'],
    ['WH', 2, '2026-03-10T10:00', '2026-03-10T12:00', 0, '2026-03-10T13:00', '2026-03-10T14:00'],
    ['h', 4, '2026-03-10T22:00', '2026-03-11T01:00', 1, '2026-03-12T05:30', '2026-03-12T06:30'],
    ['m', 30, '2026-03-10T22:00', '2026-03-10T22:10:15', 19.75, '2026-03-10T23:00', '2026-03-10T23:19:45'],
  ])(
    'of %p %p from %s, paused %s, has %p left; resumed %s it is due %s',
    (unit, n, start, pause, left, resume, end) => {
      const limit = { unit, n };
      const paused = pausedAt(limit, start, pause);
      expect(paused.remaining).toEqual({ unit, n: left });
      expect(toIso(resumeClock(CALENDAR, limit, paused, at(resume)).at)).toBe(toIso(at(end)));
    },
  );

  it('keeps what it is built on, and is counted again with it', () => {
    const limit: Limit = { unit: 'WD', n: 3 };
    const first = dueOf(CALENDAR, limit, at('2026-12-30T10:00'));
    const paused = pauseClock(CALENDAR, limit, { due: first }, at('2026-12-31T10:00'));
    const resumed = resumeClock(CALENDAR, limit, paused, at('2027-01-03T10:00'));
    expect(resumed).toMatchObject({
      at: at('2027-01-05T17:30'),
      provisional: true,
      derivation: { cause: 'RESUME', pausedAt: at('2026-12-31T10:00'), limit: { n: 2 }, previous: first.derivation },
    });
    expect(recomputeDue(CALENDAR, resumed)).toEqual(resumed);
    expect(recomputeDue(WITH_2027, resumed)).toMatchObject({ at: at('2027-01-06T17:30'), provisional: false });
  });

  it('counts no day it would have rolled over, and may roll anew', () => {
    const limit: Limit = { unit: 'CD', n: 5, roll: true };
    const paused = pausedAt(limit, '2026-03-09T10:00', '2026-03-12T10:00');
    expect(paused).toMatchObject({ due: { at: at('2026-03-16T24:00') }, remaining: { ...limit, n: 2 } });
    expect(resumeClock(CALENDAR, limit, paused, at('2026-03-13T10:00')).at).toBe(at('2026-03-16T24:00'));
    expect(resumeClock(CALENDAR, limit, paused, at('2026-03-14T10:00')).at).toBe(at('2026-03-16T24:00'));
    expect(resumeClock(CALENDAR, limit, paused, at('2026-03-15T10:00')).at).toBe(at('2026-03-17T24:00'));
  });

  it('is not one that is overdue, and is not resumed before its pause', () => {
    const limit: Limit = { unit: 'WH', n: 1 };
    expect(() => pausedAt(limit, '2026-03-10T10:00', '2026-03-10T11:00:01')).toThrow(RangeError);
    const paused = pausedAt(limit, '2026-03-10T10:00', '2026-03-10T10:30');
    expect(() => resumeClock(CALENDAR, limit, paused, at('2026-03-10T10:29'))).toThrow(RangeError);
  });
});

describe('whatever the clock', () => {
  const runs = fc.record({
    start: fc.integer({ min: at('2025-01-05T00:00'), max: at('2027-11-01T00:00') }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    idle: fc.integer({ min: 0, max: 20 * 86_400_000 }),
    limit: fc.oneof(
      fc.record({ unit: fc.constantFrom<Unit>('m', 'h', 'WH'), n: fc.integer({ min: 1, max: 400 }).map((n) => n / 8) }),
      fc.record({ unit: fc.constantFrom<Unit>('WD', 'CD'), n: fc.integer({ min: 1, max: 60 }) }),
    ),
  });

  it('a pause never brings the due forward, and one of no length leaves it where it is while days are left', () => {
    fc.assert(
      fc.property(runs, ({ start, share, idle, limit }) => {
        const due = dueOf(CALENDAR, limit, start);
        const pause = start + Math.floor((due.at - start) * share);
        const paused = pauseClock(CALENDAR, limit, { due }, pause);
        expect(resumeClock(CALENDAR, limit, paused, pause + idle).at).toBeGreaterThanOrEqual(due.at);
        const lastDay = due.at - pause < 86_400_000;
        if (!lastDay || ['m', 'h', 'WH'].includes(limit.unit)) {
          expect(resumeClock(CALENDAR, limit, paused, pause).at).toBe(due.at);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('working hours are neither lost nor won by a pause', () => {
    fc.assert(
      fc.property(runs, ({ start, share, idle, limit }) => {
        const hours: Limit = { ...limit, unit: 'WH' };
        const due = dueOf(CALENDAR, hours, start);
        const pause = start + Math.floor((due.at - start) * share);
        const resume = pause + idle;
        const resumed = resumeClock(CALENDAR, hours, pauseClock(CALENDAR, hours, { due }, pause), resume).at;
        const worked = workingMinutesBetween(CALENDAR, start, pause) + workingMinutesBetween(CALENDAR, resume, resumed);
        expect(worked).toBeCloseTo(hours.n * 60, 3);
      }),
      { numRuns: 600 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueOf, instantOf, rungsOf, toIso, type Limit, type Unit } from '#working-time';
import { CALENDAR, LADDER } from './calendar.fixture.js';

const at = instantOf;
const rungs = (limit: Limit, start: string, due = dueOf(CALENDAR, limit, at(start)).at) =>
  rungsOf(CALENDAR, LADDER, limit, at(start), due).map((rung) => `${rung.level} ${toIso(rung.at).slice(5, 16)}`);

describe('the rungs of a clock', () => {
  it.each<[Unit, number, string, readonly string[]]>([
    ['m', 10, '2026-02-07T22:20', ['WARN 02-07T22:27', 'E1 02-07T22:30', 'E2 02-07T23:00', 'E3 02-07T23:30']],
    ['h', 4, '2026-02-07T22:00', ['WARN 02-08T01:00', 'E1 02-08T02:00', 'E2 02-08T04:00', 'E3 02-08T06:00']],
    ['h', 1, '2026-02-07T22:00', ['WARN 02-07T22:45', 'E1 02-07T23:00', 'E2 02-07T23:30', 'E3 02-08T00:00']],
    ['WH', 4, '2026-02-24T10:00', ['WARN 02-24T15:00', 'E1 02-24T16:00', 'E2 02-25T09:00', 'E3 02-25T11:00']],
    ['WH', 4, '2026-02-25T09:00', ['WARN 02-25T12:00', 'E1 02-25T15:00', 'E2 02-25T17:00', 'E3 02-26T10:00']],
    ['WH', 2, '2026-03-10T10:00', ['WARN 03-10T11:30', 'E1 03-10T12:00', 'E2 03-10T16:00', 'E3 03-11T09:00']],
    ['WH', 8, '2026-03-10T09:30', ['WARN 03-10T17:30', 'E1 03-11T10:30', 'E2 03-11T16:30', 'E3 03-12T11:30']],
    ['WH', 0.5, '2026-03-10T10:00', ['WARN 03-10T10:22', 'E1 03-10T10:30', 'E2 03-10T14:30', 'E3 03-10T16:30']],
    ['WD', 1, '2026-02-13T16:40', ['WARN 02-14T14:00', 'E1 02-14T17:30', 'E2 02-24T17:30', 'E3 02-25T17:30']],
    ['WD', 2, '2026-02-13T16:40', ['WARN 02-14T08:30', 'E1 02-24T17:30', 'E2 02-25T17:30', 'E3 02-26T17:30']],
    ['WD', 7, '2026-02-24T10:00', ['WARN 03-03T08:30', 'E1 03-04T17:30', 'E2 03-05T17:30', 'E3 03-06T17:30']],
    ['CD', 30, '2026-03-10T10:05', ['WARN 04-06T09:00', 'E1 04-10T00:00', 'E2 04-13T00:00', 'E3 04-17T00:00']],
    ['CD', 7, '2026-03-10T10:05', ['WARN 03-14T09:00', 'E1 03-18T00:00', 'E2 03-21T00:00', 'E3 03-25T00:00']],
    ['CD', 6, '2026-03-10T10:05', ['WARN 03-15T09:00', 'E1 03-17T00:00', 'E2 03-20T00:00', 'E3 03-24T00:00']],
  ])('of %p %p from %s', (unit, n, start, expected) => expect(rungs({ unit, n }, start)).toEqual(expected));

  it('keep their seconds', () => {
    expect(rungsOf(CALENDAR, LADDER, { unit: 'm', n: 10 }, 0, 600_000)[0]).toEqual({ level: 'WARN', at: 450_000 });
  });

  it('are set anew from a new due with the number of the profile', () => {
    expect(rungs({ unit: 'WD', n: 7 }, '2026-02-24T10:00', at('2026-05-08T17:30'))).toEqual([
      'WARN 05-07T08:30',
      'E1 05-08T17:30',
      'E2 05-09T17:30',
      'E3 05-11T17:30',
    ]);
  });

  it('leave out a warning that would come before the step', () => {
    expect(rungs({ unit: 'CD', n: 1 }, '2026-03-10T10:05')).toEqual([
      'E1 03-12T00:00',
      'E2 03-15T00:00',
      'E3 03-19T00:00',
    ]);
    expect(rungs({ unit: 'CD', n: 1 }, '2026-03-10T08:05')[0]).toBe('WARN 03-10T09:00');
  });

  it('follow the policy', () => {
    const ladder = { ...LADDER, workingDays: { ...LADDER.workingDays, e2Days: 3, e3Days: 5, warnAt: 600 } };
    const due = at('2026-03-12T17:30');
    expect(rungsOf(CALENDAR, ladder, { unit: 'WD', n: 2 }, at('2026-03-10T10:00'), due).map((rung) => rung.at)).toEqual(
      [at('2026-03-11T10:00'), due, at('2026-03-17T17:30'), at('2026-03-19T17:30')],
    );
  });

  it('refuse a limit that is none', () =>
    expect(() => rungs({ unit: 'WH', n: -1 }, '2026-03-10T10:05', 0)).toThrow(RangeError));

  it('always rise, and never stand before the start', () => {
    const starts = fc.integer({ min: at('2025-01-05T00:00'), max: at('2027-11-01T00:00') });
    const limits = fc.record({
      unit: fc.constantFrom<Unit>('m', 'h', 'WH', 'WD', 'CD'),
      n: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(starts, limits, (start, limit) => {
        const due = dueOf(CALENDAR, limit, start).at;
        const all = rungsOf(CALENDAR, LADDER, limit, start, due).map((rung) => rung.at);
        expect([start, ...all]).toEqual([start, ...all].sort((one, other) => one - other));
        expect(all).toContain(due);
      }),
      { numRuns: 600 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  closingOf,
  dueOf,
  earlier,
  endOfDay,
  extendDue,
  halfOf,
  instantOf,
  isWorkingDay,
  localDayOf,
  countingDayOf,
  recomputeDue,
  toIso,
  type Limit,
  type Unit,
} from '#working-time';
import { CALENDAR, WITH_2027 } from './calendar.fixture.js';

const at = instantOf;
const limit = (text: string): Limit => {
  const [n, unit, roll] = text.split(' ');
  return { n: Number(n), unit: unit as Unit, ...(roll && { roll: true }) };
};
const due = (start: string, text: string) => dueOf(CALENDAR, limit(text), at(start));

describe('a limit ends', () => {
  it.each([
    ['2026-02-07T22:10', '15 m', '2026-02-07T22:25'],
    ['2026-02-07T23:50:30', '15 m', '2026-02-08T00:05:30'],
    ['2026-02-15T09:00', '24 h', '2026-02-16T09:00'],
    ['2026-02-15T09:00', '0.5 h', '2026-02-15T09:30'],
    ['2026-02-15T09:00', '0 m', '2026-02-15T09:00'],

    ['2026-03-10T10:20', '4 WH', '2026-03-10T16:20'],
    ['2026-03-10T08:30', '3.5 WH', '2026-03-10T12:00'],
    ['2026-03-10T12:00', '4 WH', '2026-03-11T09:00'],
    ['2026-03-10T14:00', '3.5 WH', '2026-03-10T17:30'],
    ['2026-03-10T17:30', '0.5 WH', '2026-03-11T09:00'],
    ['2026-03-10T24:00', '2 WH', '2026-03-11T10:30'],
    ['2026-03-13T17:10', '0.5 WH', '2026-03-16T08:40'],
    ['2026-03-14T17:10', '0 WH', '2026-03-16T08:30'],

    ['2026-02-13T16:40', '1 WD', '2026-02-14T17:30'],
    ['2026-02-24T08:30', '7 WD', '2026-03-04T17:30'],
    ['2026-02-24T12:00', '1 WD', '2026-02-25T17:30'],
    ['2026-02-24T17:30', '1 WD', '2026-02-25T17:30'],
    ['2026-02-24T23:59:59.999', '1 WD', '2026-02-25T17:30'],
    ['2026-02-24T24:00', '1 WD', '2026-02-25T17:30'],
    ['2026-02-25T00:00:00.001', '1 WD', '2026-02-26T17:30'],
    ['2026-02-18T10:00', '1 WD', '2026-02-24T17:30'],
    ['2026-03-10T17:30', '0 WD', '2026-03-10T17:30'],
    ['2026-03-10T17:31', '0 WD', '2026-03-11T17:30'],
    ['2026-03-14T10:00', '0 WD', '2026-03-16T17:30'],

    ['2026-03-10T10:05', '30 CD', '2026-04-09T24:00'],
    ['2026-03-10T24:00', '1 CD', '2026-03-11T24:00'],
    ['2026-03-10T00:00:01', '0 CD', '2026-03-10T24:00'],
    ['2026-02-10T10:00', '5 CD', '2026-02-15T24:00'],
    ['2026-02-10T10:00', '5 CD roll', '2026-02-24T24:00'],
    ['2026-02-09T10:00', '5 CD roll', '2026-02-14T24:00'],
    ['2026-12-25T10:00', '15 CD roll', '2027-01-11T24:00'],
  ])('that starts %s and is %s: %s', (start, text, end) => expect(toIso(due(start, text).at)).toBe(toIso(at(end))));

  it.each(['-1 m', '-0.5 WH', '-1 WD', '-1 CD', 'NaN h', 'Infinity WD', '0.5 WD', '1.5 CD'])('never: %s', (text) =>
    expect(() => due('2026-03-10T10:05', text)).toThrow(RangeError),
  );

  it('never where its start is no instant', () =>
    expect(() => dueOf(CALENDAR, limit('1 WD'), NaN)).toThrow(RangeError));
});

describe('why a deadline is when it is', () => {
  it('names the days off passed over and the weekend days worked', () => {
    expect(due('2026-02-13T16:40', '3 WD')).toEqual({
      at: at('2026-02-25T17:30'),
      provisional: false,
      calendarVersion: 3,
      derivation: {
        cause: 'START',
        from: at('2026-02-13T16:40'),
        limit: { unit: 'WD', n: 3 },
        count: { by: 'WORKING_DAYS', after: '2026-02-13', days: 3, last: '2026-02-25' },
        skipped: [{ from: '2026-02-15', to: '2026-02-23', reason: 'HOLIDAY' }],
        makeUpDays: ['2026-02-14'],
        provisionalYears: [],
      },
    });
  });

  it('tells weekends from holidays', () => {
    expect(due('2026-04-30T10:00', '4 WD').derivation.skipped).toEqual([
      { from: '2026-05-01', to: '2026-05-05', reason: 'HOLIDAY' },
    ]);
    expect(due('2026-04-02T10:00', '7 WD').derivation.skipped).toEqual([
      { from: '2026-04-04', to: '2026-04-06', reason: 'HOLIDAY' },
      { from: '2026-04-11', to: '2026-04-12', reason: 'WEEKEND' },
    ]);
  });

  it('tells how much working time each day gave', () => {
    expect(due('2026-02-14T16:40', '4 WH').derivation).toMatchObject({
      count: {
        by: 'WORKING_TIME',
        begins: at('2026-02-14T16:40'),
        minutes: 240,
        used: [
          { day: '2026-02-14', minutes: 50 },
          { day: '2026-02-24', minutes: 190 },
        ],
      },
      skipped: [{ from: '2026-02-15', to: '2026-02-23', reason: 'HOLIDAY' }],
      makeUpDays: ['2026-02-14'],
    });
    expect(due('2026-03-10T18:00', '1 WH').derivation.count).toMatchObject({ begins: at('2026-03-11T08:30') });
  });

  it('tells the day it rolled from', () => {
    expect(due('2026-02-10T10:00', '5 CD roll').derivation).toMatchObject({
      count: { by: 'CALENDAR_DAYS', after: '2026-02-10', days: 5, last: '2026-02-15', rolledTo: '2026-02-24' },
      skipped: [{ from: '2026-02-15', to: '2026-02-23', reason: 'HOLIDAY' }],
    });
    expect(due('2026-02-09T10:00', '5 CD roll').derivation.count).not.toHaveProperty('rolledTo');
  });

  it('is plain data that survives being stored', () => {
    const stored = due('2026-02-10T10:00', '5 CD roll');
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  });
});

describe('a deadline that relies on a year not yet published', () => {
  it('says so', () => {
    expect(due('2026-12-30T10:00', '2 WD')).toMatchObject({
      provisional: true,
      derivation: { provisionalYears: [2027] },
    });
    expect(due('2026-12-30T10:00', '1 WD').provisional).toBe(false);
    expect(due('2026-12-31T16:30', '1 WH').provisional).toBe(false);
    expect(due('2026-12-31T16:30', '2 WH').provisional).toBe(true);
  });

  it('is not one that asks no calendar', () => {
    expect(due('2027-02-01T10:00', '24 h').provisional).toBe(false);
    expect(due('2027-02-01T10:00', '30 CD').provisional).toBe(false);
    expect(due('2027-02-01T10:00', '30 CD roll').provisional).toBe(true);
    expect(due('2026-12-31T10:00', '0 CD roll').provisional).toBe(false);
  });

  it('moves when the year is published', () => {
    const provisional = due('2026-12-30T10:00', '2 WD');
    expect(provisional.at).toBe(at('2027-01-04T17:30'));
    expect(recomputeDue(WITH_2027, provisional)).toEqual(dueOf(WITH_2027, limit('2 WD'), at('2026-12-30T10:00')));
    expect(recomputeDue(WITH_2027, provisional)).toMatchObject({
      at: at('2027-01-05T17:30'),
      provisional: false,
      calendarVersion: 4,
    });
  });
});

describe('an extension', () => {
  it.each([
    ['2026-03-10T10:00', '15 CD', '30 CD', '2026-04-24T24:00'],
    ['2026-03-10T10:00', '7 WD', '7 WD', '2026-03-30T17:30'],
    ['2026-03-10T10:00', '1 WD', '2 WD', '2026-03-13T17:30'],
    ['2026-03-10T10:00', '4 WH', '4 WH', '2026-03-11T11:00'],
    ['2026-03-10T10:00', '30 m', '1 h', '2026-03-10T11:30'],
    ['2026-03-10T10:00', '7 CD roll', '5 CD', '2026-03-23T24:00'],
  ])('of what starts %s and is %s by %s counts from the due: %s', (start, text, by, end) =>
    expect(toIso(extendDue(CALENDAR, limit(text), due(start, text), limit(by)).at)).toBe(toIso(at(end))),
  );

  it('keeps what it is built on, provisional years too', () => {
    const first = due('2026-12-30T10:00', '2 WD');
    const extended = extendDue(CALENDAR, limit('2 WD'), first, limit('1 h'));
    expect(extended).toMatchObject({
      provisional: true,
      derivation: { cause: 'EXTENSION', previous: first.derivation },
    });
    expect(recomputeDue(WITH_2027, extended)).toMatchObject({ at: at('2027-01-05T18:30'), provisional: false });
  });
});

describe('half a limit', () => {
  it.each([
    ['7 WD', 4],
    ['3 WD', 2],
    ['1 WD', 1],
    ['15 CD', 8],
    ['24 h', 12],
    ['0.5 WH', 0.5],
    ['0 m', 0],
  ])('of %s is %p', (text, n) => expect(halfOf(limit(text))).toEqual({ ...limit(text), n }));

  it('still rolls', () => expect(halfOf(limit('15 CD roll'))).toEqual(limit('8 CD roll')));
});

it('the earlier of two deadlines is the one that holds', () => {
  const [soon, late] = [due('2026-03-10T10:00', '1 h'), due('2026-03-10T10:00', '1 WD')];
  expect(earlier(soon, late)).toBe(soon);
  expect(earlier(late, soon)).toBe(soon);
});

describe('whatever the start and the limit', () => {
  const starts = fc.integer({ min: at('2024-12-20T00:00'), max: at('2028-01-15T00:00') });
  const limits = fc.oneof(
    fc.record({ unit: fc.constantFrom<Unit>('m', 'h', 'WH'), n: fc.integer({ min: 0, max: 400 }).map((n) => n / 4) }),
    fc.record({ unit: fc.constantFrom<Unit>('WD', 'CD'), n: fc.integer({ min: 0, max: 70 }), roll: fc.boolean() }),
  );
  const always = (check: (start: number, limit: Limit) => void) =>
    fc.assert(fc.property(starts, limits, check), { numRuns: 600 });

  it('the due is never before the start', () =>
    always((start, limit) => expect(dueOf(CALENDAR, limit, start).at).toBeGreaterThanOrEqual(start)));

  it('a later start is never due earlier', () => {
    fc.assert(
      fc.property(starts, limits, fc.nat({ max: 3 * 86_400_000 }), (start, limit, later) =>
        expect(dueOf(CALENDAR, limit, start + later).at).toBeGreaterThanOrEqual(dueOf(CALENDAR, limit, start).at),
      ),
      { numRuns: 600 },
    );
  });

  it('a longer limit is never due earlier', () =>
    always((start, limit) =>
      expect(dueOf(CALENDAR, { ...limit, n: limit.n + 1 }, start).at).toBeGreaterThan(
        dueOf(CALENDAR, limit, start).at - 1,
      ),
    ));

  it('working days end at the close of a working day, calendar days at midnight, on a working day if they roll', () =>
    always((start, limit) => {
      const end = dueOf(CALENDAR, limit, start).at;
      if (limit.unit === 'WD') {
        expect(isWorkingDay(CALENDAR, localDayOf(end))).toBe(true);
        expect(end).toBe(closingOf(CALENDAR, localDayOf(end)));
      }
      if (limit.unit === 'CD') {
        expect(end).toBe(endOfDay(countingDayOf(end)));
        if (limit.roll) expect(isWorkingDay(CALENDAR, countingDayOf(end))).toBe(true);
      }
    }));

  it('counting again under the same calendar changes nothing', () =>
    always((start, limit) => {
      const first = dueOf(CALENDAR, limit, start);
      const extended = extendDue(CALENDAR, limit, first, { unit: 'WD', n: 3 });
      expect(recomputeDue(CALENDAR, first)).toEqual(first);
      expect(recomputeDue(CALENDAR, extended)).toEqual(extended);
    }));
});

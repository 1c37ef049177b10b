import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingMinutes,
  dueOf,
  instantOf,
  isWorkingInstant,
  nextWorkingInstant,
  rungsOf,
  workingDaysBetween,
  workingMinutesBetween,
  type Calendar,
  type Limit,
} from '#working-time';
import { CALENDAR, LADDER, WITH_2027 } from './calendar.fixture.js';
import { Clerk, day, minute, wall } from './plodding-clerk.fixture.js';

// Whole minutes from the last month of a year without calendar to well into the next one; midnight is frequent.
const starts = fc
  .oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 1180 * 1440 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 1180 }).map((days) => days * 1440) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.integer({ min: 0, max: 1180 }),
          fc.constantFrom(509, 510, 511, 719, 720, 721, 839, 840, 841, 1049, 1050, 1051),
        )
        .map(([days, time]) => days * 1440 + time),
    },
  )
  .map((minutes) => instantOf('2024-12-01T00:00') + minutes * minute);
const calendars = fc.constantFrom(CALENDAR, WITH_2027);

const clerks = new Map([CALENDAR, WITH_2027].map((calendar) => [calendar, new Clerk(calendar)] as const));
const clerkOf = (calendar: Calendar): Clerk => clerks.get(calendar) ?? new Clerk(calendar);

describe('the plodding clerk agrees', () => {
  it('on when work goes on and on how many days are worked', () => {
    fc.assert(
      fc.property(calendars, starts, fc.nat({ max: 500 }), (calendar, at, days) => {
        const clerk = clerkOf(calendar);
        expect(isWorkingInstant(calendar, at)).toBe(clerk.worksAt(at));
        let next = at;
        while (!clerk.worksAt(next)) next += minute;
        expect(nextWorkingInstant(calendar, at)).toBe(next);
        let worked = 0;
        for (let passed = 1; passed <= days; passed += 1) worked += clerk.worksOn(at + passed * day) ? 1 : 0;
        const [from, to] = [wall(at).slice(0, 10), wall(at + days * day).slice(0, 10)];
        expect(workingDaysBetween(calendar, from, to)).toBe(worked);
      }),
      { numRuns: 600 },
    );
  });

  it('on working minutes, forth and back', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 2100 }), (calendar, at, minutes) => {
        const clerk = clerkOf(calendar);
        const later = clerk.workingMinutesLater(at, minutes);
        expect(addWorkingMinutes(calendar, at, minutes)).toBe(later);
        expect(workingMinutesBetween(calendar, at, later)).toBe(minutes);
        expect(addWorkingMinutes(calendar, at, -minutes)).toBe(clerk.workingMinutesEarlier(at, minutes));
      }),
      { numRuns: 1000 },
    );
  });

  it('on every deadline in days', () => {
    const limits = fc.record({
      unit: fc.constantFrom('WD' as const, 'CD' as const),
      n: fc.integer({ min: 1, max: 60 }),
      roll: fc.boolean(),
    });
    fc.assert(
      fc.property(calendars, starts, limits, (calendar, at, limit) => {
        const clerk = clerkOf(calendar);
        const expected =
          limit.unit === 'WD' ? clerk.workingDaysLater(at, limit.n) : clerk.calendarDaysLater(at, limit.n, limit.roll);
        expect(dueOf(calendar, limit, at).at).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it('on the rungs of working hours', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 20 }), (calendar, at, n) => {
        const clerk = clerkOf(calendar);
        const limit: Limit = { unit: 'WH', n };
        const due = dueOf(calendar, limit, at).at;
        expect(rungsOf(calendar, LADDER, limit, at, due).map((rung) => rung.at)).toEqual([
          clerk.workingMinutesLater(at, n * 45),
          clerk.workingMinutesLater(at, n * 60),
          clerk.workingMinutesLater(due, n <= 4 ? 120 : n * 30),
          clerk.workingMinutesLater(due, n <= 4 ? 240 : n * 60),
        ]);
      }),
      { numRuns: 600 },
    );
  });
});

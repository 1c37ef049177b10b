import { describe, expect, test } from '@jest/globals';
import { fold, type Context } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { dueOf, instantOf, isWorkingDay, toIso } from '#working-time';
import {
  countyCalendar,
  type CalendarCommand,
  type CalendarEvent,
  type CountyCalendarState,
} from './county-calendar.js';

const rules = countyCalendar(CURRENT_POLICY.calendar);
const context: Context = {
  now: instantOf('2026-11-20T10:00'),
  actor: { id: 'leader', role: 'CHIEF_LEADER', path: '/county' },
};
const given = (...commands: CalendarCommand[]): { state: CountyCalendarState; events: CalendarEvent[] } => {
  const events: CalendarEvent[] = [];
  for (const command of commands) events.push(...rules.decide(command, fold(rules, events), context));
  return { state: fold(rules, events), events };
};
const YEAR_2027 = {
  year: 2027,
  off: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-05-03'],
  work: ['2027-01-30'],
};
const publish = (data = YEAR_2027): CalendarCommand => ({ type: 'PublishCalendarYear', data });
const cover = (year: number): CalendarCommand => ({ type: 'CoverCalendarYear', data: { year } });

const refusal = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('it was not refused');
};

describe('the calendar of the county', () => {
  test('counts by the years that came with the program until the log says anything', () => {
    expect(rules.initialState.calendar.years.map(({ year }) => year)).toEqual([2025, 2026]);
  });

  test('a year that is published is counted by, under a new version', () => {
    const { state, events } = given(publish());
    expect(events).toMatchObject([
      { type: 'CalendarYearPublished', data: { year: 2027, version: 2, provisional: false, by: 'leader' } },
    ]);
    expect(state.calendar.version).toBe(2);
    expect(isWorkingDay(state.calendar, '2027-01-30')).toBe(true);
    expect(isWorkingDay(state.calendar, '2027-02-08')).toBe(false);
  });

  test('the same notice again changes nothing, whatever order its days stand in', () => {
    const again = { ...YEAR_2027, off: [...YEAR_2027.off].reverse() };
    expect(given(publish(), publish(again)).events).toHaveLength(1);
  });

  test('an amendment takes the place of what was published of that year', () => {
    const { state } = given(publish(), publish({ ...YEAR_2027, work: [] }));
    expect(state.calendar.version).toBe(3);
    expect(isWorkingDay(state.calendar, '2027-01-30')).toBe(false);
    expect(state.calendar.years.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
  });

  test('a year without notice is covered, counted by fixed dates and marked so', () => {
    const { state, events } = given(cover(2027));
    expect(events).toMatchObject([
      { data: { year: 2027, provisional: true, off: expect.arrayContaining(['2027-05-01']) } },
    ]);
    expect(dueOf(state.calendar, { unit: 'WD', n: 1 }, instantOf('2027-01-04T09:00')).provisional).toBe(true);
    expect(given(cover(2027), publish()).state.years).toEqual({ 2027: 'PUBLISHED' });
  });

  test('a year that is there already is not covered over', () => {
    expect(given(publish(), cover(2027), cover(2026)).events).toHaveLength(1);
  });

  test.each([
    ['YEAR_INVALID', { ...YEAR_2027, year: 1 }, { field: 'year' }],
    ['HOLIDAYS_MISSING', { ...YEAR_2027, off: [] }, { field: 'off' }],
    ['DAY_NOT_OF_YEAR', { ...YEAR_2027, off: ['2026-12-31'] }, { field: 'off', day: '2026-12-31' }],
    ['DAY_NOT_OF_YEAR', { ...YEAR_2027, off: ['2027-02-30'] }, { field: 'off', day: '2027-02-30' }],
    ['DAY_TWICE', { ...YEAR_2027, work: ['2027-02-06'] }, { field: 'work', day: '2027-02-06' }],
    ['MAKE_UP_DAY_NOT_WEEKEND', { ...YEAR_2027, work: ['2027-01-29'] }, { field: 'work', day: '2027-01-29' }],
  ])('%s refuses a notice that cannot be meant', (code, notice, details) => {
    expect(refusal(() => given(publish(notice)))).toMatchObject({ code, detail: details });
  });

  test('every due that is counted by a published year says by which version', () => {
    const { state } = given(publish());
    const due = dueOf(state.calendar, { unit: 'WD', n: 2 }, instantOf('2027-02-04T09:00'));
    // Friday 5 to Monday 8 February are off
    expect([toIso(due.at), due.calendarVersion, due.provisional]).toEqual(['2027-02-10T17:30:00+08:00', 2, false]);
  });
});

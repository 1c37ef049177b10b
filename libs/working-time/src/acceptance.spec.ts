import { describe, expect, it } from '@jest/globals';
import { dueOf, halfOf, instantOf, rungsOf, type Limit, type Unit } from '#working-time';
import { CALENDAR, LADDER } from './calendar.fixture.js';

const limitOf = (text: string): Limit => {
  const [n, unit] = text.split(' ');
  return { n: Number(n), unit: unit as Unit };
};
const at = (text: string): number => instantOf(`2026-${text.replace(' ', 'T')}`);
const due = (start: string, limit: string): number => dueOf(CALENDAR, limitOf(limit), at(start)).at;
const rung = (level: string, start: string, limit: string): number | undefined =>
  rungsOf(CALENDAR, LADDER, limitOf(limit), at(start), due(start, limit)).find((each) => each.level === level)?.at;

/** `docs/domain.md §9`, to the minute. */
describe('the deadlines of the acceptance scenarios', () => {
  it.each([
    ['1: accept', '03-10 09:20', '3 WD', '03-13 17:30'],
    ['1: assign', '03-10 10:05', '1 WD', '03-11 17:30'],
    ['1: resolve', '03-10 10:05', '30 CD', '04-09 24:00'],
    ['1: village budget', '03-10 10:05', '7 CD', '03-17 24:00'],
    ['1: ack', '03-10 10:20', '4 WH', '03-10 16:20'],
    ['1: respond', '03-10 10:50', '2 WD', '03-12 17:30'],
    ['1: review', '03-16 17:00', '5 WD', '03-23 17:30'],
    ['2: accept', '07-06 10:00', '1 h', '07-06 11:00'],
    ['2: assign', '07-06 10:20', '1 h', '07-06 11:20'],
    ['2: resolve', '07-06 10:20', '3 WD', '07-09 17:30'],
    ['2: ack', '07-06 10:45', '30 m', '07-06 11:15'],
    ['2: respond', '07-06 11:00', '4 h', '07-06 15:00'],
    ['2: review', '07-07 16:00', '3 WD', '07-10 17:30'],
    ['3: accept', '02-13 16:40', '1 WD', '02-14 17:30'],
    ['3: assign', '02-24 10:00', '4 WH', '02-24 16:00'],
    ['3: ack', '02-25 08:45', '4 WH', '02-25 14:45'],
    ['3: ack again', '02-25 14:45', '4 WH', '02-26 09:45'],
    ['3: respond', '02-26 11:00', '1 WD', '02-27 17:30'],
    ['3: resolve', '02-24 10:00', '7 WD', '03-04 17:30'],
    ['3: review', '03-06 09:00', '3 WD', '03-11 17:30'],
    ['4: resolve', '04-01 11:00', '7 WD', '04-13 17:30'],
    ['4: review', '04-10 16:00', '3 WD', '04-15 17:30'],
    ['4: assign anew', '04-14 10:30', '1 WD', '04-15 17:30'],
    ['4: county review', '04-21 09:40', '10 WD', '05-08 17:30'],
    ['5: resolve', '04-20 09:30', '30 CD', '05-20 24:00'],
    ['5: village budget', '04-20 09:30', '7 CD', '04-27 24:00'],
    ['5: township budget', '04-20 09:30', '17 CD', '05-07 24:00'],
    ['5: handover', '05-06 16:00', '4 WH', '05-07 11:00'],
    ['7: roll call', '08-21 20:00', '20 m', '08-21 20:20'],
    ['10: accept', '02-08 21:10', '1 h', '02-08 22:10'],
    ['10: ack', '02-08 21:40', '30 m', '02-08 22:10'],
    ['10: respond', '02-08 21:55', '4 h', '02-09 01:55'],
    ['11: accept', '02-07 22:10', '15 m', '02-07 22:25'],
    ['11: assign', '02-07 22:15', '15 m', '02-07 22:30'],
    ['11: ack', '02-07 22:20', '10 m', '02-07 22:30'],
    ['11: ack again', '02-07 22:30', '10 m', '02-07 22:40'],
    ['11: respond', '02-07 22:36', '2 h', '02-08 00:36'],
    ['11: leader told', '02-07 22:15', '30 m', '02-07 22:45'],
    ['11: county told', '02-07 22:15', '60 m', '02-07 23:15'],
  ])('scenario %s, from %s, %s: %s', (_step, start, limit, end) => expect(due(start, limit)).toBe(at(end)));

  it('scenario 4: the second round has half the time', () => {
    const half = halfOf(limitOf('7 WD'));
    expect(dueOf(CALENDAR, half, at('04-14 10:30')).at).toBe(at('04-20 17:30'));
  });
});

describe('the rungs of the acceptance scenarios', () => {
  it.each([
    ['3: accept', 'WARN', '02-13 16:40', '1 WD', '02-14 14:00'],
    ['3: accept', 'E1', '02-13 16:40', '1 WD', '02-14 17:30'],
    ['3: accept', 'E2', '02-13 16:40', '1 WD', '02-24 17:30'],
    ['3: accept', 'E3', '02-13 16:40', '1 WD', '02-25 17:30'],
    ['3: assign', 'WARN', '02-24 10:00', '4 WH', '02-24 15:00'],
    ['3: assign', 'E2', '02-24 10:00', '4 WH', '02-25 09:00'],
    ['3: ack', 'WARN', '02-25 08:45', '4 WH', '02-25 11:45'],
    ['3: respond', 'WARN', '02-26 11:00', '1 WD', '02-27 14:00'],
    ['3: respond', 'E2', '02-26 11:00', '1 WD', '02-28 17:30'],
    ['3: resolve', 'WARN', '02-24 10:00', '7 WD', '03-03 08:30'],
    ['3: resolve', 'E2', '02-24 10:00', '7 WD', '03-05 17:30'],
    ['3: resolve', 'E3', '02-24 10:00', '7 WD', '03-06 17:30'],
    ['1: resolve', 'WARN', '03-10 10:05', '30 CD', '04-06 09:00'],
    ['11: ack', 'E1', '02-07 22:20', '10 m', '02-07 22:30'],
  ])('scenario %s %s, from %s, %s: %s', (_step, level, start, limit, instant) =>
    expect(rung(level, start, limit)).toBe(at(instant)),
  );
});

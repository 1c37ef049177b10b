import type { Calendar, Ladder, LocalDay } from '#working-time';

const days = (year: number, ...ranges: readonly string[]): readonly LocalDay[] =>
  ranges.flatMap((range) => {
    const [from = '', to = from] = range.split('..').map((day) => `${year}-${day}`);
    const all: LocalDay[] = [];
    for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000) {
      all.push(new Date(at).toISOString().slice(0, 10));
    }
    return all;
  });

/** `docs/domain.md §2.5`, typed anew for the specs. */
export const CALENDAR: Calendar = {
  version: 3,
  years: [
    {
      year: 2025,
      off: days(2025, '01-01', '01-28..02-04', '04-04..04-06', '05-01..05-05', '05-31..06-02', '10-01..10-08'),
      work: days(2025, '01-26', '02-08', '04-27', '09-28', '10-11'),
    },
    {
      year: 2026,
      off: days(
        2026,
        '01-01..01-03',
        '02-15..02-23',
        '04-04..04-06',
        '05-01..05-05',
        '06-19..06-21',
        '09-25..09-27',
        '10-01..10-07',
      ),
      work: days(2026, '01-04', '02-14', '02-28', '05-09', '09-20', '10-10'),
    },
  ],
  workingHours: [
    [510, 720],
    [840, 1050],
  ],
  fixedHolidays: ['01-01', '05-01', '10-01', '10-02', '10-03'],
};

/** The same county once 2027 is published: its New Year takes the Monday after. */
export const WITH_2027: Calendar = {
  ...CALENDAR,
  version: 4,
  years: [...CALENDAR.years, { year: 2027, off: days(2027, '01-01..01-04'), work: days(2027, '01-09') }],
};

/** The table of `docs/domain.md §5.1`. */
export const LADDER: Ladder = {
  natural: { warnShare: 0.75, e2: { share: 0.5, atLeastMinutes: 30 }, e3: { share: 1, atLeastMinutes: 60 } },
  workingHours: {
    warnShare: 0.75,
    shortUpTo: 4,
    short: { e2Hours: 2, e3Hours: 4 },
    long: { e2Share: 0.5, e3Share: 1 },
  },
  workingDays: { dueDayUpTo: 1, warnOnDueDayAt: 840, warnDaysBefore: 1, warnAt: 510, e2Days: 1, e3Days: 2 },
  calendarDays: { warnAt: 540, warnDaysBefore: 3, shortBelow: 7, shortWarnDaysBefore: 1, e2Days: 3, e3Days: 7 },
};

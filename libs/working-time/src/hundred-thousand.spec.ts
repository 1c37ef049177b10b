import { describe, expect, it } from '@jest/globals';
import { dueOf, instantOf, pauseClock, resumeClock, type Calendar, type Limit } from '#working-time';
import { CALENDAR, WITH_2027 } from './calendar.fixture.js';
import { Clerk, day, minute, wall } from './plodding-clerk.fixture.js';

/** Numbers by chance, the same in every run. */
const dice = (seed: number) => (below: number) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const CALENDARS: readonly (readonly [Calendar, Clerk])[] = [CALENDAR, WITH_2027].map(
  (calendar) => [calendar, new Clerk(calendar)] as const,
);
const FIRST = instantOf('2024-12-01T00:00');
const DAYS = 1_180;
/** Midnight, both ends of both halves of the working day and a minute beside them. */
const TIMES = [0, 1, 509, 510, 511, 719, 720, 721, 839, 840, 841, 1049, 1050, 1051, 1439];

const expected = (clerk: Clerk, { unit, n, roll }: Limit, at: number): number => {
  switch (unit) {
    case 'm':
      return at + n * minute;
    case 'h':
      return at + n * 60 * minute;
    case 'WH':
      return clerk.workingMinutesLater(at, n * 60);
    case 'WD':
      return clerk.workingDaysLater(at, n);
    case 'CD':
      return clerk.calendarDaysLater(at, n, roll === true);
  }
};

/** Where code and clerk part: the first few, for a reader. */
class Disagreements {
  readonly found: string[] = [];
  compared = 0;

  compare(limit: Limit, at: number, due: number, said: number, of = ''): void {
    this.compared += 1;
    if (due !== said && this.found.length < 5)
      this.found.push(`${of}${limit.n} ${limit.unit} from ${wall(at)}: ${wall(due)}, the clerk says ${wall(said)}`);
  }
}

describe('the plodding clerk agrees', () => {
  it('on every day from before 2025 until 2027, around each holiday, make-up day and year end', () => {
    const limits: readonly Limit[] = [
      ...[1, 3, 7].map((n) => ({ unit: 'WD' as const, n })),
      ...[1, 7, 30].flatMap((n) => [true, false].map((roll) => ({ unit: 'CD' as const, n, roll }))),
      ...[0.5, 4].map((n) => ({ unit: 'WH' as const, n })),
    ];
    const seen = new Disagreements();
    for (const [calendar, clerk] of CALENDARS)
      for (let at = instantOf('2024-12-20T00:00'); at < instantOf('2027-01-15T00:00'); at += day)
        for (const time of [0, 509, 780, 1050])
          for (const limit of limits) {
            const from = at + time * minute;
            seen.compare(limit, from, dueOf(calendar, limit, from).at, expected(clerk, limit, from));
          }
    expect(seen.found).toEqual([]);
  }, 60_000);

  it('on a hundred thousand limits by chance', () => {
    const roll = dice(20060101);
    const seen = new Disagreements();
    while (seen.compared < 100_000) {
      const [calendar, clerk] = CALENDARS[roll(2)]!;
      const at = FIRST + roll(DAYS) * day + (roll(2) === 0 ? TIMES[roll(TIMES.length)]! : roll(1440)) * minute;
      const unit = (['WD', 'CD', 'WD', 'CD', 'WH', 'm', 'h'] as const)[roll(7)]!;
      const limit: Limit = { unit, n: 1 + roll(unit === 'WH' ? 8 : 60), ...(unit === 'CD' && { roll: roll(2) === 0 }) };
      seen.compare(limit, at, dueOf(calendar, limit, at).at, expected(clerk, limit, at));
    }
    expect(seen.found).toEqual([]);
  }, 60_000);

  it('on twenty thousand pauses by chance, many of them across holidays', () => {
    const roll = dice(20260223);
    const seen = new Disagreements();
    while (seen.compared < 20_000) {
      const [calendar, clerk] = CALENDARS[roll(2)]!;
      const at = FIRST + roll(DAYS) * day + roll(1440) * minute;
      const unit = (['WD', 'CD', 'WH'] as const)[roll(3)]!;
      const limit: Limit = { unit, n: 1 + roll(unit === 'WH' ? 8 : 30) };
      const due = dueOf(calendar, limit, at);
      const pausedAt = at + roll(Math.floor((due.at - at) / minute)) * minute;
      const resumedAt = pausedAt + roll(20 * 1440) * minute;
      const resumed = resumeClock(calendar, limit, pauseClock(calendar, limit, { due }, pausedAt), resumedAt).at;
      const said =
        unit === 'WH'
          ? clerk.workingMinutesLater(resumedAt, clerk.workingMinutesUntil(pausedAt, due.at))
          : clerk.daysAfterPause(unit, due.at, pausedAt, resumedAt);
      seen.compare(limit, at, resumed, said, `paused ${wall(pausedAt)}, resumed ${wall(resumedAt)}: `);
    }
    expect(seen.found).toEqual([]);
  }, 60_000);
});

import type { Calendar } from '#working-time';

/**
 * The rules of docs/domain.md §2.5–2.6 once more in their most plodding form: a clerk who turns the pages of a wall
 * calendar day by day and watches the hands of the clock minute by minute. Shares nothing with the code under test.
 */
export const minute = 60_000;
export const day = 1440 * minute;
export const wall = (at: number): string => new Date(at + 480 * minute).toISOString();
const midnightOf = (at: number): number => at - ((at + 480 * minute) % day);

export class Clerk {
  private readonly known = new Map<number, boolean>();

  constructor(private readonly calendar: Calendar) {}

  private decides(date: string): boolean {
    const year = this.calendar.years.find((published) => String(published.year) === date.slice(0, 4));
    if (year?.work.includes(date)) return true;
    if (year?.off.includes(date)) return false;
    if (!year && ['01-01', '05-01', '10-01', '10-02', '10-03'].includes(date.slice(5))) return false;
    return !['Sat', 'Sun'].includes(new Date(`${date}T12:00:00Z`).toUTCString().slice(0, 3));
  }

  worksOn(at: number): boolean {
    const midnight = midnightOf(at);
    const said = this.known.get(midnight) ?? this.decides(wall(midnight).slice(0, 10));
    this.known.set(midnight, said);
    return said;
  }

  worksAt(at: number): boolean {
    if (!this.worksOn(at)) return false;
    const time = (at - midnightOf(at)) / minute;
    return (time >= 510 && time < 720) || (time >= 840 && time < 1050);
  }

  workingMinutesLater(at: number, minutes: number): number {
    let left = minutes;
    let now = at;
    while (left > 0) {
      if (!this.worksOn(now)) now = midnightOf(now) + day - minute;
      else if (this.worksAt(now)) left -= 1;
      now += minute;
    }
    return now;
  }

  /** The latest instant from which so much working time leads to `at`, taken back to where its last minute began. */
  workingMinutesEarlier(at: number, minutes: number): number {
    let left = minutes;
    let now = at;
    for (;;) {
      const before = now - minute;
      if (left === 0 && this.worksAt(before)) return now;
      if (!this.worksOn(before)) now = midnightOf(before);
      else {
        if (this.worksAt(before)) left -= 1;
        now = before;
      }
    }
  }

  workingDaysLater(at: number, n: number): number {
    let date = midnightOf(at - 1);
    for (let left = n; left > 0;) {
      date += day;
      if (this.worksOn(date)) left -= 1;
    }
    return date + 1050 * minute;
  }

  calendarDaysLater(at: number, n: number, roll: boolean): number {
    let date = midnightOf(at - 1) + n * day;
    while (roll && !this.worksOn(date)) date += day;
    return date + day;
  }

  /** What is left in days after the pause date, one at least, counted on after the resume date. */
  daysAfterPause(unit: 'WD' | 'CD', due: number, pausedAt: number, resumedAt: number): number {
    let left = 0;
    for (let date = midnightOf(pausedAt - 1) + day; date < due; date += day)
      if (unit === 'CD' || this.worksOn(date)) left += 1;
    left = Math.max(1, left);
    return unit === 'WD' ? this.workingDaysLater(resumedAt, left) : this.calendarDaysLater(resumedAt, left, false);
  }

  workingMinutesUntil(from: number, to: number): number {
    let passed = 0;
    for (let now = from; now < to; now += minute) if (this.worksAt(now)) passed += 1;
    return passed;
  }
}

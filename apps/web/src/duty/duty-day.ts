import type { DutyTable, Shift } from '../api/duty';

const OF_DAY = (day: string): readonly [number, number] => {
  const begins = Date.parse(`${day}T00:00:00+08:00`);
  return [begins, begins + 86_400_000];
};

const touches = ({ from, to }: { readonly from: string; readonly to: string }, day: string): boolean => {
  const [begins, ends] = OF_DAY(day);
  return Date.parse(from) < ends && begins < Date.parse(to);
};

/** One day of a roster: who is on call as what, which posts have hours without anybody, who is at his place. */
export interface DutyDay {
  readonly day: string;
  readonly shifts: Readonly<Record<string, readonly Shift[]>>;
  readonly gaps: readonly string[];
  readonly onSite: readonly string[];
}

export const postsOf = ({ shifts, gaps }: Pick<DutyTable, 'shifts' | 'gaps'>): readonly string[] => [
  ...new Set([...shifts, ...gaps].map(({ post }) => post)),
];

export const dutyDay = (roster: DutyTable, day: string): DutyDay => ({
  day,
  shifts: Object.fromEntries(
    postsOf(roster).map((post) => [post, roster.shifts.filter((one) => one.post === post && touches(one, day))]),
  ),
  gaps: [...new Set(roster.gaps.filter((gap) => touches(gap, day)).map(({ post }) => post))],
  onSite: roster.onSite.filter(({ days }) => days.includes(day)).map(({ cadreId }) => cadreId),
});

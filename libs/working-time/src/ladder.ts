import type { Instant } from '#kernel';
import type { Calendar, Limit } from './calendar.js';
import { checkLimit, durationOf } from './limit.js';
import { MINUTE, countingDayAt, instantAt } from './local-time.js';
import { addWorkingMinutes, closingMinute } from './working-hours.js';
import { workingDayAt } from './year-table.js';

/** Rungs of a step's clock, in rising order: 预警, 催办, 升级, 督办. */
export type LadderLevel = 'WARN' | 'E1' | 'E2' | 'E3';

/**
 * The numbers of the escalation ladder (`docs/domain.md §5.1`), one row a kind of clock; E1 is the due itself.
 * Shares are parts of the limit (0.75), `at` is minutes after midnight.
 */
export interface Ladder {
  /** `m` and `h`: shares of the limit in natural time. */
  readonly natural: {
    readonly warnShare: number;
    readonly e2: { readonly share: number; readonly atLeastMinutes: number };
    readonly e3: { readonly share: number; readonly atLeastMinutes: number };
  };
  /** `WH`: everything in working time; limits up to `shortUpTo` hours have fixed steps, longer ones shares. */
  readonly workingHours: {
    readonly warnShare: number;
    readonly shortUpTo: number;
    readonly short: { readonly e2Hours: number; readonly e3Hours: number };
    readonly long: { readonly e2Share: number; readonly e3Share: number };
  };
  /** `WD`: limits up to `dueDayUpTo` days are warned of on the due day itself, longer ones some working days before. */
  readonly workingDays: {
    readonly dueDayUpTo: number;
    readonly warnOnDueDayAt: number;
    readonly warnDaysBefore: number;
    readonly warnAt: number;
    readonly e2Days: number;
    readonly e3Days: number;
  };
  /** `CD`: limits below `shortBelow` days are warned of later than the others. */
  readonly calendarDays: {
    readonly warnAt: number;
    readonly warnDaysBefore: number;
    readonly shortBelow: number;
    readonly shortWarnDaysBefore: number;
    readonly e2Days: number;
    readonly e3Days: number;
  };
}

export interface LadderRung {
  readonly level: LadderLevel;
  readonly at: Instant;
}

type LadderInstants = Readonly<Record<Exclude<LadderLevel, 'E1'>, Instant>>;

const naturalRungs = ({ natural }: Ladder, limit: Limit, due: Instant): LadderInstants => {
  const whole = durationOf(limit);
  const after = ({ share, atLeastMinutes }: { readonly share: number; readonly atLeastMinutes: number }): Instant =>
    due + Math.max(Math.round(whole * share), atLeastMinutes * MINUTE);
  return { WARN: due - Math.round(whole * (1 - natural.warnShare)), E2: after(natural.e2), E3: after(natural.e3) };
};

const workingHourRungs = (calendar: Calendar, { workingHours }: Ladder, { n }: Limit, due: Instant): LadderInstants => {
  const { warnShare, shortUpTo, short, long } = workingHours;
  const at = (hours: number): Instant => addWorkingMinutes(calendar, due, hours * 60);
  const [e2, e3] = n <= shortUpTo ? [short.e2Hours, short.e3Hours] : [n * long.e2Share, n * long.e3Share];
  return { WARN: at(n * (warnShare - 1)), E2: at(e2), E3: at(e3) };
};

const workingDayRungs = (calendar: Calendar, { workingDays }: Ladder, { n }: Limit, due: Instant): LadderInstants => {
  const dueDay = countingDayAt(due);
  const closing = closingMinute(calendar);
  const warn =
    n <= workingDays.dueDayUpTo
      ? instantAt(dueDay, workingDays.warnOnDueDayAt)
      : instantAt(workingDayAt(calendar, dueDay, -workingDays.warnDaysBefore), workingDays.warnAt);
  const after = (days: number): Instant => instantAt(workingDayAt(calendar, dueDay + 1, days - 1), closing);
  return { WARN: warn, E2: after(workingDays.e2Days), E3: after(workingDays.e3Days) };
};

const calendarDayRungs = ({ calendarDays }: Ladder, { n }: Limit, due: Instant): LadderInstants => {
  const dueDay = countingDayAt(due);
  const before = n < calendarDays.shortBelow ? calendarDays.shortWarnDaysBefore : calendarDays.warnDaysBefore;
  return {
    WARN: instantAt(dueDay - before, calendarDays.warnAt),
    E2: instantAt(dueDay + calendarDays.e2Days + 1),
    E3: instantAt(dueDay + calendarDays.e3Days + 1),
  };
};

const instantsOf = (calendar: Calendar, ladder: Ladder, limit: Limit, due: Instant): LadderInstants => {
  switch (limit.unit) {
    case 'm':
    case 'h':
      return naturalRungs(ladder, limit, due);
    case 'WH':
      return workingHourRungs(calendar, ladder, limit, due);
    case 'WD':
      return workingDayRungs(calendar, ladder, limit, due);
    case 'CD':
      return calendarDayRungs(ladder, limit, due);
  }
};

/**
 * The rungs of a step's clock, in rising order (`docs/domain.md §5.1`). All are counted from `due` with the profile's
 * `limit`, so the same call sets them anew after a pause or an extension. A warning is left out where it would come
 * before the step itself (a limit of one calendar day given in the afternoon).
 * @throws RangeError for a negative limit, or part of a day.
 */
export const rungsOf = (
  calendar: Calendar,
  ladder: Ladder,
  limit: Limit,
  start: Instant,
  due: Instant,
): readonly LadderRung[] => {
  checkLimit(limit);
  const { WARN, E2, E3 } = instantsOf(calendar, ladder, limit, due);
  const rungs: readonly LadderRung[] = [
    { level: 'WARN', at: WARN },
    { level: 'E1', at: due },
    { level: 'E2', at: E2 },
    { level: 'E3', at: E3 },
  ];
  return WARN < start ? rungs.slice(1) : rungs;
};

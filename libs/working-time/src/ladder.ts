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

/** A local day of Asia/Shanghai, `YYYY-MM-DD`. */
export type LocalDay = string;

export type Unit = 'm' | 'h' | 'WH' | 'WD' | 'CD';

/** A time limit of `docs/domain.md §2.6`: natural minutes and hours, working hours, working days, calendar days. */
export interface Limit {
  readonly unit: Unit;
  readonly n: number;
  /** Ends on the next working day where it would end on a day off: residents' rights roll, officials' duties do not. */
  readonly roll?: boolean;
}

/** One published year: days off beside weekends, and weekend days that are worked. */
export interface CalendarYear {
  readonly year: number;
  readonly off: readonly LocalDay[];
  readonly work: readonly LocalDay[];
}

/** Versioned data (`docs/domain.md §2.5`). A year that is not published is covered provisionally. */
export interface Calendar {
  readonly version: number;
  readonly years: readonly CalendarYear[];
  /** Minutes after midnight, in order: `[[510, 720], [840, 1050]]`. */
  readonly workingHours: readonly (readonly [from: number, to: number])[];
  /** `MM-DD` days off in a year not yet published. */
  readonly fixedHolidays: readonly string[];
}

/** Where figures draw a line (`docs/domain.md §7`). */
export interface FigurePolicy {
  /** M27: so many of one type in one village within these days, and so many times its own mean over the longer time. */
  readonly hotSpot: {
    readonly days: number;
    readonly baseDays: number;
    readonly atLeast: number;
    readonly timesMean: number;
  };
}

export const FIGURE_POLICY: FigurePolicy = { hotSpot: { days: 14, baseDays: 90, atLeast: 3, timesMean: 2 } };

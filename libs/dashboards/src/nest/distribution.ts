/** @param sorted ascending; undefined where there is nothing */
export const medianOf = (sorted: readonly number[]): number | undefined => {
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return below === undefined || above === undefined ? undefined : (below + above) / 2;
};

/** The smallest value that at least this share of all does not exceed (nearest rank). @param sorted ascending */
export const percentileOf = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];

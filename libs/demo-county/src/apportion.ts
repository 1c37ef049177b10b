/**
 * Divides a whole number by weights so that the parts add up to it exactly (largest remainder); `least` is given to
 * each part first.
 */
export const apportion = (total: number, weights: readonly number[], least = 0): number[] => {
  const rest = total - least * weights.length;
  const sum = weights.reduce((one, other) => one + other, 0);
  const exact = weights.map((weight) => (rest * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = rest - parts.reduce((one, other) => one + other, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => part + least);
};

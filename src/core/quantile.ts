// Medians and other quantiles.

/**
 * A quantile with linear interpolation between the sorted values (R's type 7, NumPy's default).
 * @param values at least one, in any order
 * @param share 0..1: 0.5 is the median
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (position - Math.floor(position)) * (above - below);
}

// Which rows lie in which bin, and how many. Bins are indices of labels, and may be without rows.

/** The rows of each label, by its index. */
export function rowsByBin(targets: readonly number[]): number[][] {
  const bins: number[][] = [];
  for (const [row, target] of targets.entries()) {
    bins[target] ??= [];
    bins[target].push(row);
  }
  return Array.from(bins, (rows) => rows ?? []);
}

/** How many rows each label has, by its index; 0 for one without rows, unless it comes after all that have some. */
export const binSizes = (targets: readonly number[]): number[] =>
  rowsByBin(targets).map(({ length }) => length);

/**
 * How much a photo of each label weighs in C, so that each bin counts alike however many photos it holds:
 * rows / (bins * rows of the bin), which is 1 for bins of the same size.
 * @returns one number per label, by its index; 0 for one without rows
 */
export function binWeights(targets: readonly number[]): number[] {
  const sizes = binSizes(targets);
  const bins = sizes.filter((size) => size > 0).length;
  return sizes.map((size) => (size > 0 ? targets.length / (bins * size) : 0));
}

/** Each row's bound in training: C, weighed so that each bin counts alike. */
export function boundPerRow(targets: readonly number[], C: number): Float64Array {
  const weights = binWeights(targets);
  return Float64Array.from(targets, (target) => C * (weights[target] ?? 0));
}

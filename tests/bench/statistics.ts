// Medians and how far the runs lie apart.

export interface Spread {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number) => Number((sorted[index] ?? Number.NaN).toFixed(1));
  return { median: at(Math.floor(sorted.length / 2)), lowest: at(0), highest: at(sorted.length - 1) };
}

/** Of the medians. */
export const ratio = (ours: Spread, theirs: Spread): number =>
  Number((ours.median / theirs.median).toFixed(2));

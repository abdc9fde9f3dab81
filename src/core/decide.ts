// Which label wins. One boundary has a label on each of its sides; of more, each speaks for one label (one-vs-rest).

/** Per boundary, the label on its positive side: the second of two; of more, each in turn against the rest. */
export const positiveLabels = (labels: number): readonly number[] =>
  labels === 2 ? [1] : [...Array(labels).keys()];

/** y of a boundary: per row, +1 where it lies on the positive side, else -1. */
export const signsOf = (targets: readonly number[], positive: number): Float64Array =>
  Float64Array.from(targets, (target) => (target === positive ? 1 : -1));

/**
 * One score per label.
 * @param values w . x + b of each boundary
 * @returns [-value, value] for one boundary; of more, their values as they are
 */
export function scoresPerLabel(values: readonly number[]): readonly number[] {
  const [first = NaN] = values;
  return values.length > 1 ? values : [-first, first];
}

/** The label that wins: of the largest score, the first of equals. So of two, the second only above 0. */
export const winnerOf = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

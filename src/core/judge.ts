// What a classifier says about one photo.

import { scoresPerLabel, winnerOf } from './decide.ts';
import { applyScaling } from './scaling.ts';
import { dot } from './svm/vectors.ts';
import type { Boundary, Classifier, FeatureVector, Verdict } from './types.ts';

/** What of a classifier is needed to judge by it; the rest tells how it was learned. */
export interface Judge extends Pick<Classifier, 'labels' | 'scaling'> {
  readonly boundaries: readonly Pick<Boundary, 'weights' | 'bias' | 'norm'>[];
}

/**
 * Judge one photo by its features. Two bins: score = w . x + b, above 0 means the second bin. More bins: the
 * largest one-vs-rest score wins, the first of equals. The distance is the winner's score / |w|, or 0 where the
 * bins hold the same photos and |w| is 0.
 * @throws RangeError if the row has another number of features than the classifier, or is not finite
 */
export function judge(classifier: Judge, row: FeatureVector): Verdict {
  const x = applyScaling(row, classifier.scaling);
  return judgeValues(
    classifier,
    classifier.boundaries.map(({ weights, bias }) => dot(weights, x) + bias),
  );
}

/**
 * The same, where w . x + b is known.
 * @param values one per boundary
 * @throws RangeError if a value is not finite
 */
export function judgeValues(
  {
    labels,
    boundaries,
  }: Pick<Classifier, 'labels'> & { readonly boundaries: readonly Pick<Boundary, 'norm'>[] },
  values: readonly number[],
): Verdict {
  if (!values.every(Number.isFinite))
    throw new RangeError('The features of the photo to judge are not finite');

  const scores = scoresPerLabel(values);
  const winner = winnerOf(scores);
  const decisive = values.length > 1 ? winner : 0;
  const score = values[decisive] ?? 0;
  const norm = boundaries[decisive]?.norm ?? 0;
  return { label: labels[winner] ?? '', score, distance: norm > 0 ? score / norm : 0, scores };
}

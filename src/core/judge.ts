// What a classifier says about one photo.

import { scoresPerLabel, winnerOf } from './decide.ts';
import { applyScaling } from './scaling.ts';
import { dot } from './svm/vectors.ts';
import type { Classifier, FeatureVector, Verdict } from './types.ts';

/**
 * Judge one photo by its features. Two bins: score = w . x + b, above 0 means the second bin. More bins: the
 * largest one-vs-rest score wins, the first of equals. The distance is the winner's score / |w|, or 0 where the
 * bins hold the same photos and |w| is 0.
 * @throws RangeError if the row has another number of features than the classifier, or is not finite
 */
export function judge(classifier: Classifier, row: FeatureVector): Verdict {
  const { labels, scaling, boundaries } = classifier;
  const x = applyScaling(row, scaling);
  const values = boundaries.map(({ weights, bias }) => dot(weights, x) + bias);
  if (!values.every(Number.isFinite))
    throw new RangeError('The features of the photo to judge are not finite');

  const scores = scoresPerLabel(values);
  const winner = winnerOf(scores);
  const decisive = values.length > 1 ? winner : 0;
  const score = values[decisive] ?? 0;
  const norm = boundaries[decisive]?.norm ?? 0;
  return { label: labels[winner] ?? '', score, distance: norm > 0 ? score / norm : 0, scores };
}

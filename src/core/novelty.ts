// When a photo is unlike every training photo, so that none of the bins should claim it.

import { binSizes } from './bins.ts';
import { quantile } from './quantile.ts';
import { gramMatrix } from './svm/gram.ts';
import { addScaled, at, dot } from './svm/vectors.ts';
import type { FeatureVector } from './types.ts';

/** What a photo that is like none of the training photos is called, in place of a bin. */
export const NEITHER = 'neither';

/** How similar a photo must be to some training photo to count as one of their kind. */
export interface NoveltyRule {
  /** A photo whose nearest training photo is less similar than this is like none of them. Cosine, -1..1. */
  readonly limit: number;
  /** Median similarity of the training photos to the nearest other one. Cosine, -1..1; at least `limit`. */
  readonly median: number;
  /** How many training photos the rule was learned from. */
  readonly photos: number;
}

/** A training photo and how similar a photo is to it. */
export interface Neighbour {
  /** Index of the training photo. */
  readonly row: number;
  /** Cosine, -1..1. */
  readonly similarity: number;
}

/**
 * How much farther than the typical training photo a new one may be from its nearest: 18 degrees. Measured on the
 * talk's cars it takes in all other cars and turns away everything else, with 1 to 10 photos a bin.
 */
const LEEWAY = Math.PI / 10;
/** Where the training photos differ much among themselves, the limit is no tighter than what this share of them need. */
const SHARE = 0.9;

/**
 * Learn how near the training photos are to each other. Work in angles, acos(cosine of the raw features): limit =
 * the median angle to the nearest other training photo plus 18 degrees, or the 90th percentile of these angles
 * where that is wider. A photo alone in its bin has nobody to be near to: its own angle does not count, though
 * others may find it. Features are not centred: what all photos of the bins have in common is the very thing that
 * makes another photo unlike them. Use logits, whatever the classifier uses: they tell kinds apart best (measured:
 * AUC 0.95, where the middle of the network has 0.8).
 * After the nearest-neighbour distance as a score of novelty (Ramaswamy, Rastogi and Shim 2000); the limit is ours.
 * Costs O(photos^2 features).
 * @param rows one feature vector per training photo, all of the same length
 * @param targets per row, the index of its label; their order and that of the rows do not matter
 * @returns null when no bin holds two photos: there is nothing to learn from
 * @throws RangeError if a feature is not finite
 */
export function learnNovelty(rows: readonly FeatureVector[], targets: readonly number[]): NoveltyRule | null {
  const sizes = binSizes(targets);
  const counting = [...targets.keys()].filter((row) => (sizes[targets[row] ?? -1] ?? 0) > 1);
  if (counting.length === 0) return null;

  const similarities = gramMatrix(unitRows(rows));
  const angles = counting.map((row) => {
    let nearest = -1;
    for (let other = 0; other < rows.length; other++) {
      if (other !== row) nearest = Math.max(nearest, at(similarities, row * rows.length + other));
    }
    return Math.acos(Math.min(nearest, 1));
  });
  const median = quantile(angles, 0.5);
  const limit = Math.min(Math.max(median + LEEWAY, quantile(angles, SHARE)), Math.PI);
  return { limit: Math.cos(limit), median: Math.cos(median), photos: counting.length };
}

/** Is a photo whose nearest training photo is this similar (cosine) unlike them all? */
export function isNovel(rule: NoveltyRule, similarity: number): boolean {
  return similarity < rule.limit;
}

/**
 * The training photos most like a photo, O(photos features).
 * @param units the training photos through `unitRows`, once for all photos to judge
 * @returns at most `count`, most similar first, the lower row first among equals
 * @throws RangeError if the row has another number of features than the training photos, or is not finite
 */
export function nearestPhotos(
  units: readonly Float64Array[],
  row: FeatureVector,
  count: number,
): readonly Neighbour[] {
  const unit = toUnit(row);
  return units
    .map((other, index) => {
      if (other.length !== unit.length) {
        throw new RangeError(
          `A row of ${unit.length} features cannot be compared with one of ${other.length}`,
        );
      }
      return { row: index, similarity: Math.min(Math.max(dot(unit, other), -1), 1) };
    })
    .sort((a, b) => b.similarity - a.similarity || a.row - b.row)
    .slice(0, count);
}

/**
 * Rows of length 1, in float64, so that their dot products are cosines. A row of zeros stays one: its similarity to
 * everything is 0.
 * @throws RangeError if a feature is not finite
 */
export function unitRows(rows: readonly FeatureVector[]): readonly Float64Array[] {
  return rows.map(toUnit);
}

function toUnit(row: FeatureVector): Float64Array {
  const wide = new Float64Array(row);
  const length = Math.sqrt(dot(wide, wide));
  if (!Number.isFinite(length)) throw new RangeError('The features of a photo to compare are not finite');
  const unit = new Float64Array(row.length);
  if (length > 0) addScaled(unit, 1 / length, wide);
  return unit;
}

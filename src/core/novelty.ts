// When a photo is unlike every training photo, so that none of the bins should claim it.

import { binSizes } from './bins.ts';
import type { ScaledRows } from './prepareTraining.ts';
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
 * @param targets per row, the index of its label; their order and that of the rows do not matter
 * @param nearest per row, how similar the most similar other row is; found in O(photos^2 features) if left out
 * @returns null when no bin holds two photos: there is nothing to learn from
 * @throws RangeError if a feature is not finite
 */
export function learnNovelty(
  rows: readonly FeatureVector[],
  targets: readonly number[],
  nearest?: Float64Array,
): NoveltyRule | null {
  const sizes = binSizes(targets);
  const counting = [...targets.keys()].filter((row) => (sizes[targets[row] ?? -1] ?? 0) > 1);
  if (counting.length === 0) return null;

  const similarities = nearest ?? nearestSimilarities(rows);
  const angles = counting.map((row) => Math.acos(Math.min(at(similarities, row), 1)));
  const median = quantile(angles, 0.5);
  const limit = Math.min(Math.max(median + LEEWAY, quantile(angles, SHARE)), Math.PI);
  return { limit: Math.cos(limit), median: Math.cos(median), photos: counting.length };
}

/**
 * Per row, how similar (cosine) the most similar other row is; -1 for a single one.
 * @throws RangeError if a feature is not finite
 */
export function nearestSimilarities(rows: readonly FeatureVector[]): Float64Array {
  const count = rows.length;
  const similarities = gramMatrix(unitRows(rows));
  return mostPerRow(count, (row, other) => at(similarities, row * count + other));
}

/**
 * The same for rows that have been scaled and multiplied with each other already, in O(photos^2): as the scaling is
 * affine, what it took away is put back, z_i . z_j = rms^2 (x_i . x_j + (x_i + x_j) . m + m . m) with m = mean / rms.
 */
export function nearestOfScaled({ scaling, scaled, gram }: ScaledRows): Float64Array {
  const count = scaled.length;
  const origin = scaling.mean.map((mean) => mean / scaling.rms);
  const square = dot(origin, origin);
  const offsets = Float64Array.from(scaled, (x) => dot(x, origin) + square / 2);
  const product = (row: number, other: number) =>
    at(gram, row * count + other) + at(offsets, row) + at(offsets, other);
  const lengths = offsets.map((_, row) => Math.sqrt(Math.max(product(row, row), 0)));
  return mostPerRow(count, (row, other) => {
    const size = at(lengths, row) * at(lengths, other);
    return size > 0 ? product(row, other) / size : 0;
  });
}

function mostPerRow(count: number, similarity: (row: number, other: number) => number): Float64Array {
  return Float64Array.from({ length: count }, (_, row) => {
    let most = -1;
    for (let other = 0; other < count; other++) {
      if (other !== row) most = Math.max(most, similarity(row, other));
    }
    return most;
  });
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
  return mostSimilar(units.length, count, (index) => {
    const other = units[index] as Float64Array;
    if (other.length !== unit.length) {
      throw new RangeError(`A row of ${unit.length} features cannot be compared with one of ${other.length}`);
    }
    return Math.min(Math.max(dot(unit, other), -1), 1);
  });
}

/** Of rows with these similarities, at most `count`, most similar first, the lower row first among equals. */
export function mostSimilar(
  rows: number,
  count: number,
  similarityOf: (row: number) => number,
): readonly Neighbour[] {
  const found: Neighbour[] = [];
  // A few are wanted of thousands: to insert these few is quicker than to sort all.
  for (let row = 0; row < rows; row++) {
    const similarity = similarityOf(row);
    if (found.length === count && similarity <= (found[count - 1]?.similarity ?? Infinity)) continue;
    let place = found.length;
    while (place > 0 && (found[place - 1]?.similarity ?? Infinity) < similarity) place--;
    found.splice(place, 0, { row, similarity });
    if (found.length > count) found.pop();
  }
  return found;
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

// All photos in a plane: the two directions in which the training photos differ most.

import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { mulberry32, shuffle } from '../random.ts';
import { applyScaling } from '../scaling.ts';
import { gramMatrix } from '../svm/gram.ts';
import { addScaled, dot } from '../svm/vectors.ts';
import type { Classifier, FeatureVector } from '../types.ts';
import type { PhotoMap } from './types.ts';

export interface MapInput {
  /** The training photos' features, and for each the index of its label. */
  readonly rows: readonly FeatureVector[];
  readonly targets: readonly number[];
  /** The features of photos that nothing was learned from. */
  readonly tests: readonly FeatureVector[];
  /** Trained on these rows: its scaling is the map's, and its boundary is drawn. */
  readonly classifier: Classifier;
}

/** The eigenvectors of a larger Gram matrix would take too long: O(n^3). */
const MOST_ROWS = 300;
/** Chooses the photos that make the directions where there are more. */
const SEED = 1;
/** A direction with less than this share of the variance is rounding. */
const NO_VARIANCE = 1e-9;

/**
 * Principal components (Pearson 1901) of the scaled training rows: x is the direction of most variance, y that of most
 * of the rest. Both keep the units of the scaled features, so that distances in the plane can be compared. The
 * components are X^T u / sqrt(lambda) for the eigenvectors u of the Gram matrix, which is small where the rows are long.
 * With more than 300 rows, 300 of them, always the same ones, give the directions; all are drawn.
 *
 * The signs are fixed: the last label's mean lies right of the first's, and of y's direction the entry of largest
 * magnitude is positive. Where the photos differ in one direction only (two photos, say), y is 0; in none, x too.
 * @throws RangeError if a row has another number of features than the classifier
 */
export function mapPhotos({ rows, targets, tests, classifier }: MapInput): PhotoMap {
  const scaled = rows.map((row) => applyScaling(row, classifier.scaling));
  const [first, second] = principalDirections(scaled);
  const x = isTurned(first, scaled, targets) ? negated(first) : first;
  const y = largestEntry(second) < 0 ? negated(second) : second;
  const place = (row: Float64Array) => [dot(row, x), dot(row, y)] as const;
  const places = scaled.map(place);

  const total = sum(scaled.map((row) => dot(row, row))) || 1;
  const [boundary, ...more] = classifier.boundaries;
  return {
    rows: places,
    tests: tests.map((row) => place(applyScaling(row, classifier.scaling))),
    shares: [sum(places.map(([px]) => px * px)) / total, sum(places.map(([, py]) => py * py)) / total],
    directionsFrom: Math.min(rows.length, MOST_ROWS),
    // The plane passes through the training photos' mean, the origin of the scaled features, where the score is the bias.
    boundary: boundary && more.length === 0 ? { normal: place(boundary.weights), bias: boundary.bias } : null,
  };
}

/** The first two principal directions of rows with mean 0: of length 1, or zeros where there is no such direction. */
function principalDirections(rows: readonly Float64Array[]): readonly [Float64Array, Float64Array] {
  const some = rows.length > MOST_ROWS ? shuffle(rows, mulberry32(SEED)).slice(0, MOST_ROWS) : rows;
  const gram = Matrix.from1DArray(some.length, some.length, gramMatrix(some));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
  const trace = sum(realEigenvalues);
  const direction = (rank: number) => {
    const sums = new Float64Array(rows[0]?.length ?? 0);
    // Ascending: the largest is the last.
    const column = some.length - 1 - rank;
    const lambda = realEigenvalues[column] ?? 0;
    if (lambda <= NO_VARIANCE * trace) return sums;
    for (const [i, row] of some.entries()) {
      addScaled(sums, eigenvectorMatrix.get(i, column) / Math.sqrt(lambda), row);
    }
    return sums;
  };
  return [direction(0), direction(1)];
}

/** Does the last label's mean lie left of the first's? Where both are at the same place, by the largest entry. */
function isTurned(
  direction: Float64Array,
  rows: readonly Float64Array[],
  targets: readonly number[],
): boolean {
  const meanOf = (label: number) => {
    const places = rows.filter((_, i) => targets[i] === label).map((row) => dot(row, direction));
    return sum(places) / places.length;
  };
  const step = meanOf(Math.max(...targets)) - meanOf(Math.min(...targets));
  return Math.abs(step) > NO_VARIANCE ? step < 0 : largestEntry(direction) < 0;
}

function largestEntry(direction: Float64Array): number {
  return direction.reduce((largest, entry) => (Math.abs(entry) > Math.abs(largest) ? entry : largest), 0);
}

const negated = (direction: Float64Array) => direction.map((entry) => -entry);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

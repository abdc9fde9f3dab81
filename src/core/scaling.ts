// Centre the features and bring them to unit size, all photos alike: affine, so explanations stay exact sums.

import { addScaled, dot } from './svm/vectors.ts';
import type { Boundary, FeatureVector, Scaling } from './types.ts';

/**
 * Learn the scaling from the training photos: mean of each feature, and rms = sqrt(mean over photos of
 * |z - mean|^2), one number for all features. So the scaled rows have mean 0 and mean squared length 1, which is
 * what ml-svm's fixed step threshold needs, and features keep their relative sizes.
 * Where all rows are equal the rms would be 0; it is 1 then, and every training row scales to zeros.
 * @param rows at least one row, all of the same length; if any feature is NaN or infinite, rms is NaN
 */
export function fitScaling(rows: readonly FeatureVector[]): Scaling {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) addScaled(sums, 1, new Float64Array(row));
  const mean = sums.map((sum) => sum / rows.length);

  let squares = 0;
  for (const row of rows) {
    const offset = new Float64Array(row);
    addScaled(offset, -1, mean);
    squares += dot(offset, offset);
  }
  const rms = Math.sqrt(squares / rows.length);
  return { mean, rms: rms === 0 ? 1 : rms };
}

/**
 * x = (z - mean) / rms, in float64.
 * @throws RangeError if the row has another number of features than the scaling
 */
export function applyScaling(row: FeatureVector, { mean, rms }: Scaling): Float64Array {
  if (row.length !== mean.length) {
    throw new RangeError(
      `A row of ${row.length} features cannot be scaled by a classifier of ${mean.length}`,
    );
  }
  const offset = new Float64Array(row);
  addScaled(offset, -1, mean);
  const x = new Float64Array(mean.length);
  addScaled(x, 1 / rms, offset);
  return x;
}

/** A score as a function of features z, or of a module's channel means: direction . z + offset + the boundary's bias. */
export interface UnscaledScore {
  readonly direction: Float64Array;
  readonly offset: number;
}

/** A boundary's score as a function of the features as they leave the network. */
export function undoScaling({ weights }: Pick<Boundary, 'weights'>, { mean, rms }: Scaling): UnscaledScore {
  const direction = weights.map((weight) => weight / rms);
  return { direction, offset: -dot(direction, mean) };
}

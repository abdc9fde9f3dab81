// All dot products between training rows, once: every binary problem and every solver reads from here.

import { at, dot } from './vectors.ts';

/** Rows whose mean squared distance from their mean is below this share of their mean square are equal but for rounding. */
const ROUNDING = 1e-12;

/**
 * Gram matrix of the rows of X: G[i * n + j] = x_i . x_j.
 * @param rows n rows of the same length
 * @returns n * n numbers, exactly symmetric; permuting the rows permutes it bit for bit
 */
export function gramMatrix(rows: readonly Float64Array[]): Float64Array {
  const count = rows.length;
  const gram = new Float64Array(count * count);
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of rows.entries()) {
      if (j > i) break;
      const product = dot(a, b);
      gram[i * count + j] = product;
      gram[j * count + i] = product;
    }
  }
  return gram;
}

/**
 * The mean squared distance of some rows from their own mean, from dot products alone: what dividing by their rms, as
 * `fitScaling` learns it, divides dot products by.
 * @param gram n * n dot products of all rows
 * @param kept indices of the rows that count, at least one
 * @returns above 0; 1 where these rows are all equal, as in `fitScaling`
 */
export function squaredRms(gram: Float64Array, kept: readonly number[]): number {
  const count = Math.sqrt(gram.length);
  const mask = new Float64Array(count);
  for (const row of kept) mask[row] = 1;
  let [squares, sum] = [0, 0];
  for (const row of kept) {
    squares += at(gram, row * count + row);
    sum += dot(gram.subarray(row * count, (row + 1) * count), mask);
  }
  const meanSquare = squares / kept.length;
  const variance = meanSquare - sum / kept.length ** 2;
  return variance > ROUNDING * meanSquare ? variance : 1;
}

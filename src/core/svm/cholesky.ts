// Linear equations with a matrix of dot products, which is singular where rows are equal or too many.

import { addScaled, at, dot } from './vectors.ts';

/** A pivot below this share of the largest diagonal entry is rounding: its row depends on those before it. */
const DEPENDENT = 1e-11;

/** H = L L^T for the rows that are independent; the others are left out, with zeros for an answer. */
export interface Factor {
  readonly size: number;
  /** L, size * size, row by row; what is above the diagonal is of no meaning. */
  readonly lower: Float64Array;
  /** 1 per row that does not depend on those before it, else 0. */
  readonly independent: Uint8Array;
}

/**
 * Cholesky's factorisation of a symmetric matrix that has no negative eigenvalue. size^3 / 6 multiplications.
 * @param matrix size * size; the diagonal and what is below it are read, and overwritten by the factor
 */
export function factorise(matrix: Float64Array, size: number): Factor {
  const independent = new Uint8Array(size);
  let largest = 0;
  for (let a = 0; a < size; a++) largest = Math.max(largest, at(matrix, a * size + a));
  for (let a = 0; a < size; a++) {
    const row = matrix.subarray(a * size, a * size + a);
    for (let b = 0; b < a; b++) {
      if (independent[b] === 0) {
        row[b] = 0;
        continue;
      }
      const other = matrix.subarray(b * size, b * size + b);
      row[b] = (at(row, b) - dot(other, row)) / at(matrix, b * size + b);
    }
    const pivot = at(matrix, a * size + a) - dot(row, row);
    if (pivot > DEPENDENT * largest) independent[a] = 1;
    matrix[a * size + a] = Math.sqrt(Math.max(pivot, 0));
  }
  return { size, lower: matrix, independent };
}

/** x becomes L^-1 x, in place. */
export function solveLower({ size, lower, independent }: Factor, x: Float64Array): void {
  for (let a = 0; a < size; a++) {
    const known = dot(lower.subarray(a * size, a * size + a), x);
    x[a] = independent[a] === 1 ? (at(x, a) - known) / at(lower, a * size + a) : 0;
  }
}

/** x becomes L^-T x, in place. */
export function solveUpper({ size, lower, independent }: Factor, x: Float64Array): void {
  for (let a = size - 1; a >= 0; a--) {
    const value = independent[a] === 1 ? at(x, a) / at(lower, a * size + a) : 0;
    x[a] = value;
    if (value !== 0) addScaled(x, -value, lower.subarray(a * size, a * size + a));
  }
}

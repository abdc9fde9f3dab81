// All dot products between training rows, once: every binary problem and every solver reads from here.

import { dot } from './vectors.ts';

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

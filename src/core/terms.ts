// Why a score is what it is: one term per feature plus a constant, which sum to it exactly.

import { applyScaling } from './scaling.ts';
import { at } from './svm/vectors.ts';
import type { Boundary, FeatureVector, Scaling, Term } from './types.ts';

/**
 * Take a score apart: score = constant + sum of w_j * x_j. No approximation: the score is linear in the features
 * (measured from the training photos' mean, so the constant is what the boundary says of the average photo).
 * @returns one term per feature, in the order of the features; the sum is the score up to rounding (1e-9)
 * @throws RangeError if the row has another number of features than the scaling
 */
export function explainTerms(
  boundary: Pick<Boundary, 'weights' | 'bias'>,
  scaling: Scaling,
  row: FeatureVector,
): { readonly terms: readonly Term[]; readonly constant: number } {
  const x = applyScaling(row, scaling);
  const terms = Array.from(x, (value, index) => ({ index, value: at(boundary.weights, index) * value }));
  return { terms, constant: boundary.bias };
}

/**
 * The terms that weigh most, whichever way they pull, and all others together.
 * @returns `strongest`: at most `count` terms by falling |value|, the lower index first among equals;
 *   `others`: the sum of the rest
 */
export function strongestTerms(
  terms: readonly Term[],
  count: number,
): { readonly strongest: readonly Term[]; readonly others: number } {
  const sorted = [...terms].sort((a, b) => Math.abs(b.value) - Math.abs(a.value) || a.index - b.index);
  const others = sorted.slice(count).reduce((sum, { value }) => sum + value, 0);
  return { strongest: sorted.slice(0, count), others };
}

// The one file that knows ml-svm: it trains on our Gram matrix, and what it leaves wrong is put right here.
/// <reference path="./ml-svm.d.ts" />

import SVM from 'ml-svm';
import { BinsightError } from '../errors.ts';
import type { SvmProblem } from './smo.ts';
import { at } from './vectors.ts';

/** Beyond this many photos ml-svm is left out: its sweeps cost O(n^2) each, and it would only use up its visits. */
export const ML_SVM_MOST_PHOTOS = 200;

/**
 * Entries of the Gram matrix that its sweeps may visit before it hands over: 7 ms. Up to 50 photos it is done before;
 * with 100 it would take 5 to 13 ms and with 200 30 to 80 to save the exact solver 1 or 2 of its 3 to 5.
 */
const MOST_VISITS = 1e6;

export type WarmStart =
  | { readonly status: 'ready'; readonly alphas: Float64Array }
  | { readonly status: 'gave-up' }
  | { readonly status: 'useless' };

/**
 * Train ml-svm (the simplified SMO of Stanford's CS229 after Platt 1998) and make its alphas feasible: it stops
 * early and lets alphas leave the box, so they are a start for the exact solver, not a result.
 * @param random numbers in [0, 1); a constant one would loop for ever
 * @returns `ready`: alphas in [0, bounds], sum(alpha y) = 0, dual objective above that of zeros.
 *   `gave-up`: out of sweeps. `useless`: zeros would be as good a start
 * @throws BinsightError train-failed if ml-svm fails in another way
 */
export function trainMlSvm(problem: SvmProblem, random: () => number): WarmStart {
  const { gram, signs, bounds } = problem;
  const count = signs.length;
  const svm = new SVM<readonly [number]>({
    C: Math.max(...bounds),
    // ml-kernel calls any object's `compute` with two rows; our rows are indices into the Gram matrix.
    kernel: { compute: ([i], [j]) => at(gram, i * count + j) },
    whitening: false,
    alphaTol: 0,
    maxIterations: Math.min(10_000, Math.ceil(MOST_VISITS / count ** 2)),
    random,
  });
  try {
    svm.train(
      Array.from(signs, (_, i) => [i] as const),
      Array.from(signs),
    );
  } catch (cause) {
    if (cause instanceof Error && cause.message === 'max iterations reached') return { status: 'gave-up' };
    throw new BinsightError('train-failed', { solver: 'ml-svm' }, { cause });
  }
  const alphas = new Float64Array(count);
  for (const [k, i] of svm.supportVectors().entries()) alphas[i] = svm.alphas[k] ?? 0;
  makeFeasible(alphas, problem);
  return dualObjective(alphas, problem) > 0 ? { status: 'ready', alphas } : { status: 'useless' };
}

/** Clip to the box, then shrink the heavier side until sum(alpha y) = 0; shrinking never leaves the box. */
function makeFeasible(alphas: Float64Array, { signs, bounds }: SvmProblem): void {
  let [positive, negative] = [0, 0];
  for (const [i, alpha] of alphas.entries()) {
    const clipped = Math.min(Math.max(alpha, 0), at(bounds, i));
    alphas[i] = clipped;
    if (at(signs, i) > 0) positive += clipped;
    else negative += clipped;
  }
  const target = Math.min(positive, negative);
  for (const [i, alpha] of alphas.entries()) {
    const side = at(signs, i) > 0 ? positive : negative;
    alphas[i] = side > 0 ? alpha * (target / side) : 0;
  }
}

/** sum(alpha) - |w|^2 / 2; zeros have 0. */
function dualObjective(alphas: Float64Array, { gram, signs }: SvmProblem): number {
  const count = signs.length;
  let objective = 0;
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (let j = 0; j < count; j++) score += at(gram, i * count + j) * at(alphas, j) * at(signs, j);
    objective += at(alphas, i) * (1 - 0.5 * at(signs, i) * score);
  }
  return objective;
}

// One binary problem, from rows to a boundary that carries the proof of its quality.

import type { Boundary, Solver } from '../types.ts';
import { ML_SVM_MOST_PHOTOS, trainMlSvm } from './mlSvm.ts';
import { type SvmProblem, solveSmo } from './smo.ts';
import { addScaled, at, dot } from './vectors.ts';

/** A |w| below this is rounding: in scaled features a real one is above 0.01. */
const NO_DIRECTION = 1e-9;

/**
 * Find the boundary of least |w|^2 / 2 + sum of bounds_i * max(0, 1 - y_i (w . x_i + b)): ml-svm first, then our
 * exact SMO from its alphas. Primal, dual and gap are computed from the weights themselves, not from the solver's
 * own book-keeping, so they hold whatever the solver did.
 * @param rows the n scaled rows that the Gram matrix was made of
 * @param problem n rows with both signs present
 * @param random numbers in [0, 1) for ml-svm's choice of pairs
 * @throws BinsightError train-failed if ml-svm fails in a way we don't know
 */
export function fitBoundary(
  rows: readonly Float64Array[],
  problem: SvmProblem,
  random: () => number,
): Boundary {
  const { signs, bounds } = problem;
  const { solver, start } = warmStart(problem, random);
  const { alphas, bias, iterations } = solveSmo(problem, start);

  const weights = new Float64Array(rows[0]?.length ?? 0);
  for (const [i, x] of rows.entries()) {
    if (at(alphas, i) > 0) addScaled(weights, at(alphas, i) * at(signs, i), x);
  }
  // The same photos on both sides cancel out but for rounding, which must not pass for a direction.
  if (dot(weights, weights) < NO_DIRECTION ** 2) weights.fill(0);
  const squaredNorm = dot(weights, weights);
  const scores = Float64Array.from(rows, (x) => dot(weights, x) + bias);
  let hinge = 0;
  for (const [i, score] of scores.entries()) {
    hinge += at(bounds, i) * Math.max(0, 1 - at(signs, i) * score);
  }
  const primal = squaredNorm / 2 + hinge;
  const dual = alphas.reduce((sum, alpha) => sum + alpha, 0) - squaredNorm / 2;
  const norm = Math.sqrt(squaredNorm);
  const supportVectors = [...alphas.keys()].filter((i) => at(alphas, i) > 0);
  return {
    weights,
    bias,
    shift: 0,
    scores,
    norm,
    alphas,
    supportVectors,
    primal,
    dual,
    gap: primal - dual,
    solver,
    iterations,
  };
}

/** ml-svm's alphas where they help, and an honest name for what will have trained the boundary. */
function warmStart(problem: SvmProblem, random: () => number): { solver: Solver; start?: Float64Array } {
  if (problem.signs.length > ML_SVM_MOST_PHOTOS) return { solver: 'smo:many-photos' };
  const start = trainMlSvm(problem, random);
  if (start.status === 'ready') return { solver: 'ml-svm+smo', start: start.alphas };
  return { solver: `smo:ml-svm-${start.status}` };
}

// What a boundary says of photos that it has not learned from: exactly, from one Gram matrix of all photos.

import { binWeights, boundPerRow } from '../bins.ts';
import { signsOf } from '../decide.ts';
import { squaredRms } from '../svm/gram.ts';
import { solveSmo } from '../svm/smo.ts';
import { at } from '../svm/vectors.ts';

/**
 * The score of every row by a boundary that was trained without the row's fold, with the mean and the rms of the
 * remaining rows.
 *
 * No approximation, though every fit reads the same Gram matrix of all rows. A boundary with a bias does not feel
 * where the origin lies, so a mean of its own changes nothing. Rows that grow by a factor r let w shrink by it, so
 * |w|^2 / 2 + C * losses becomes what C * r^2 would have made it: an rms of its own is another C, and the score
 * of a photo stays the same (see `boundsFor`). A row with bound 0 is not there, but is given a score.
 * @param gram n * n dot products of all rows, scaled together
 * @param targets per row, the index of its label
 * @param positives per boundary, the label on its positive side; all others are on the negative one
 * @param of per row, the number of its fold; below 0 for a row that is never left out
 * @param known per boundary, the alphas of all rows, where they are known: the fits start from them
 * @returns per boundary n scores, without a moved threshold (see threshold.ts), in the order of the rows; NaN for
 *   rows that are never left out, and where leaving the fold out empties a side
 */
export function heldOutScores(
  gram: Float64Array,
  targets: readonly number[],
  positives: readonly number[],
  C: number,
  of: Int32Array,
  known?: readonly Float64Array[],
): Float64Array[] {
  const boundsOfAll = boundPerRow(targets, C);
  const problems = positives.map((positive, k) => {
    const signs = signsOf(targets, positive);
    const alphas = known?.[k] ?? solveSmo({ gram, signs, bounds: boundsOfAll }).alphas;
    return { signs, alphas, scores: new Float64Array(targets.length).fill(NaN) };
  });
  const folds = new Set(of.filter((fold) => fold >= 0));
  for (const fold of folds) {
    const kept = targets.flatMap((_, row) => (of[row] === fold ? [] : [row]));
    const bounds = boundsFor(gram, targets, kept, C);
    for (const { signs, alphas, scores } of problems) {
      if (new Set(kept.map((row) => at(signs, row))).size < 2) continue;
      const without = solveSmo({ gram, signs, bounds }, startFrom(alphas, signs, boundsOfAll, bounds));
      for (const [row, score] of without.scores.entries()) if (of[row] === fold) scores[row] = score;
    }
  }
  return problems.map(({ scores }) => scores);
}

/**
 * The bounds that make a solver on the Gram matrix of all rows train on some of them as if they were all there are:
 * 0 for the others, and C / rms^2 for these, where rms is their own root mean square distance from their mean, in
 * units of the rows as they are scaled now; C where they are all equal, as in `fitScaling`. Each bin counts alike
 * (see `binWeights`): else, at a small C, leaving one photo out would hand the verdict to the other bin.
 * @param targets per row, the index of its label
 * @param kept indices of the rows to train on, at least one
 * @returns one bound per row of the Gram matrix
 */
export function boundsFor(
  gram: Float64Array,
  targets: readonly number[],
  kept: readonly number[],
  C: number,
): Float64Array {
  const bound = C / squaredRms(gram, kept);
  const weights = binWeights(kept.map((row) => targets[row] ?? 0));
  const bounds = new Float64Array(targets.length);
  for (const row of kept) bounds[row] = bound * (weights[targets[row] ?? 0] ?? 0);
  return bounds;
}

/**
 * The alphas of all rows, made feasible for some: each the same share of its bound as before, so that those at their
 * bound stay there, and the heavier side made lighter until sum(alpha y) = 0, by those that are not at their bound where
 * they suffice. With thousands of photos the few that have to move are found several times faster than from zeros.
 */
function startFrom(
  alphas: Float64Array,
  signs: Float64Array,
  before: Float64Array,
  bounds: Float64Array,
): Float64Array {
  const start = alphas.map((alpha, row) =>
    alpha < at(before, row) ? alpha * (at(bounds, row) / at(before, row)) : at(bounds, row),
  );
  const sumOf = (counts: (row: number) => boolean) =>
    start.reduce((sum, alpha, row) => (counts(row) ? sum + alpha : sum), 0);
  const isPositive = (row: number) => at(signs, row) > 0;
  const isFree = (row: number) => at(start, row) < at(bounds, row);
  const positive = sumOf(isPositive);
  const negative = sumOf((row) => !isPositive(row));
  if (positive === negative) return start;
  const isHeavier = (row: number) => isPositive(row) === positive > negative;
  const excess = Math.abs(positive - negative);
  const free = sumOf((row) => isHeavier(row) && isFree(row));
  const isEnough = free > excess;
  const factor = 1 - excess / (isEnough ? free : Math.max(positive, negative));
  return start.map((alpha, row) => (isHeavier(row) && (!isEnough || isFree(row)) ? alpha * factor : alpha));
}

// The learning curve: what classifiers that learned from fewer of the photos make of the others.

import { rowsByBin } from '../bins.ts';
import { positiveLabels, scoresPerLabel, winnerOf } from '../decide.ts';
import { quantile } from '../quantile.ts';
import { mulberry32, shuffle } from '../random.ts';
import { solveSmo } from '../svm/smo.ts';
import { at } from '../svm/vectors.ts';
import { boundsFor } from './heldOutScores.ts';
import type { CurvePoint, LearningCurve } from './types.ts';

export interface CurveInput {
  /** n * n dot products of the scaled training rows (mean 0, mean squared length 1), as `gramMatrix` gives them. */
  readonly gram: Float64Array;
  /** Per row, the index of its label. */
  readonly targets: readonly number[];
  /** As in training. */
  readonly C: number;
  readonly seed: number;
  /** Random choices of photos per point; `chooseRepeats` if left out. */
  readonly repeats?: number;
}

/** Photos per bin to try: each number up to 10, then ever larger steps. The largest possible one comes last. */
const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 50, 80, 120, 180];
/** A step this near to the largest possible number (relative to it) would tell nothing new. */
const NEAR = 0.85;
/** At least a tenth of the smallest bin is judged, as in tenfold cross-validation: a single photo says too little. */
const TRAINED_SHARE = 0.9;
/** Classifiers of more photos than this cost too much to train them dozens of times: there the curve ends. */
const MOST_TRAINED = 400;

/**
 * Learn from a few photos of each bin, chosen at random, judge all the others, again and again, then with more
 * photos: repeated random subsampling ("Monte Carlo cross-validation", Picard and Cook 1984). Each bin gives the same
 * number, so each classifier is the plain SVM (one-vs-rest for more than two bins) and no threshold is moved.
 * Same input, same curve.
 * @returns points by rising number of photos per bin, up to 9 tenths of the smallest bin (or 400 photos in all); no
 *   points where fewer than two bins hold photos or one of them holds a single one
 */
export function learningCurve({ gram, targets, C, seed, repeats }: CurveInput): LearningCurve {
  const bins = rowsByBin(targets).filter((rows) => rows.length > 0);
  const times = repeats ?? chooseRepeats(targets.length, bins.length);
  const random = mulberry32(seed);
  const points = chooseSteps(bins).map((perBin) => {
    const accuracies = Array.from({ length: times }, () => {
      const shuffled = bins.map((rows) => shuffle(rows, random));
      return tryOnce(gram, targets, shuffled, perBin, C);
    });
    return summarise(perBin, accuracies);
  });
  return { points, repeats: times };
}

/** 300 for two bins of 10 photos, 25 for two of 100, at least 10: the curve takes a second or less. */
export function chooseRepeats(photos: number, bins: number): number {
  return Math.min(Math.max(Math.round(2e6 / (photos ** 2 * bins)), 10), 300);
}

function chooseSteps(bins: readonly (readonly number[])[]): readonly number[] {
  if (bins.length < 2) return [];
  const smallest = Math.min(...bins.map((rows) => rows.length));
  const most = Math.min(Math.floor(TRAINED_SHARE * smallest), Math.floor(MOST_TRAINED / bins.length));
  if (most < 1) return [];
  return [...STEPS.filter((step) => (most <= 10 ? step < most : step < NEAR * most)), most];
}

/** Balanced accuracy, on all other photos, of a classifier of the first `perBin` photos of each bin. */
function tryOnce(
  gram: Float64Array,
  targets: readonly number[],
  bins: readonly (readonly number[])[],
  perBin: number,
  C: number,
): number {
  const chosen = bins.map((rows) => rows.slice(0, perBin));
  const bounds = boundsFor(gram, targets, chosen.flat(), C);
  const perBoundary = positiveLabels(bins.length).map((positive) => {
    const signs = new Float64Array(bounds.length).fill(-1);
    for (const row of chosen[positive] ?? []) signs[row] = 1;
    return solveSmo({ gram, signs, bounds }).scores;
  });
  const shares = bins.map((rows, bin) => {
    const others = rows.slice(perBin);
    const right = others.filter((row) => {
      const values = perBoundary.map((scores) => at(scores, row));
      return winnerOf(scoresPerLabel(values)) === bin;
    });
    return right.length / others.length;
  });
  return mean(shares);
}

function summarise(perBin: number, accuracies: readonly number[]): CurvePoint {
  const middle = mean(accuracies);
  const squares = accuracies.map((accuracy) => (accuracy - middle) ** 2);
  return {
    perBin,
    mean: middle,
    low: quantile(accuracies, 0.1),
    high: quantile(accuracies, 0.9),
    error: Math.sqrt(mean(squares) / Math.max(accuracies.length - 1, 1)),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

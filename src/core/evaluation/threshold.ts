// Bins of different sizes: how far to move a boundary's threshold, so that the larger bin does not win by its size.

import { binSizes } from '../bins.ts';
import type { PreparedTraining } from '../prepareTraining.ts';
import { chooseFolds, type Folds } from './folds.ts';
import { heldOutScores } from './heldOutScores.ts';

/**
 * With more photos than these in two bins the threshold is found with 10 folds instead of leave-one-out: it is part
 * of every training, and would come to cost more than all the rest of it.
 */
const LEAVE_ONE_OUT_MOST = 100;
/** Of each bin, as many photos' scores are enough to tell its mean: with more in all folds, some folds are enough. */
const ENOUGH_TRIED = 100;

/**
 * How many times as many photos the largest bin has as the smallest, at least 1. Bins without photos don't count;
 * without any photos it is 1.
 * @param targets per row, the index of its label
 */
export function sizeRatio(targets: readonly number[]): number {
  const sizes = usedSizes(targets);
  return sizes.length > 0 ? Math.max(...sizes) / Math.min(...sizes) : 1;
}

/**
 * How much of the way to the midpoint thresholds are moved, 0..1: none for bins of the same size, all of it once the
 * largest has twice as many photos as the smallest, and in proportion between, so that one more photo never makes
 * verdicts jump. None where a bin has but one photo: with no held-out score of it, its own boundary could not be
 * moved, and moving the others' alone made verdicts worse.
 */
export function shiftStrength(targets: readonly number[]): number {
  return Math.min(...usedSizes(targets)) > 1 ? Math.min(1, sizeRatio(targets) - 1) : 0;
}

/**
 * What to add to the bias of each boundary so that its threshold lies halfway between the mean held-out scores of
 * its two sides, times `shiftStrength`. Photos of a small bin pull less on the boundary, so that unseen ones of it
 * tend to score too low; weighing C by the bin’s size does not help where no alpha reaches C, which is usual here.
 * Measured on photos of ImageNet, mean balanced accuracy on the others before and after, logits, C = 10: 10 against
 * 2 photos 0.81 and 0.88; 10, 10 and 2 photos 0.76 and 0.84; 10, 10, 2 and 2 photos 0.70 and 0.77.
 * Where each bin has more than 100 photos, no more folds are tried than it takes to leave out 100 of each or so.
 * @param alphas per boundary, those of the boundary that all photos gave
 * @returns one number per boundary, in units of the score; zeros, at no cost, where nothing is to be moved
 */
export function thresholdShifts(
  { gram, targets, positives, C, seed }: PreparedTraining,
  alphas: readonly Float64Array[],
): number[] {
  const strength = shiftStrength(targets);
  if (strength === 0) return positives.map(() => 0);
  const folds = chooseFolds(targets, seed, LEAVE_ONE_OUT_MOST);
  const known = folds.holding.method === 'k-fold' ? alphas : undefined;
  const scores = heldOutScores(gram, targets, positives, C, foldsToTry(targets, folds), known);
  return positives.map((positive, k) => {
    const shift = midpointShift(scores[k] ?? new Float64Array(), (row) => targets[row] === positive);
    return strength * shift;
  });
}

/** Per row, the number of its fold, or -1 where its fold is not needed. Each fold has the same share of each bin. */
function foldsToTry(targets: readonly number[], { of, holding }: Folds): Int32Array {
  const enough = (ENOUGH_TRIED * holding.folds) / Math.min(...usedSizes(targets));
  return of.map((fold) => (fold < enough ? fold : -1));
}

/**
 * Held-out scores with the threshold moved, for each fold by what the others' scores ask for, so that no photo is
 * judged by a threshold that knew its score. How unequal the bins are is that of all photos: no secret of the
 * photo's, and bins of the same size stay as they are. The others' scores come from boundaries that did learn from
 * the photo; to train n times n boundaries instead would cost n times as much, and this errs on the careful side:
 * by about 0.02 of the balanced accuracy on unseen photos.
 * @param scores one boundary's `heldOutScores`; NaN stays NaN
 * @param of per row, the number of its fold, as given to `heldOutScores`
 */
export function shiftHeldOut(
  scores: Float64Array,
  targets: readonly number[],
  positive: number,
  of: Int32Array,
): Float64Array {
  const strength = shiftStrength(targets);
  if (strength === 0) return scores;
  const shifts = new Map<number, number>();
  for (const fold of of) {
    if (shifts.has(fold)) continue;
    const others = scores.map((score, row) => (of[row] === fold ? NaN : score));
    shifts.set(fold, strength * midpointShift(others, (row) => targets[row] === positive));
  }
  return scores.map((score, row) => score + (shifts.get(of[row] ?? -1) ?? 0));
}

/** Minus the midpoint of the sides' mean scores; NaN scores don't count, and without a score on a side it is 0. */
function midpointShift(scores: Float64Array, isPositive: (row: number) => boolean): number {
  const positive = mean(scores.filter((score, row) => !Number.isNaN(score) && isPositive(row)));
  const negative = mean(scores.filter((score, row) => !Number.isNaN(score) && !isPositive(row)));
  const midpoint = (positive + negative) / 2;
  return Number.isNaN(midpoint) ? 0 : -midpoint;
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const usedSizes = (targets: readonly number[]): number[] => binSizes(targets).filter((size) => size > 0);

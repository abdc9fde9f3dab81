// From scores to probabilities: Platt's sigmoid, fitted to held-out scores alone.

import type { Calibration, HeldOut, Sigmoid } from './types.ts';

/**
 * Held-out photos that each label needs at least. With fewer, one photo more or less swings the sigmoid, and the
 * correction of its targets alone keeps probabilities between 1/6 and 5/6: they would tell of the sample's size only.
 */
export const LEAST_HELD_OUT = 5;

/**
 * By how much log-likelihood the sigmoids must beat constants, per boundary: the price of one more parameter (Akaike
 * 1974). With labels shuffled at random (10 and 10 photos of ImageNet) this withholds 53 of 60 calibrations, where
 * asking for a slope below 0 alone withholds 36; with true labels it withholds 4 of 60, all with a
 * leave-one-out accuracy of 0.7 or less.
 */
const LEAST_GAIN = 1;

/** Newton's steps and their stopping rules, as in Lin, Lin and Weng but for the tighter gradient. */
const MOST_STEPS = 100;
const LEAST_STEP = 1e-10;
const LEAST_GRADIENT = 1e-9;
/** Keeps the Hessian invertible where all scores are equal. */
const RIDGE = 1e-12;

/**
 * Fit one sigmoid per boundary to the scores of photos that were held out (scores of training photos are too good, as
 * Platt says). Thresholds that were moved are part of these scores, as they are of the classifier's.
 *
 * How many photos somebody put into a bin says nothing of the next photo, so all labels count as equally likely: what
 * the bins' sizes put into the odds is taken out again (prior correction, King and Zeng 2001, "Logistic regression in
 * rare events data"). Else probabilities would contradict the moved thresholds: with 5 and 25 photos of
 * ImageNet, the likelier label was right for 0.67 of unseen photos (balanced) without, for 0.81 with it.
 * @param targets per row, the index of its label; labels without rows count for nothing
 * @returns `withheld` where it would mislead: `few` if a label has fewer than `LEAST_HELD_OUT` photos that could be
 *   held out, `blind` if a boundary's scores don't rise towards its own photos, or if all scores together tell no
 *   more than chance could; `least` is the number of held-out photos of the label with the fewest
 */
export function calibrate(heldOut: HeldOut, targets: readonly number[]): Calibration {
  const labels = [...new Set(targets)].sort((a, b) => a - b);
  const tried = targets.flatMap((target, row) => {
    const scores = heldOut.scores[row];
    return scores ? [{ label: labels.indexOf(target), scores }] : [];
  });
  const counts = labels.map((_, label) => tried.filter((photo) => photo.label === label).length);
  const least = counts.length > 0 ? Math.min(...counts) : 0;
  if (labels.length < 2 || least < LEAST_HELD_OUT) return { status: 'withheld', reason: 'few', least };

  const positives = labels.length === 2 ? [1] : [...labels.keys()];
  const fits = positives.map((positive) => {
    const scores = tried.map((photo) => photo.scores[positive] ?? NaN);
    const isPositive = tried.map(({ label }) => label === positive);
    return fitSigmoid(scores, isPositive);
  });
  const gain = fits.reduce((sum, fit) => sum + fit.gain, 0);
  if (gain < LEAST_GAIN * fits.length || fits.some(({ slope }) => slope >= 0)) {
    return { status: 'withheld', reason: 'blind', least };
  }
  const sigmoids = fits.map(({ slope, offset }, k) => {
    const count = counts[positives[k] ?? NaN] ?? NaN;
    const oddsOfSizes = (count / (tried.length - count)) * (labels.length - 1);
    return { slope, offset: offset + Math.log(oddsOfSizes) };
  });
  return { status: 'ready', sigmoids, photos: tried.length };
}

/**
 * The probability of each label for a photo with these scores.
 * @param calibration with one sigmoid per boundary, as for the classifier that gave the scores
 * @param scores one per label (two labels: [-score, score])
 * @returns one number per label, 0..1, sum 1. Two labels: the sigmoid and the rest. More: each label's sigmoid against
 *   all others, divided by their sum
 */
export function probabilities(
  { sigmoids }: Extract<Calibration, { status: 'ready' }>,
  scores: readonly number[],
): number[] {
  const [first] = sigmoids;
  if (sigmoids.length === 1 && first) {
    const logOdds = -(first.slope * (scores[1] ?? NaN) + first.offset);
    return [1 / (1 + Math.exp(logOdds)), 1 / (1 + Math.exp(-logOdds))];
  }
  // Logarithms, as all of the sigmoids may be too small for a float64, while their ratios are not.
  const logs = sigmoids.map(({ slope, offset }, label) => -softplus(slope * (scores[label] ?? NaN) + offset));
  const most = Math.max(...logs);
  const shares = logs.map((log) => Math.exp(log - most));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/**
 * Maximum likelihood for p = 1 / (1 + exp(slope * score + offset)) by Platt (1999, "Probabilistic outputs for support
 * vector machines"): in place of 1 and 0 the targets are (N+ + 1) / (N+ + 2) and 1 / (N- + 2), so that separable
 * scores give a finite slope. Newton's method with backtracking, without overflow or cancellation, by Lin, Lin and
 * Weng (2007, "A note on Platt's probabilistic outputs for support vector machines", the pseudo-code at the end).
 * @param scores finite; all equal is allowed, and gives about the share of positives whatever the score
 * @param positive whether each is of a photo of the positive side
 * @returns also `gain`: by how much its log-likelihood is above that of the best constant, at least 0 up to rounding
 */
export function fitSigmoid(
  scores: readonly number[],
  positive: readonly boolean[],
): Sigmoid & { readonly gain: number } {
  const positives = positive.filter(Boolean).length;
  const negatives = positive.length - positives;
  const wanted = positive.map((is) => (is ? (positives + 1) / (positives + 2) : 1 / (negatives + 2)));
  const loss = (slope: number, offset: number): number =>
    scores.reduce((sum, score, i) => {
      const z = slope * score + offset;
      return sum + (wanted[i] ?? NaN) * z + softplus(-z);
    }, 0);

  const share = wanted.reduce((sum, target) => sum + target, 0) / wanted.length;
  const ofConstant = loss(0, Math.log((1 - share) / share));
  let [slope, offset] = [0, Math.log((negatives + 1) / (positives + 1))];
  let value = loss(slope, offset);
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    // Gradient (g1, g2) and Hessian ((h11, h21), (h21, h22)) of the loss in (slope, offset).
    let [g1, g2, h11, h21, h22] = [0, 0, RIDGE, 0, RIDGE];
    for (const [i, score] of scores.entries()) {
      const p = 1 / (1 + Math.exp(slope * score + offset));
      const excess = (wanted[i] ?? NaN) - p;
      const curvature = p * (1 - p);
      g1 += score * excess;
      g2 += excess;
      h11 += score * score * curvature;
      h21 += score * curvature;
      h22 += curvature;
    }
    if (Math.max(Math.abs(g1), Math.abs(g2)) < LEAST_GRADIENT) break;
    const determinant = h11 * h22 - h21 * h21;
    const slopeStep = -(h22 * g1 - h21 * g2) / determinant;
    const offsetStep = -(h11 * g2 - h21 * g1) / determinant;
    const descent = g1 * slopeStep + g2 * offsetStep;
    let length = 1;
    const isWorse = () =>
      loss(slope + length * slopeStep, offset + length * offsetStep) >= value + 1e-4 * length * descent;
    while (length >= LEAST_STEP && isWorse()) length /= 2;
    if (length < LEAST_STEP) break;
    slope += length * slopeStep;
    offset += length * offsetStep;
    value = loss(slope, offset);
  }
  return { slope, offset, gain: ofConstant - value };
}

/** log(1 + exp(z)) without overflow. */
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

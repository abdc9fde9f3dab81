// Platt's sigmoid: of two labels, how likely is the second at a score?

import type { Sigmoid } from './types.ts';

/** Newton's steps and their stopping rules, as in Lin, Lin and Weng but for the tighter gradient. */
const MOST_STEPS = 100;
const LEAST_STEP = 1e-10;
const LEAST_GRADIENT = 1e-9;
/** Keeps the Hessian invertible where all scores are equal. */
const RIDGE = 1e-12;

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

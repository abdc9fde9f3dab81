// The head of "TensorFlow for Poets" and of Teachable Machine since 2019: softmax regression by gradient descent.

import { squaredRms } from '../svm/gram.ts';
import { addScaled, at, dot } from '../svm/vectors.ts';

/** A trained softmax regression: logit_k(x) = sum_i coefficients[k][i] * (x_i . x) + biases[k]. */
export interface SoftmaxRegression {
  /** Per label, one coefficient per training row. The weights are w_k = sum_i coefficients[k][i] * x_i. */
  readonly coefficients: readonly Float64Array[];
  readonly biases: Float64Array;
  /** Mean cross entropy over the training rows after the last step, in nats; log(labels) before the first. */
  readonly loss: number;
}

/**
 * Steps of descent. After 30 the held-out accuracy has settled (measured on six sets of photos: within one photo of
 * that after 2000), and nearly all training photos come out right.
 */
const STEPS = 30;

/**
 * Multinomial logistic regression by full-batch gradient descent on the mean cross entropy: from zeros, a fixed number
 * of steps, no regularisation but the early end.
 *
 * Each gradient is a sum of training rows, dW = X^T (P - Y) / n, so the weights stay W = X^T A, and the descent can run
 * on A and the Gram matrix. It is the same descent, not an approximation of it; a step costs O(n^2) instead of O(n d).
 *
 * Length of a step: 1 / L, with which the loss falls at every step (Nesterov 2004, theorem 2.1.14), where L bounds the
 * loss's curvature. The softmax contributes at most 1/2 (Böhning 1992), the rows the largest eigenvalue of gram / n, of
 * which the Frobenius norm is a bound, and the bias, in centred rows, 1.
 * @param products n rows of n: the dot products of each scaled row (mean 0) with all
 * @param targets per row, the index of its label
 * @param labels how many labels there are, at least 2
 * @param steps how many steps of descent to take, at least 0
 * @returns one column of n coefficients and one bias per label, and the loss after the last step
 */
export function trainSoftmax(
  products: readonly Float64Array[],
  targets: readonly number[],
  labels: number,
  steps = STEPS,
): SoftmaxRegression {
  const count = targets.length;
  const squares = products.reduce((sum, row) => sum + dot(row, row), 0);
  // Rows that are all equal are zeros once centred: their weights stay 0, whatever the step.
  const curvature = Math.sqrt(squares) / count || 1;
  const weightStep = 2 / curvature / count;
  const biasStep = 2 / count;

  const coefficients = Array.from({ length: labels }, () => new Float64Array(count));
  const biases = new Float64Array(labels);
  let loss = 0;
  for (let step = 0; step <= steps; step++) {
    const logits = logitsOf(products, coefficients, biases);
    loss = toExcess(logits, targets);
    if (step === steps) break;
    for (const [k, excess] of logits.entries()) {
      addScaled(coefficients[k] as Float64Array, -weightStep, excess);
      biases[k] = at(biases, k) - biasStep * excess.reduce((sum, value) => sum + value, 0);
    }
  }
  return { coefficients, biases, loss };
}

/**
 * One logit per label for a row.
 * @param products its dot products with the n training rows, in their order: as long as the coefficients
 * @returns as many numbers as there are labels
 */
export function softmaxLogits({ coefficients, biases }: SoftmaxRegression, products: Float64Array): number[] {
  return coefficients.map((column, k) => dot(column, products) + at(biases, k));
}

/**
 * The same for rows that none of its products are known of: with the weights, which are summed up once.
 * @param rows the n scaled rows that it was trained on
 * @returns for a scaled row, one logit per label
 */
export function softmaxOfFeatures(
  { coefficients, biases }: SoftmaxRegression,
  rows: readonly Float64Array[],
): (row: Float64Array) => number[] {
  const weights = coefficients.map((column) => {
    const sums = new Float64Array(rows[0]?.length ?? 0);
    for (const [i, row] of rows.entries()) addScaled(sums, at(column, i), row);
    return sums;
  });
  return (row) => weights.map((ofLabel, k) => dot(ofLabel, row) + at(biases, k));
}

/**
 * Dot products as they would be, had the rows been scaled by some of them alone: centred on their mean, divided by
 * their mean squared distance from it. So a fit without a photo needs no look at the features.
 * @param gram n * n dot products of all rows, scaled together
 * @param kept indices of the rows that count, at least one
 * @returns for a row, kept or not: its dot products with the kept rows
 */
export function rescaledProducts(gram: Float64Array, kept: readonly number[]): (row: number) => Float64Array {
  const count = Math.sqrt(gram.length);
  const means = new Float64Array(count);
  for (let row = 0; row < count; row++) means[row] = sumOf(gram, kept, row * count) / kept.length;
  const ofMean = sumOf(means, kept, 0) / kept.length;
  const size = squaredRms(gram, kept);
  return (row) => {
    const products = new Float64Array(kept.length);
    for (let k = 0; k < kept.length; k++) {
      const other = kept[k] as number;
      const product = gram[row * count + other] as number;
      products[k] = (product - (means[row] as number) - (means[other] as number) + ofMean) / size;
    }
    return products;
  };
}

function sumOf(array: Float64Array, indices: readonly number[], start: number): number {
  let sum = 0;
  for (let k = 0; k < indices.length; k++) sum += array[start + (indices[k] as number)] as number;
  return sum;
}

// These two are most of the running time; see ../svm/vectors.ts for why they index directly.

/** Per label, the logits of all rows. From zeros, the labels' logits sum to 0 at every step: the last one is free. */
function logitsOf(
  products: readonly Float64Array[],
  coefficients: readonly Float64Array[],
  biases: Float64Array,
): Float64Array[] {
  const last = new Float64Array(products.length);
  const others = coefficients.slice(0, -1).map((column, k) => {
    const logits = new Float64Array(products.length).fill(at(biases, k));
    for (let i = 0; i < logits.length; i++) {
      const logit = (logits[i] as number) + dot(products[i] as Float64Array, column);
      logits[i] = logit;
      last[i] = (last[i] as number) - logit;
    }
    return logits;
  });
  return [...others, last];
}

/** Logits become, in place, the excess of their softmax P over the truth Y: P - Y. @returns the mean cross entropy */
function toExcess(logits: readonly Float64Array[], targets: readonly number[]): number {
  let loss = 0;
  for (let i = 0; i < targets.length; i++) {
    let largest = -Infinity;
    for (const column of logits) largest = Math.max(largest, column[i] as number);
    const own = logits[targets[i] as number] as Float64Array;
    loss += largest - (own[i] as number);
    let sum = 0;
    for (const column of logits) {
      const power = Math.exp((column[i] as number) - largest);
      column[i] = power;
      sum += power;
    }
    for (const column of logits) column[i] = (column[i] as number) / sum;
    own[i] = (own[i] as number) - 1;
    loss += Math.log(sum);
  }
  return loss / targets.length;
}

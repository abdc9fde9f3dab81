// The exact solver: sequential minimal optimisation on a Gram matrix, to the optimum.

import { costOfSettling, freeRows, settleFree } from './settleFree.ts';
import { addScaled, at } from './vectors.ts';

/** A binary soft-margin SVM in its dual form: maximise sum(a) - |w|^2 / 2, 0 <= a <= bounds, sum(a y) = 0. */
export interface SvmProblem {
  /** n * n dot products of the rows. */
  readonly gram: Float64Array;
  /** y: +1 or -1 per row. */
  readonly signs: Float64Array;
  /** Upper bound of each alpha: C, or C times the row's weight. A bound of 0 leaves the row out. */
  readonly bounds: Float64Array;
}

export interface SmoSolution {
  /** n dual variables, in [0, bounds] exactly; sum(alpha y) is 0 up to rounding. */
  readonly alphas: Float64Array;
  readonly bias: number;
  /** w . x_i + bias for every row, left-out ones too. */
  readonly scores: Float64Array;
  readonly iterations: number;
}

/** When it stops, margins are met within this (libsvm's default is 1e-3); the objective is then right to about 1e-6. */
const TOLERANCE = 1e-7;
/** Not reached on photos in practice: ends a hopeless run (say, C = 1e9) after a few seconds, and the gap tells. */
const mostIterations = (count: number) => Math.min(1e6, Math.ceil(4e8 / count));
/** Stands in for the curvature |x_i - x_j|^2 of two equal rows, as in libsvm. */
const LEAST_CURVATURE = 1e-12;
/** Alphas this close to an edge of their box, relative to its size, are on it. */
const ROUNDING = 1e-12;

/** How often the solver counts the rows inside their boxes, to see whether it is time for a long step. */
const COUNT_EVERY = 64;
/** No long step before so many short ones: with the photos of a talk these are all there are. */
const FIRST_SHORT = 256;
/** Multiplications of a short step, per row. */
const COST_OF_SHORT = 4;

/**
 * Platt's SMO (1998) with the second-order choice of the pair by Fan, Chen and Lin (2005, WSS 2) and libsvm's
 * stopping and bias rules. It works on b_t = y_t a_t, which lives in [low_t, high_t], and on each row's error
 * E_t = w . x_t - y_t (no bias): moving a pair, b_i up and b_j down by the same step, keeps sum(b) = 0, and helps
 * while E_i < E_j. The optimum is where no such pair has room to move.
 *
 * With hundreds of rows pairs find out fast which rows end on an edge of their box, and take very long to bring the
 * others in order. So now and then all of those are moved at once (`settleFree`), as often as that takes about as long
 * as the pairs do.
 * @param start feasible alphas to start from, not changed; zeros if left out
 */
export function solveSmo(problem: SvmProblem, start?: Float64Array): SmoSolution {
  const kept = [...problem.bounds.keys()].filter((t) => at(problem.bounds, t) > 0);
  return 2 * kept.length > problem.bounds.length ? solveAll(problem, start) : solveSome(problem, kept, start);
}

/** Where most rows are left out, by those that are kept alone; the others are given their scores in the end. */
function solveSome(
  { gram, signs, bounds }: SvmProblem,
  kept: readonly number[],
  start: Float64Array | undefined,
): SmoSolution {
  const count = signs.length;
  const of = (array: Float64Array) => Float64Array.from(kept, (t) => at(array, t));
  const small = new Float64Array(kept.length ** 2);
  for (const [a, t] of kept.entries()) {
    for (const [b, other] of kept.entries()) small[a * kept.length + b] = at(gram, t * count + other);
  }
  const inner = { gram: small, signs: of(signs), bounds: of(bounds) };
  const { alphas, bias, scores, iterations } = solveAll(inner, start && of(start));

  const allAlphas = new Float64Array(count);
  const allScores = new Float64Array(count).fill(bias);
  for (const [a, t] of kept.entries()) {
    allAlphas[t] = at(alphas, a);
    const beta = at(signs, t) * at(alphas, a);
    if (beta !== 0) addScaled(allScores, beta, gram.subarray(t * count, (t + 1) * count));
  }
  for (const [a, t] of kept.entries()) allScores[t] = at(scores, a);
  return { alphas: allAlphas, bias, scores: allScores, iterations };
}

function solveAll({ gram, signs, bounds }: SvmProblem, start?: Float64Array): SmoSolution {
  const count = signs.length;
  const low = signs.map((sign, t) => (sign > 0 ? 0 : -at(bounds, t)));
  const high = signs.map((sign, t) => (sign > 0 ? at(bounds, t) : 0));
  const betas = signs.map((sign, t) => (start ? sign * at(start, t) : 0));
  const errors = startingErrors(gram, signs, betas);
  const state = { gram, betas, errors, low, high };
  const row = (t: number) => gram.subarray(t * count, (t + 1) * count);
  const diagonal = signs.map((_, t) => at(gram, t * count + t));

  const most = mostIterations(count);
  let iterations = 0;
  let short = 0;
  let i = leastError(errors, betas, high);
  for (; iterations < most && i >= 0; iterations++) {
    const rowI = row(i);
    const j = bestPartner(i, errors, betas, low, rowI, diagonal);
    if (j < 0) break;
    // Newton's step for this pair, or as far as the box allows; at an edge, exactly on it.
    const roomUp = at(high, i) - at(betas, i);
    const roomDown = at(betas, j) - at(low, j);
    const curvature = Math.max(at(diagonal, i) + at(diagonal, j) - 2 * at(rowI, j), LEAST_CURVATURE);
    const step = Math.min((at(errors, j) - at(errors, i)) / curvature, roomUp, roomDown);
    betas[i] = step === roomUp ? at(high, i) : at(betas, i) + step;
    betas[j] = step === roomDown ? at(low, j) : at(betas, j) - step;
    i = moveErrors(errors, step, rowI, row(j), betas, high);

    short++;
    if (short < FIRST_SHORT || short % COUNT_EVERY > 0) continue;
    const free = freeRows(state);
    if (free.length < 2 || COST_OF_SHORT * short * count < costOfSettling(free.length, count)) continue;
    settleFree(state, free);
    short = 0;
    i = leastError(errors, betas, high);
  }
  snapToBox(betas, low, high);
  const bias = biasFrom(errors, betas, low, high);
  const scores = errors.map((error, t) => error + at(signs, t) + bias);
  return { alphas: betas.map(Math.abs), bias, scores, iterations };
}

// The loops below are most of the running time; see vectors.ts for why they index directly.

/** E of every row after a pair's step. @returns the next i, as `leastError` */
function moveErrors(
  errors: Float64Array,
  step: number,
  rowI: Float64Array,
  rowJ: Float64Array,
  betas: Float64Array,
  high: Float64Array,
): number {
  let least = Infinity;
  let row = -1;
  for (let t = 0; t < errors.length; t++) {
    const error = (errors[t] as number) + step * (rowI[t] as number) - step * (rowJ[t] as number);
    errors[t] = error;
    if (error < least && (betas[t] as number) < (high[t] as number)) {
      least = error;
      row = t;
    }
  }
  return row;
}

/** i: the row with the smallest error among those that can still move up; -1 if there is none. */
function leastError(errors: Float64Array, betas: Float64Array, high: Float64Array): number {
  let least = Infinity;
  let row = -1;
  for (let t = 0; t < errors.length; t++) {
    const error = errors[t] as number;
    if (error < least && (betas[t] as number) < (high[t] as number)) {
      least = error;
      row = t;
    }
  }
  return row;
}

/**
 * j: among the rows that can still move down, the one with which a step gains most, (E_j - E_i)^2 / |x_i - x_j|^2;
 * -1 if no error is above E_i by the tolerance: then this is the optimum.
 */
function bestPartner(
  i: number,
  errors: Float64Array,
  betas: Float64Array,
  low: Float64Array,
  rowI: Float64Array,
  diagonal: Float64Array,
): number {
  const least = errors[i] as number;
  const squareI = diagonal[i] as number;
  let worst = 0;
  let bestGain = 0;
  let row = -1;
  for (let t = 0; t < errors.length; t++) {
    const violation = (errors[t] as number) - least;
    if (violation <= 0 || (betas[t] as number) <= (low[t] as number)) continue;
    if (violation > worst) worst = violation;
    const curvature = squareI + (diagonal[t] as number) - 2 * (rowI[t] as number);
    const gain = (violation * violation) / Math.max(curvature, LEAST_CURVATURE);
    if (gain > bestGain) {
      bestGain = gain;
      row = t;
    }
  }
  return worst < TOLERANCE ? -1 : row;
}

/** E = w . x - y for the betas to start from. */
function startingErrors(gram: Float64Array, signs: Float64Array, betas: Float64Array): Float64Array {
  const count = signs.length;
  const errors = signs.map((sign) => -sign);
  for (const [s, beta] of betas.entries()) {
    if (beta !== 0) addScaled(errors, beta, gram.subarray(s * count, (s + 1) * count));
  }
  return errors;
}

/** Put betas that miss an edge of the box by rounding alone on it: the bias rule asks which ones are inside. */
function snapToBox(betas: Float64Array, low: Float64Array, high: Float64Array): void {
  for (const [t, beta] of betas.entries()) {
    const slack = ROUNDING * (at(high, t) - at(low, t));
    if (beta - at(low, t) < slack) betas[t] = at(low, t);
    else if (at(high, t) - beta < slack) betas[t] = at(high, t);
  }
}

/**
 * libsvm's rule: free rows (inside the box) lie on the margin, so the bias is the mean of -E over them. With none
 * free, every bias of an interval is optimal; take its middle. With one side left out, that side never wins.
 */
function biasFrom(errors: Float64Array, betas: Float64Array, low: Float64Array, high: Float64Array): number {
  let [sum, free, ceiling, floor] = [0, 0, Infinity, -Infinity];
  for (const [t, error] of errors.entries()) {
    const canRise = at(betas, t) < at(high, t);
    const canFall = at(betas, t) > at(low, t);
    if (canRise && canFall) {
      sum += error;
      free++;
    } else if (canRise) ceiling = Math.min(ceiling, error);
    else if (canFall) floor = Math.max(floor, error);
  }
  if (free > 0) return -sum / free;
  if (ceiling === Infinity) return -floor;
  return floor === -Infinity ? -ceiling : -(ceiling + floor) / 2;
}

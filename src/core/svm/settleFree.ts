// The exact solver's long step: all rows inside their boxes at once to where they are best together.

import { type Factor, factorise, solveLower, solveUpper } from './cholesky.ts';
import { addScaled, at, dot } from './vectors.ts';

/** Where the solver stands: see `solveSmo` for what the letters mean. All arrays have n numbers, the Gram matrix n * n. */
export interface DualState {
  readonly gram: Float64Array;
  /** b, changed in place, always in [low, high], their sum kept. */
  readonly betas: Float64Array;
  /** E, kept true to the betas. */
  readonly errors: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Of the free rows, as many may be stopped by their box in one call; with more it is too early for long steps. */
const MOST_STOPPED = 0.3;
/** A stopped row whose direction is shorter than this, relative to the others, follows from those stopped before. */
const DEPENDENT = 1e-9;

/** The rows strictly inside their box. */
export function freeRows({ betas, low, high }: DualState): number[] {
  const free: number[] = [];
  for (let t = 0; t < betas.length; t++) {
    const beta = at(betas, t);
    if (beta > at(low, t) && beta < at(high, t)) free.push(t);
  }
  return free;
}

/** About how many multiplications `settleFree` costs that many free rows, if few are stopped. */
export const costOfSettling = (free: number, count: number): number => free ** 3 / 6 + 2 * free * count;

/**
 * Newton's method on the rows inside their boxes, the others held where they are: a primal active-set method (Nocedal
 * and Wright 2006, section 16.5). Pairs of rows, which SMO moves, take tens of thousands of small steps where the price
 * is high and boxes are wide; this takes one step for all of them, and where a row reaches the edge of its box first, it
 * stays there and the others go on without it. No step makes the objective worse.
 *
 * One row, the one with most room, makes up for the others' steps, so that the sum stays: what is left is to solve
 * H d = g, where H are the dot products of the rows' differences from it. With H = L L^T and u = L^-1 g, a stopped row p
 * only takes the direction L^-1 e_p out of u, and a step cut short to its part t leaves (1 - t) u.
 */
export function settleFree({ gram, betas, errors, low, high }: DualState, free: readonly number[]): void {
  const count = betas.length;
  const room = (t: number) => Math.min(at(high, t) - at(betas, t), at(betas, t) - at(low, t));
  const balance = free.reduce((best, t) => (room(t) > room(best) ? t : best), free[0] ?? 0);
  const rows = free.filter((t) => t !== balance);
  const before = betas.slice();
  const factor = factorise(differences(gram, count, rows, balance), rows.length);
  const rest = Float64Array.from(rows, (t) => at(errors, balance) - at(errors, t));
  solveLower(factor, rest);

  const stopped: Float64Array[] = [];
  const most = MOST_STOPPED * rows.length;
  const steps = new Float64Array(rows.length);
  const isStopped = new Uint8Array(rows.length);
  for (;;) {
    steps.set(rest);
    solveUpper(factor, steps);
    const { part, stops } = moveRows(betas, low, high, rows, balance, steps, isStopped);
    if (stops < 0 || rows[stops] === undefined || stopped.length >= most) break;
    isStopped[stops] = 1;
    for (let a = 0; a < rest.length; a++) rest[a] = (1 - part) * at(rest, a);
    const direction = directionOf(factor, stops, stopped);
    if (direction === null) break;
    addScaled(rest, -dot(direction, rest), direction);
    stopped.push(direction);
  }
  for (const t of free) {
    const moved = at(betas, t) - at(before, t);
    if (moved !== 0) addScaled(errors, moved, gram.subarray(t * count, (t + 1) * count));
  }
}

/** Dot products of the rows' differences from one of them, as a lower triangle. */
function differences(gram: Float64Array, count: number, rows: readonly number[], from: number): Float64Array {
  const size = rows.length;
  const products = new Float64Array(size * size);
  const square = at(gram, from * count + from);
  for (let a = 0; a < size; a++) {
    const start = (rows[a] as number) * count;
    const shared = square - at(gram, start + from);
    for (let b = 0; b <= a; b++) {
      const other = rows[b] as number;
      products[a * size + b] = at(gram, start + other) - at(gram, from * count + other) + shared;
    }
  }
  return products;
}

/**
 * Take the step as far as all boxes allow.
 * @returns the part of it that was taken, and which row stopped it: its index, the number of rows for the one that
 *   makes up for the others, -1 for none
 */
function moveRows(
  betas: Float64Array,
  low: Float64Array,
  high: Float64Array,
  rows: readonly number[],
  balance: number,
  steps: Float64Array,
  isStopped: Uint8Array,
): { readonly part: number; readonly stops: number } {
  let [part, stops, sum] = [1, -1, 0];
  const limit = (t: number, step: number, index: number) => {
    const room = step > 0 ? at(high, t) - at(betas, t) : at(low, t) - at(betas, t);
    if (Math.abs(room) >= part * Math.abs(step)) return;
    part = room / step;
    stops = index;
  };
  for (let a = 0; a < rows.length; a++) {
    if (isStopped[a] === 1) steps[a] = 0;
    sum += at(steps, a);
    limit(rows[a] as number, at(steps, a), a);
  }
  limit(balance, -sum, rows.length);

  let moved = 0;
  const move = (t: number, beta: number) => {
    betas[t] = Math.min(Math.max(beta, at(low, t)), at(high, t));
  };
  for (let a = 0; a < rows.length; a++) {
    const t = rows[a] as number;
    const was = at(betas, t);
    const edge = at(steps, a) > 0 ? at(high, t) : at(low, t);
    move(t, a === stops ? edge : was + part * at(steps, a));
    moved += at(betas, t) - was;
  }
  move(balance, at(betas, balance) - moved);
  return { part, stops };
}

/** The direction that a stopped row takes out of what is left, at right angles to those before it; null for none. */
function directionOf(factor: Factor, row: number, stopped: readonly Float64Array[]): Float64Array | null {
  const direction = new Float64Array(factor.size);
  direction[row] = 1;
  solveLower(factor, direction);
  const length = Math.sqrt(dot(direction, direction));
  // Twice, as once leaves the rounding of long directions in it.
  for (let pass = 0; pass < 2; pass++) {
    for (const other of stopped) addScaled(direction, -dot(other, direction), other);
  }
  const left = Math.sqrt(dot(direction, direction));
  if (!(left > DEPENDENT * length)) return null;
  return direction.map((entry) => entry / left);
}

// All dot products between training rows, once: every binary problem and every solver reads from here.

import { at, dot } from './vectors.ts';

/** Rows whose mean squared distance from their mean is below this share of their mean square are equal but for rounding. */
const ROUNDING = 1e-12;
/** With fewer rows than these, to compile the tiled loops (30 ms) costs more than they save. */
const TILED_FROM = 100;
/** Rows are multiplied in fours: 16 sums at a time, as many as a processor has registers for. */
const TILE = 4;
/** Panels that stay in the processor's cache (half a megabyte of 1000 features) while all others pass by. */
const PANELS_AT_ONCE = 16;

/**
 * Gram matrix of the rows of X: G[i * n + j] = x_i . x_j. The slowest step of learning from many rows: these are
 * multiplied in tiles, which takes half as long as one product after the other (2000 rows of 1000 features: 1.3 s
 * against 2.6).
 * @param rows n rows of the same length
 * @returns n * n numbers, exactly symmetric; permuting the rows permutes it bit for bit
 */
export function gramMatrix(rows: readonly Float64Array[]): Float64Array {
  return rows.length < TILED_FROM ? multiplyOneByOne(rows) : multiplyInTiles(rows);
}

function multiplyOneByOne(rows: readonly Float64Array[]): Float64Array {
  const count = rows.length;
  const gram = new Float64Array(count * count);
  for (const [i, a] of rows.entries()) {
    for (const [j, b] of rows.entries()) {
      if (j > i) break;
      const product = dot(a, b);
      gram[i * count + j] = product;
      gram[j * count + i] = product;
    }
  }
  return gram;
}

function multiplyInTiles(rows: readonly Float64Array[]): Float64Array {
  const count = rows.length;
  const width = rows[0]?.length ?? 0;
  const panels = packPanels(rows, width);
  const many = Math.ceil(count / TILE);
  const gram = new Float64Array(count * count);
  const tile = new Float64Array(TILE * TILE);
  for (let first = 0; first < many; first += PANELS_AT_ONCE) {
    for (let a = first; a < many; a++) {
      const end = Math.min(first + PANELS_AT_ONCE, a + 1);
      for (let b = first; b < end; b++) {
        multiplyPanels(panels, a * TILE * width, b * TILE * width, width, tile);
        spread(tile, gram, count, a * TILE, b * TILE);
      }
    }
  }
  return gram;
}

/** Four rows side by side, feature by feature, panel after panel; the last one is filled up with zeros. */
function packPanels(rows: readonly Float64Array[], width: number): Float64Array {
  const panels = new Float64Array(Math.ceil(rows.length / TILE) * TILE * width);
  for (const [i, row] of rows.entries()) {
    const start = Math.floor(i / TILE) * TILE * width + (i % TILE);
    for (let k = 0; k < width; k++) panels[start + k * TILE] = row[k] as number;
  }
  return panels;
}

/**
 * The 16 products of a panel's rows with another's. Most of the running time of learning from many rows; see vectors.ts
 * for why it indexes directly. Each number that is read takes part in four products.
 */
function multiplyPanels(
  panels: Float64Array,
  startA: number,
  startB: number,
  width: number,
  tile: Float64Array,
): void {
  let [s00, s01, s02, s03] = [0, 0, 0, 0];
  let [s10, s11, s12, s13] = [0, 0, 0, 0];
  let [s20, s21, s22, s23] = [0, 0, 0, 0];
  let [s30, s31, s32, s33] = [0, 0, 0, 0];
  const end = startA + width * TILE;
  for (let p = startA, q = startB; p < end; p += TILE, q += TILE) {
    const b0 = panels[q] as number;
    const b1 = panels[q + 1] as number;
    const b2 = panels[q + 2] as number;
    const b3 = panels[q + 3] as number;
    const a0 = panels[p] as number;
    s00 += a0 * b0;
    s01 += a0 * b1;
    s02 += a0 * b2;
    s03 += a0 * b3;
    const a1 = panels[p + 1] as number;
    s10 += a1 * b0;
    s11 += a1 * b1;
    s12 += a1 * b2;
    s13 += a1 * b3;
    const a2 = panels[p + 2] as number;
    s20 += a2 * b0;
    s21 += a2 * b1;
    s22 += a2 * b2;
    s23 += a2 * b3;
    const a3 = panels[p + 3] as number;
    s30 += a3 * b0;
    s31 += a3 * b1;
    s32 += a3 * b2;
    s33 += a3 * b3;
  }
  tile.set([s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33]);
}

/** A tile goes to its place and, mirrored, to the other side of the diagonal; what was filled up goes nowhere. */
function spread(tile: Float64Array, gram: Float64Array, count: number, rowA: number, rowB: number): void {
  const [down, along] = [Math.min(TILE, count - rowA), Math.min(TILE, count - rowB)];
  for (let i = 0; i < down; i++) {
    for (let j = 0; j < along; j++) {
      const product = at(tile, i * TILE + j);
      gram[(rowA + i) * count + rowB + j] = product;
      gram[(rowB + j) * count + rowA + i] = product;
    }
  }
}

/**
 * The mean squared distance of some rows from their own mean, from dot products alone: what dividing by their rms, as
 * `fitScaling` learns it, divides dot products by.
 * @param gram n * n dot products of all rows
 * @param kept indices of the rows that count, at least one
 * @returns above 0; 1 where these rows are all equal, as in `fitScaling`
 */
export function squaredRms(gram: Float64Array, kept: readonly number[]): number {
  const count = Math.sqrt(gram.length);
  const mask = new Float64Array(count);
  for (const row of kept) mask[row] = 1;
  let [squares, sum] = [0, 0];
  for (const row of kept) {
    squares += at(gram, row * count + row);
    sum += dot(gram.subarray(row * count, (row + 1) * count), mask);
  }
  const meanSquare = squares / kept.length;
  const variance = meanSquare - sum / kept.length ** 2;
  return variance > ROUNDING * meanSquare ? variance : 1;
}

// Matrix product in blocks that stay in the caches: every convolution ends up here.

import { multiply1x8, multiply4x8, multiply6x8 } from './multiplyRows';

/**
 * c = max(a . b + bias, floor), float32. Rows of a and c may lie anywhere: tables hold their offsets in bytes, so that
 * a convolution reads its windows, and writes into a part of a wider output, without copies. A row's values lie in
 * `segments` runs of `depth` values (a filter's rows), `jump` bytes apart.
 *
 * @param aRows table of u32, as cRows; `rows` of them
 * @param b weights in panels of 8 columns: [columns / 8, segments * depth, 8]
 * @param panels columns / 8
 * @param bias one number per column
 * @param floor 0 for a ReLU, else -Infinity
 * @param block rows that are taken through all panels together: their part of a should fit the second cache
 */
export function multiply(
  a: usize,
  aRows: usize,
  b: usize,
  c: usize,
  cRows: usize,
  rows: i32,
  depth: i32,
  segments: i32,
  jump: i32,
  panels: i32,
  bias: usize,
  floor: f32,
  block: i32,
): void {
  const panelBytes = depth * segments * 32;
  for (let first = 0; first < rows; first += block) {
    const end = min(first + block, rows);
    for (let panel = 0; panel < panels; panel++) {
      multiplyPanel(
        a,
        aRows + first * 4,
        b + panel * panelBytes,
        c + panel * 32,
        cRows + first * 4,
        end - first,
        depth,
        segments,
        jump,
        bias + panel * 32,
        floor,
      );
    }
  }
}

/**
 * Rows go in sixes, or in fours where a product and its sum are two instructions and need a register more. The last few
 * are done together with some before them, whose numbers come out the same again.
 */
function multiplyPanel(
  a: usize,
  aRows: usize,
  b: usize,
  c: usize,
  cRows: usize,
  rows: i32,
  depth: i32,
  segments: i32,
  jump: i32,
  bias: usize,
  floor: f32,
): void {
  const bytes = rows * 4;
  let at = 0;
  if (ASC_FEATURE_RELAXED_SIMD) {
    for (; at + 24 <= bytes; at += 24) {
      multiply6x8(a, aRows + at, b, c, cRows + at, depth, segments, jump, bias, floor);
    }
    // Five are one less than six, and one more than four.
    if (bytes - at === 20 && rows > 6) {
      at = bytes - 24;
      multiply6x8(a, aRows + at, b, c, cRows + at, depth, segments, jump, bias, floor);
      return;
    }
  }
  for (; at + 16 <= bytes; at += 16) {
    multiply4x8(a, aRows + at, b, c, cRows + at, depth, segments, jump, bias, floor);
  }
  if (at < bytes && rows >= 4) {
    at = bytes - 16;
    multiply4x8(a, aRows + at, b, c, cRows + at, depth, segments, jump, bias, floor);
    return;
  }
  for (; at < bytes; at += 4) {
    multiply1x8(a, aRows + at, b, c, cRows + at, depth, segments, jump, bias, floor);
  }
}

/**
 * The 36 products of a Winograd convolution, one per frequency.
 * @param a [36][rows, depth], `aPitch` bytes from one to the next; likewise b (panels) and c ([36][rows, columns])
 */
export function multiplyFrequencies(
  a: usize,
  aPitch: i32,
  aRows: usize,
  b: usize,
  bPitch: i32,
  c: usize,
  cPitch: i32,
  cRows: usize,
  rows: i32,
  depth: i32,
  panels: i32,
  zeros: usize,
): void {
  for (let frequency = 0; frequency < 36; frequency++) {
    multiply(
      a + frequency * aPitch,
      aRows,
      b + frequency * bPitch,
      c + frequency * cPitch,
      cRows,
      rows,
      depth,
      1,
      0,
      panels,
      zeros,
      -Infinity,
      rows,
    );
  }
}

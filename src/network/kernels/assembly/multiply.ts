// Matrix product in blocks that stay in the caches: every convolution ends up here.

import { interleaveRows } from './interleaveRows';
import { GROUP, multiplyGroup, multiplyRow } from './multiplyRows';

/**
 * c = max(a . b + bias, floor), float32. Rows of a and c may lie anywhere: tables hold their offsets in bytes, so that
 * a convolution reads its windows, and writes into a part of a wider output, without copies. A row's values lie in
 * `segments` runs of `depth` values (a filter's rows), `jump` bytes apart.
 *
 * Rows go in groups. The last group begins a little earlier where they do not come out even: some rows are done twice,
 * and come out the same.
 *
 * @param aRows table of u32, as cRows; `rows` of them
 * @param b weights in panels of 8 columns: [columns / 8, segments * depth, 8]
 * @param panels columns / 8
 * @param bias one number per column
 * @param floor 0 for a ReLU, else -Infinity
 * @param scratch of `scratchBytes`: as many groups of a as fit are taken through all panels together
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
  scratch: usize,
  scratchBytes: i32,
): void {
  const panelBytes = depth * segments * 32;
  if (rows < GROUP) {
    for (let panel = 0; panel < panels; panel++) {
      const to = c + panel * 32;
      for (let row = 0; row < rows; row++) {
        const from = a + load<u32>(aRows + row * 4);
        const at = to + load<u32>(cRows + row * 4);
        multiplyRow(from, b + panel * panelBytes, at, depth, segments, jump, bias + panel * 32, floor);
      }
    }
    return;
  }
  const groupBytes = depth * segments * GROUP * 4;
  const groups = (rows + GROUP - 1) / GROUP;
  const block = max(1, scratchBytes / groupBytes);
  for (let first = 0; first < groups; first += block) {
    const end = min(first + block, groups);
    let interleaved = scratch;
    for (let group = first; group < end; group++) {
      interleaveRows(a, aRows + firstRow(group, rows) * 4, depth, segments, jump, interleaved);
      interleaved += groupBytes;
    }
    for (let panel = 0; panel < panels; panel++) {
      const weights = b + panel * panelBytes;
      const to = c + panel * 32;
      let from = scratch;
      for (let group = first; group < end; group++) {
        const toRows = cRows + firstRow(group, rows) * 4;
        multiplyGroup(from, weights, weights + panelBytes, to, toRows, bias + panel * 32, floor);
        from += groupBytes;
      }
    }
  }
}

function firstRow(group: i32, rows: i32): i32 {
  return min(group * GROUP, rows - GROUP);
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
  scratch: usize,
  scratchBytes: i32,
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
      scratch,
      scratchBytes,
    );
  }
}

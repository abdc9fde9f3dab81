// Winograd, step one: tiles of 6 x 6 places become 36 frequencies.

import { multiplyAdd } from './multiplyAdd';
import { A, A2, B, B2, PRODUCT, SUM } from './winogradPoints';

/**
 * @param input [height, width, channels] with its border of zeros
 * @param tileTable u32 offsets, in bytes, of the tiles' first places
 * @param channels a multiple of 4
 * @param rowBytes from one row of the input to the next
 * @param output [36][tiles, channels], `pitch` bytes from one frequency to the next
 * @param scratch 36 vectors
 */
export function transformInput(
  input: usize,
  tileTable: usize,
  tiles: i32,
  channels: i32,
  rowBytes: i32,
  output: usize,
  pitch: i32,
  scratch: usize,
): void {
  const placeBytes = channels * 4;
  for (let tile = 0; tile < tiles; tile++) {
    const from = input + load<u32>(tileTable + tile * 4);
    const to = output + tile * placeBytes;
    for (let at = 0; at < placeBytes; at += 16)
      transformTile(from + at, rowBytes, placeBytes, to + at, pitch, scratch);
  }
}

/** Four channels of one tile. */
function transformTile(
  from: usize,
  rowBytes: i32,
  placeBytes: i32,
  to: usize,
  pitch: i32,
  scratch: usize,
): void {
  for (let x = 0; x < 6; x++) transformLine(from + x * placeBytes, rowBytes, scratch + x * 16, 96);
  for (let y = 0; y < 6; y++) transformLine(scratch + y * 96, 16, to + y * 6 * pitch, pitch);
}

/** Six values, `step` bytes apart, as the values of a polynomial's counterpart at the six points. */
function transformLine(from: usize, step: i32, to: usize, toStep: i32): void {
  const d0 = v128.load(from);
  const d1 = v128.load(from + step);
  const d2 = v128.load(from + 2 * step);
  const d3 = v128.load(from + 3 * step);
  const d4 = v128.load(from + 4 * step);
  const d5 = v128.load(from + 5 * step);
  const minusSum = f32x4.splat(-SUM);
  const minusA2 = f32x4.splat(-A2);
  const minusB2 = f32x4.splat(-B2);
  const product = f32x4.splat(PRODUCT);
  const evenA = multiplyAdd(d2, minusB2, d4);
  const oddA = f32x4.mul(multiplyAdd(d1, minusB2, d3), f32x4.splat(A));
  const evenB = multiplyAdd(d2, minusA2, d4);
  const oddB = f32x4.mul(multiplyAdd(d1, minusA2, d3), f32x4.splat(B));
  v128.store(to, multiplyAdd(d0, product, multiplyAdd(d2, minusSum, d4)));
  v128.store(to + toStep, f32x4.add(evenA, oddA));
  v128.store(to + 2 * toStep, f32x4.sub(evenA, oddA));
  v128.store(to + 3 * toStep, f32x4.add(evenB, oddB));
  v128.store(to + 4 * toStep, f32x4.sub(evenB, oddB));
  v128.store(to + 5 * toStep, multiplyAdd(d1, product, multiplyAdd(d3, minusSum, d5)));
}

// Winograd, step three: 36 frequencies become 4 x 4 places (filters of 3 x 3) or 2 x 2 (filters of 5 x 5).

import { multiplyAdd } from './multiplyAdd';
import { A, A2, A3, B, B2, B3 } from './winogradPoints';

/**
 * @param input [36][tiles, channels], `pitch` bytes from one frequency to the next
 * @param side places of a tile along each side: 4 or 2
 * @param output where the first channel of the first place goes
 * @param tileTable three u32 a tile: offset in bytes of its first place, rows and columns of it inside the output
 * @param rowBytes from one row of the output to the next; placeBytes: from one place to the next
 * @param bias one number per channel
 * @param floor 0 for a ReLU, else -Infinity
 * @param scratch 24 vectors
 */
export function transformOutput(
  input: usize,
  pitch: i32,
  tiles: i32,
  channels: i32,
  side: i32,
  output: usize,
  tileTable: usize,
  rowBytes: i32,
  placeBytes: i32,
  bias: usize,
  floor: f32,
  scratch: usize,
): void {
  const least = f32x4.splat(floor);
  for (let tile = 0; tile < tiles; tile++) {
    const entry = tileTable + tile * 12;
    const from = input + tile * channels * 4;
    const to = output + load<u32>(entry);
    const rows = load<i32>(entry, 4);
    const columns = load<i32>(entry, 8);
    for (let at = 0; at < channels * 4; at += 16) {
      if (side === 4) {
        for (let x = 0; x < 6; x++) toFour(from + at + x * pitch, 6 * pitch, scratch + x * 16, 96);
        for (let y = 0; y < rows; y++) toFour(scratch + y * 96, 16, scratch + y * 96, 16);
      } else {
        for (let x = 0; x < 6; x++) toTwo(from + at + x * pitch, 6 * pitch, scratch + x * 16, 96);
        for (let y = 0; y < rows; y++) toTwo(scratch + y * 96, 16, scratch + y * 96, 16);
      }
      storeTile(scratch, rows, columns, v128.load(bias + at), least, to + at, rowBytes, placeBytes);
    }
  }
}

/** Six values, `step` bytes apart, to four. */
function toFour(from: usize, step: i32, to: usize, toStep: i32): void {
  const m0 = v128.load(from);
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const m5 = v128.load(from + 5 * step);
  const sumA = f32x4.add(m1, m2);
  const sumB = f32x4.add(m3, m4);
  const differenceA = f32x4.sub(m1, m2);
  const differenceB = f32x4.sub(m3, m4);
  v128.store(to, f32x4.add(m0, f32x4.add(sumA, sumB)));
  v128.store(to + toStep, multiplyAdd(differenceB, f32x4.splat(B), f32x4.mul(differenceA, f32x4.splat(A))));
  v128.store(to + 2 * toStep, multiplyAdd(sumB, f32x4.splat(B2), f32x4.mul(sumA, f32x4.splat(A2))));
  v128.store(
    to + 3 * toStep,
    multiplyAdd(differenceB, f32x4.splat(B3), multiplyAdd(differenceA, f32x4.splat(A3), m5)),
  );
}

/** Six values, `step` bytes apart, to two. */
function toTwo(from: usize, step: i32, to: usize, toStep: i32): void {
  const m0 = v128.load(from);
  const m1 = v128.load(from + step);
  const m2 = v128.load(from + 2 * step);
  const m3 = v128.load(from + 3 * step);
  const m4 = v128.load(from + 4 * step);
  const m5 = v128.load(from + 5 * step);
  const sums = f32x4.add(f32x4.add(m1, m2), f32x4.add(m3, m4));
  v128.store(to, f32x4.add(m0, sums));
  v128.store(
    to + toStep,
    multiplyAdd(f32x4.sub(m3, m4), f32x4.splat(B), multiplyAdd(f32x4.sub(m1, m2), f32x4.splat(A), m5)),
  );
}

function storeTile(
  from: usize,
  rows: i32,
  columns: i32,
  bias: v128,
  least: v128,
  to: usize,
  rowBytes: i32,
  placeBytes: i32,
): void {
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const value = f32x4.add(v128.load(from + y * 96 + x * 16), bias);
      v128.store(to + y * rowBytes + x * placeBytes, f32x4.pmax(value, least));
    }
  }
}

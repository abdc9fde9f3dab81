// Winograd, once per model: filters of 3 x 3 or 5 x 5 become 36 frequencies, packed as `multiply` reads them.

import { multiplyAdd } from './multiplyAdd';
import { A, A2, B, B2, SCALE_0, SCALE_A, SCALE_B } from './winogradPoints';

/**
 * @param filters [size, size, inputs, outputs], size 3 or 5
 * @param outputs a multiple of 8
 * @param packed [36][outputs / 8, inputs, 8], `pitch` bytes from one frequency to the next
 * @param scratch 30 vectors
 */
export function transformFilters(
  filters: usize,
  size: i32,
  inputs: i32,
  outputs: i32,
  packed: usize,
  pitch: i32,
  scratch: usize,
): void {
  const tapBytes = inputs * outputs * 4;
  for (let output = 0; output < outputs; output += 4) {
    for (let input = 0; input < inputs; input++) {
      const from = filters + (input * outputs + output) * 4;
      const to = packed + (output >> 3) * inputs * 32 + input * 32 + (output & 4) * 4;
      for (let x = 0; x < size; x++)
        transformTaps(from + x * tapBytes, size * tapBytes, size, scratch + x * 16, size * 16);
      for (let y = 0; y < 6; y++) transformTaps(scratch + y * size * 16, 16, size, to + y * 6 * pitch, pitch);
    }
  }
}

/** A line of 3 or 5 taps, as a polynomial's values at the six points, over the products of their differences. */
function transformTaps(from: usize, step: i32, size: i32, to: usize, toStep: i32): void {
  const g0 = v128.load(from);
  const g1 = v128.load(from + step);
  const g2 = v128.load(from + 2 * step);
  let evenA = multiplyAdd(g2, f32x4.splat(A2), g0);
  let evenB = multiplyAdd(g2, f32x4.splat(B2), g0);
  let oddA = g1;
  let oddB = g1;
  let last = g2;
  if (size === 5) {
    const g3 = v128.load(from + 3 * step);
    last = v128.load(from + 4 * step);
    evenA = multiplyAdd(last, f32x4.splat(A2 * A2), evenA);
    evenB = multiplyAdd(last, f32x4.splat(B2 * B2), evenB);
    oddA = multiplyAdd(g3, f32x4.splat(A2), g1);
    oddB = multiplyAdd(g3, f32x4.splat(B2), g1);
  }
  oddA = f32x4.mul(oddA, f32x4.splat(A));
  oddB = f32x4.mul(oddB, f32x4.splat(B));
  const scaleA = f32x4.splat(SCALE_A);
  const scaleB = f32x4.splat(SCALE_B);
  v128.store(to, f32x4.mul(g0, f32x4.splat(SCALE_0)));
  v128.store(to + toStep, f32x4.mul(f32x4.add(evenA, oddA), scaleA));
  v128.store(to + 2 * toStep, f32x4.mul(f32x4.sub(evenA, oddA), scaleA));
  v128.store(to + 3 * toStep, f32x4.mul(f32x4.add(evenB, oddB), scaleB));
  v128.store(to + 4 * toStep, f32x4.mul(f32x4.sub(evenB, oddB), scaleB));
  v128.store(to + 5 * toStep, last);
}

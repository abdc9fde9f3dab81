// The way back through the local response normalisation over 5 neighbouring channels.

import { sumOfFive } from './sumOfFive';

/**
 * With s = 1 + alpha / 5 * sum of the 5 channels' squares and y = x / s ^ 0.75:
 * dx = dy / s ^ 0.75 - 2 * 0.75 * alpha / 5 * x * (sum over the 5 channels of dy * y / s).
 * @param input x: [places, channels], channels a multiple of 4
 * @param gradient dy; becomes dx
 * @param scratch twice channels + 8 numbers, of which the first and last four of each half are 0
 */
export function normaliseGradient(
  input: usize,
  gradient: usize,
  places: i32,
  channels: i32,
  alpha: f32,
  scratch: usize,
): void {
  const bytes = channels * 4;
  const squares = scratch;
  const shares = scratch + bytes + 32;
  const share = f32x4.splat(alpha / 5);
  const back = f32x4.splat(-1.5 * (alpha / 5));
  const one = f32x4.splat(1);
  for (let place = 0; place < places; place++) {
    const from = input + place * bytes;
    const to = gradient + place * bytes;
    for (let at = 0; at < bytes; at += 16) {
      const value = v128.load(from + at);
      v128.store(squares + at, f32x4.mul(value, value), 16);
    }
    for (let at = 0; at < bytes; at += 16) {
      const scale = f32x4.add(one, f32x4.mul(share, sumOfFive(squares + at)));
      const root = f32x4.sqrt(scale);
      const straight = f32x4.div(v128.load(to + at), f32x4.mul(root, f32x4.sqrt(root)));
      v128.store(to + at, straight);
      v128.store(shares + at, f32x4.div(f32x4.mul(straight, v128.load(from + at)), scale), 16);
    }
    for (let at = 0; at < bytes; at += 16) {
      const across = f32x4.mul(f32x4.mul(back, v128.load(from + at)), sumOfFive(shares + at));
      v128.store(to + at, f32x4.add(v128.load(to + at), across));
    }
  }
}

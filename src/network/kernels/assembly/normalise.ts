// Local response normalisation over 5 neighbouring channels, in place.

import { sumOfFive } from './sumOfFive';

/**
 * x / (1 + alpha / 5 * sum of the 5 channels' squares) ^ 0.75, as Caffe has it; the power is taken by square roots.
 * @param data [places, channels], channels a multiple of 4
 * @param scratch channels + 8 numbers, of which the first and last four are 0
 */
export function normalise(data: usize, places: i32, channels: i32, alpha: f32, scratch: usize): void {
  const bytes = channels * 4;
  const share = f32x4.splat(alpha / 5);
  const one = f32x4.splat(1);
  for (let place = 0; place < places; place++) {
    const line = data + place * bytes;
    for (let at = 0; at < bytes; at += 16) {
      const value = v128.load(line + at);
      v128.store(scratch + at, f32x4.mul(value, value), 16);
    }
    for (let at = 0; at < bytes; at += 16) {
      const root = f32x4.sqrt(f32x4.add(one, f32x4.mul(share, sumOfFive(scratch + at))));
      const power = f32x4.mul(root, f32x4.sqrt(root));
      v128.store(line + at, f32x4.div(v128.load(line + at), power));
    }
  }
}

// Means over all places, one per channel.

/**
 * @param input [places, channels], channels a multiple of 4
 * @param output channels numbers
 */
export function meansOverPlaces(input: usize, places: i32, channels: i32, output: usize): void {
  const bytes = channels * 4;
  const count = f32x4.splat(<f32>places);
  for (let at = 0; at < bytes; at += 16) {
    let sum = f32x4.splat(0);
    for (let place = 0; place < places; place++) sum = f32x4.add(sum, v128.load(input + place * bytes + at));
    v128.store(output + at, f32x4.div(sum, count));
  }
}

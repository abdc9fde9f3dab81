// The way back through a max pooling over 3 x 3 places: each window hands its gradient to the place that it took.

/**
 * All maps lie without borders; windows are `maxPool`'s. Of equal places the first one gets all, as in Caffe.
 * @param input what was pooled: [side, side, channels], channels a multiple of 4
 * @param output what came out: [outputSide, outputSide, channels], as is its gradient
 * @param inputGradient [side, side, channels]: added to
 */
export function maxPoolGradient(
  input: usize,
  side: i32,
  channels: i32,
  stride: i32,
  before: i32,
  output: usize,
  outputSide: i32,
  outputGradient: usize,
  inputGradient: usize,
): void {
  const place = channels * 4;
  const row = side * place;
  for (let y = 0; y < outputSide; y++) {
    const top = max(y * stride - before, 0);
    const bottom = min(y * stride - before + 3, side);
    for (let x = 0; x < outputSide; x++) {
      const left = max(x * stride - before, 0);
      const right = min(x * stride - before + 3, side);
      const window = (y * outputSide + x) * place;
      for (let at = 0; at < place; at += 16) {
        const largest = v128.load(output + window + at);
        let missing = v128.load(outputGradient + window + at);
        for (let v = top; v < bottom; v++) {
          for (let u = left; u < right; u++) {
            const here = v * row + u * place + at;
            const isTaken = f32x4.eq(v128.load(input + here), largest);
            const given = v128.and(missing, isTaken);
            missing = v128.andnot(missing, isTaken);
            v128.store(inputGradient + here, f32x4.add(v128.load(inputGradient + here), given));
          }
        }
      }
    }
  }
}

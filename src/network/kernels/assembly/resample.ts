// core/image/resample.ts on four channels at a time: Pillow's antialiased bilinear, to the last bit. A module of its own,
// for the worker that reads photos. Weights are in 22-bit fixed point; sums are 32-bit.

const PRECISION_BITS: i32 = 22;
const HALF: i32 = 1 << (PRECISION_BITS - 1);

/**
 * First pass, along rows.
 * @param pixels rowCount rows of `rowBytes`, 4 bytes a pixel
 * @param first of each output pixel: u32, the first input pixel that counts
 * @param count i32, how many do
 * @param weights i32, `taps` for each output pixel
 * @param output rowCount rows of outSize pixels
 */
export function resampleRows(
  pixels: usize,
  rowCount: i32,
  rowBytes: usize,
  first: usize,
  count: usize,
  weights: usize,
  taps: i32,
  outSize: i32,
  output: usize,
): void {
  for (let y = 0; y < rowCount; y++) {
    const row = pixels + y * rowBytes;
    for (let x = 0; x < outSize; x++) {
      let from = row + load<u32>(first + x * 4) * 4;
      let weight = weights + x * taps * 4;
      const end = weight + load<u32>(count + x * 4) * 4;
      let sum = i32x4.splat(HALF);
      while (weight < end) {
        const bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(from));
        sum = i32x4.add(sum, i32x4.mul(i32x4.extend_low_i16x8_u(bytes), v128.load_splat<i32>(weight)));
        from += 4;
        weight += 4;
      }
      const level = i32x4.shr_s(sum, PRECISION_BITS);
      const words = i16x8.narrow_i32x4_s(level, level);
      const to = output + (y * outSize + x) * 4;
      store<i32>(to, i32x4.extract_lane(i8x16.narrow_i16x8_u(words, words), 0));
    }
  }
}

/**
 * Second pass, along columns.
 * @param rows input rows of `rowBytes`, a multiple of 16
 * @param first, count, weights, taps as above, of output rows
 * @param output outSize rows of `rowBytes`
 */
export function resampleColumns(
  rows: usize,
  rowBytes: i32,
  first: usize,
  count: usize,
  weights: usize,
  taps: i32,
  outSize: i32,
  output: usize,
): void {
  for (let y = 0; y < outSize; y++) {
    const top = rows + load<u32>(first + y * 4) * rowBytes;
    const begin = weights + y * taps * 4;
    const end = begin + load<u32>(count + y * 4) * 4;
    for (let at = 0; at < rowBytes; at += 16) {
      let a = i32x4.splat(HALF);
      let b = a;
      let c = a;
      let d = a;
      let from = top + at;
      for (let weight = begin; weight < end; weight += 4) {
        const bytes = v128.load(from);
        const factor = v128.load_splat<i32>(weight);
        const low = i16x8.extend_low_i8x16_u(bytes);
        const high = i16x8.extend_high_i8x16_u(bytes);
        a = i32x4.add(a, i32x4.mul(i32x4.extend_low_i16x8_u(low), factor));
        b = i32x4.add(b, i32x4.mul(i32x4.extend_high_i16x8_u(low), factor));
        c = i32x4.add(c, i32x4.mul(i32x4.extend_low_i16x8_u(high), factor));
        d = i32x4.add(d, i32x4.mul(i32x4.extend_high_i16x8_u(high), factor));
        from += rowBytes;
      }
      const low = i16x8.narrow_i32x4_s(i32x4.shr_s(a, PRECISION_BITS), i32x4.shr_s(b, PRECISION_BITS));
      const high = i16x8.narrow_i32x4_s(i32x4.shr_s(c, PRECISION_BITS), i32x4.shr_s(d, PRECISION_BITS));
      v128.store(output + y * rowBytes + at, i8x16.narrow_i16x8_u(low, high));
    }
  }
}

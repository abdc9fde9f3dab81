// Pillow's antialiased bilinear, to the last bit: the one resampler, so that a photo gives the same square in
// every browser and in the exported Python.
// Source: Pillow, src/libImaging/Resample.c (precompute_coeffs, normalize_coeffs_8bpc, ImagingResample*_8bpc).

const PRECISION_BITS = 32 - 8 - 2;
const HALF = 1 << (PRECISION_BITS - 1);
/** What the weights of one output add up to, up to rounding. */
export const WEIGHTS_SUM = 1 << PRECISION_BITS;

/** How `inSize` pixels in a line become `outSize`: output i is the sum over t < count[i] of
 * weights[i * taps + t] * input[first[i] + t], in 22-bit fixed point. */
export interface FilterWeights {
  readonly inSize: number;
  readonly outSize: number;
  readonly taps: number;
  readonly first: Int32Array;
  readonly count: Int32Array;
  readonly weights: Int32Array;
}

/**
 * The triangle filter for one (in, out) pair. Shrinking widens the triangle by the scale, so every input pixel
 * counts; enlarging leaves it one pixel wide on each side, which is plain bilinear.
 * Sizes are whole pixels, 1 or more; otherwise throws RangeError.
 */
export function triangleWeights(inSize: number, outSize: number): FilterWeights {
  if (!(Number.isInteger(inSize) && Number.isInteger(outSize) && inSize > 0 && outSize > 0)) {
    throw new RangeError(`sizes must be positive whole numbers, got ${inSize} and ${outSize}`);
  }
  const scale = inSize / outSize;
  const support = Math.max(scale, 1);
  const taps = Math.ceil(support) * 2 + 1;
  const first = new Int32Array(outSize);
  const count = new Int32Array(outSize);
  const weights = new Int32Array(outSize * taps);
  const line = new Float64Array(taps);
  // Pillow multiplies by the reciprocal; dividing instead would round differently in the last bit.
  const perPixel = 1 / support;
  for (let i = 0; i < outSize; i++) {
    const centre = (i + 0.5) * scale;
    const from = Math.max(Math.trunc(centre - support + 0.5), 0);
    const used = Math.min(Math.trunc(centre + support + 0.5), inSize) - from;
    let sum = 0;
    for (let t = 0; t < used; t++) {
      const weight = Math.max(1 - Math.abs((t + from - centre + 0.5) * perPixel), 0);
      line[t] = weight;
      sum += weight;
    }
    for (let t = 0; t < used; t++) {
      weights[i * taps + t] = Math.trunc(0.5 + ((line[t] ?? 0) / sum) * (1 << PRECISION_BITS));
    }
    first[i] = from;
    count[i] = used;
  }
  return { inSize, outSize, taps, first, count, weights };
}

/**
 * First pass, along rows. Reads `rowCount` rows of RGBA (0..255, `stride` pixels a row, alpha ignored) from
 * pixel (left, top) on, and writes them as RGB to `out` (rows of outSize * 3) from row `outRow` on.
 */
export function resampleRows(
  rgba: Uint8ClampedArray,
  stride: number,
  left: number,
  top: number,
  rowCount: number,
  { outSize, taps, first, count, weights }: FilterWeights,
  out: Uint8ClampedArray,
  outRow: number,
): void {
  for (let y = 0; y < rowCount; y++) {
    const rowStart = ((top + y) * stride + left) * 4;
    let o = (outRow + y) * outSize * 3;
    for (let x = 0; x < outSize; x++) {
      let p = rowStart + (first[x] as number) * 4;
      const k0 = x * taps;
      const k1 = k0 + (count[x] as number);
      // "| 0" tells the engine that these stay 32-bit: no sum exceeds 255 * 2 ** 22 by more than the roundings.
      let r = HALF;
      let g = HALF;
      let b = HALF;
      for (let k = k0; k < k1; k++) {
        const weight = weights[k] as number;
        r = (r + (rgba[p] as number) * weight) | 0;
        g = (g + (rgba[p + 1] as number) * weight) | 0;
        b = (b + (rgba[p + 2] as number) * weight) | 0;
        p += 4;
      }
      out[o++] = r >> PRECISION_BITS;
      out[o++] = g >> PRECISION_BITS;
      out[o++] = b >> PRECISION_BITS;
    }
  }
}

/** Second pass, along columns: `rows` is inSize rows of outSize * 3; the result is outSize * outSize * 3. */
export function resampleColumns(
  rows: Uint8ClampedArray,
  { outSize, taps, first, count, weights }: FilterWeights,
): Uint8Array<ArrayBuffer> {
  const rowLength = outSize * 3;
  // Clamped, as Pillow's clip8 is; then seen as plain bytes.
  const out = new Uint8ClampedArray(outSize * rowLength);
  const sums = new Int32Array(rowLength);
  for (let y = 0; y < outSize; y++) {
    sums.fill(HALF);
    for (let t = 0; t < (count[y] as number); t++) {
      const weight = weights[y * taps + t] as number;
      const p = ((first[y] as number) + t) * rowLength;
      for (let x = 0; x < rowLength; x++) sums[x] = (sums[x] as number) + (rows[p + x] as number) * weight;
    }
    for (let x = 0; x < rowLength; x++) out[y * rowLength + x] = (sums[x] as number) >> PRECISION_BITS;
  }
  return new Uint8Array(out.buffer);
}

// From decoded pixels to what the network reads: centre square, 224 x 224, B G R minus the mean.
import { resampleColumns, resampleRows, triangleWeights } from './image/resample.ts';

/** Side of the network's input, in pixels. */
export const NETWORK_SIDE = 224;

/** Mean blue, green and red of the network's training photos, 0..255 (bvlc_googlenet's train_val.prototxt). */
export const MEAN_BGR = [104, 117, 123] as const;

/** A square part of an image, in whole pixels. */
export interface Square {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/**
 * The largest centred square. An odd remainder leaves the spare pixel at the right or the bottom:
 * the offset is floor((long - short) / 2), as in the reference inputs (ceil is off by 4 levels on average).
 */
export function centreSquare(width: number, height: number): Square {
  const side = Math.min(width, height);
  return { left: Math.floor((width - side) / 2), top: Math.floor((height - side) / 2), side };
}

/**
 * Pillow's `image.crop(centre square).resize((size, size), Image.BILINEAR)`, bit for bit.
 *
 * @param rgba width * height * 4, 0..255, row-major; alpha is ignored (lay the photo on white first)
 * @returns size * size * 3, RGB, 0..255, row-major
 * @throws RangeError when the sizes are not positive whole numbers or do not fit the pixels
 */
export function resizeCentreSquare(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  size = NETWORK_SIDE,
): Uint8Array<ArrayBuffer> {
  if (rgba.length !== width * height * 4) {
    throw new RangeError(`${width} x ${height} RGBA needs ${width * height * 4} bytes, got ${rgba.length}`);
  }
  const { left, top, side } = centreSquare(width, height);
  const weights = triangleWeights(side, size);
  const rows = new Uint8ClampedArray(side * size * 3);
  resampleRows(rgba, width, left, top, side, weights, rows, 0);
  return resampleColumns(rows, weights);
}

/**
 * The network's input from a square: each pixel's B, G, R minus MEAN_BGR, so -123..151.
 *
 * @param square side * side * 3, RGB, 0..255 (of any side; the network wants 224)
 * @returns same shape, float32, B G R order
 * @throws RangeError when the length is no multiple of 3
 */
export function toNetworkInput(square: Uint8Array): Float32Array<ArrayBuffer> {
  if (square.length % 3 !== 0) throw new RangeError(`RGB needs 3 bytes a pixel, got ${square.length}`);
  const [blue, green, red] = MEAN_BGR;
  const input = new Float32Array(square.length);
  for (let i = 0; i < square.length; i += 3) {
    input[i] = (square[i + 2] as number) - blue;
    input[i + 1] = (square[i + 1] as number) - green;
    input[i + 2] = (square[i] as number) - red;
  }
  return input;
}

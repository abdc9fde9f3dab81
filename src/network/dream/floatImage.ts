// Square images of three colours as numbers of any size, [side, side, 3], and what dreaming does to them.

import { triangleWeights, WEIGHTS_SUM } from '../../core/image/resample.ts';

export type FloatImage = Float32Array<ArrayBuffer>;

/** To another size, by the triangle filter of core's resampler, along rows and then along columns. */
export function resizeImage(image: FloatImage, from: number, to: number): FloatImage {
  if (from === to) return image.slice();
  const { first, count, weights, taps } = triangleWeights(from, to);
  const pass = (source: FloatImage, lines: number, lineStep: number, step: number): FloatImage => {
    const result = new Float32Array(lines * to * 3);
    for (let line = 0; line < lines; line++) {
      for (let i = 0; i < to; i++) {
        for (let colour = 0; colour < 3; colour++) {
          let sum = 0;
          for (let t = 0; t < (count[i] as number); t++) {
            const at = line * lineStep + ((first[i] as number) + t) * step + colour;
            sum += (weights[i * taps + t] as number) * (source[at] as number);
          }
          result[(line * to + i) * 3 + colour] = sum / WEIGHTS_SUM;
        }
      }
    }
    return result;
  };
  // Each pass writes its lines one after the other, so that the second one's come out turned, and are turned back.
  const rows = pass(image, from, from * 3, 3);
  return turned(pass(rows, to, 3, to * 3), to);
}

function turned(image: FloatImage, side: number): FloatImage {
  const result = new Float32Array(image.length);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const at = (x * side + y) * 3;
      result.set(image.subarray(at, at + 3), (y * side + x) * 3);
    }
  }
  return result;
}

/** Moved right and down by so many pixels; what leaves on one side comes in on the other. */
export function rollImage(image: FloatImage, side: number, right: number, down: number): FloatImage {
  const result = new Float32Array(image.length);
  const row = side * 3;
  const shift = (((right % side) + side) % side) * 3;
  for (let y = 0; y < side; y++) {
    const from = image.subarray(y * row, (y + 1) * row);
    const to = ((((y + down) % side) + side) % side) * row;
    result.set(from.subarray(row - shift), to);
    result.set(from.subarray(0, row - shift), to + shift);
  }
  return result;
}

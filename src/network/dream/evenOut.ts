// A gradient's fine detail is far stronger than its shapes: followed as it is, it would make noise. So it is taken apart
// by size of detail, and each part is brought to the same strength.
//
// The Laplacian pyramid normalisation of TensorFlow's DeepDream tutorial (Mordvintsev, 2016).

import { type FloatImage, resizeImage } from './floatImage.ts';

/** Halvings: the last part holds what is left, shapes of 8 pixels and more. */
const LEVELS = 3;

/** @param gradient [side, side, 3], side a multiple of 8 */
export function evenOut(gradient: FloatImage, side: number): FloatImage {
  return level(gradient, side, LEVELS);
}

function level(image: FloatImage, side: number, left: number): FloatImage {
  if (left === 0) return toUnitStrength(image);
  const half = side / 2;
  const coarse = resizeImage(image, side, half);
  const smooth = resizeImage(coarse, half, side);
  const fine = toUnitStrength(image.map((value, i) => value - (smooth[i] as number)));
  const rest = resizeImage(level(coarse, half, left - 1), half, side);
  return fine.map((value, i) => value + (rest[i] as number));
}

function toUnitStrength(values: FloatImage): FloatImage {
  let squares = 0;
  for (const value of values) squares += value * value;
  const strength = Math.sqrt(squares / values.length);
  return strength > 0 ? values.map((value) => value / strength) : values;
}

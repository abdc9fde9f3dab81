// DeepDream: a photo is changed, step by step, into what raises a score, by following the gradient of that score.
//
// Mordvintsev, Olah and Tyka, "Inceptionism: going deeper into neural networks", 2015: octaves (coarse shapes first, fine
// ones on top) and jitter (a photo moved by a few pixels at each step, so that no grid of the network shows).

import { MEAN_BGR } from '../../core/image.ts';
import { mulberry32 } from '../../core/random.ts';
import type { ScoreAndGradient } from '../kernels/gradients/gradientNetwork.ts';
import { evenOut } from './evenOut.ts';
import { type FloatImage, resizeImage, rollImage } from './floatImage.ts';

export interface DreamSettings {
  /** The sizes to dream at, in pixels along each side, from small to large. */
  readonly sides: readonly number[];
  /** Steps at each of them. */
  readonly steps: number;
  /** How far a step goes: levels of 255 by which a pixel changes, on average. */
  readonly rate: number;
  /** The most pixels by which the photo is moved, each way. */
  readonly jitter: number;
  readonly seed: number;
}

export interface DreamStep {
  /** Counted from 0, over all sizes. */
  readonly step: number;
  readonly side: number;
  /** Before the step, of the photo at this size as it was moved. */
  readonly score: number;
  /** After the step: [side, side, 3], B G R minus their means. */
  readonly image: FloatImage;
}

/**
 * @param photo [side, side, 3] at the largest of the sizes, B G R minus their means
 * @param evaluate the score of an image of some size, and its gradient
 * @returns every step as it is done
 */
export function* dream(
  photo: FloatImage,
  { sides, steps, rate, jitter, seed }: DreamSettings,
  evaluate: (image: FloatImage, side: number) => ScoreAndGradient,
): Generator<DreamStep, void> {
  const random = mulberry32(seed);
  const shift = () => Math.round((2 * random() - 1) * jitter);
  const full = sides.at(-1) ?? 0;
  let change: FloatImage | null = null;
  let changeSide = 0;
  let step = 0;
  for (const side of sides) {
    const base = resizeImage(photo, full, side);
    const image = base.slice();
    if (change) add(image, resizeImage(change, changeSide, side), 1);
    for (let i = 0; i < steps; i++) {
      const [right, down] = [shift(), shift()];
      const { score, gradient } = evaluate(rollImage(image, side, right, down), side);
      const ascent = evenOut(rollImage(gradient, side, -right, -down), side);
      const size = meanSize(ascent);
      // Where the channel finds nothing, nothing says what it would see more of it in.
      if (size > 0) add(image, ascent, rate / size);
      keepInRange(image);
      yield { step, side, score, image };
      step++;
    }
    change = image.slice();
    add(change, base, -1);
    changeSide = side;
  }
}

function add(image: FloatImage, other: FloatImage, times: number): void {
  for (let i = 0; i < image.length; i++) (image[i] as number) += times * (other[i] as number);
}

function meanSize(values: FloatImage): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum / values.length;
}

/** No darker than black, no brighter than white. */
function keepInRange(image: FloatImage): void {
  for (let i = 0; i < image.length; i++) {
    const mean = MEAN_BGR[(i % 3) as 0 | 1 | 2];
    image[i] = Math.min(Math.max(image[i] as number, -mean), 255 - mean);
  }
}

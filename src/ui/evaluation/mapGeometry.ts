// Where photos and the boundary lie on the map: units of the plane to pixels, the same along both axes.

import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { PhotoMap } from '../../core/evaluation/types.ts';
import type { Size } from './useSize.ts';

export type Point = readonly [x: number, y: number];

export interface MapScales {
  readonly x: ScaleLinear<number, number>;
  /** Upwards: larger numbers are nearer to the top. */
  readonly y: ScaleLinear<number, number>;
}

/** Half the side of a photo on the map, in pixels: smaller where there are more of them. */
export const photoRadius = (count: number, { width }: Size): number => {
  const most = width < 480 ? 16 : 20;
  return count > 150 ? most - 8 : count > 60 ? most - 4 : most;
};

/** @returns scales with one number of pixels per unit, so that every point has `padding` pixels around it */
export function fitMap(points: readonly Point[], { width, height }: Size, padding: number): MapScales {
  const [left, right] = extent(points.map(([x]) => x));
  const [low, high] = extent(points.map(([, y]) => y));
  const room = [Math.max(1, width - 2 * padding), Math.max(1, height - 2 * padding)] as const;
  const perUnit = Math.min(room[0] / (right - left), room[1] / (high - low));
  const [middleX, middleY] = [(left + right) / 2, (low + high) / 2];
  const [reachX, reachY] = [width / 2 / perUnit, height / 2 / perUnit];
  return {
    x: scaleLinear([middleX - reachX, middleX + reachX], [0, width]),
    y: scaleLinear([middleY - reachY, middleY + reachY], [height, 0]),
  };
}

/** Least and largest value, a little apart even where all are equal. */
function extent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [-1, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const spare = most - least < 1e-6 ? 0.5 : 0;
  return [least - spare, most + spare];
}

/**
 * The visible part of the line normal . [x, y] + bias = 0.
 *
 * @returns its two ends in pixels, or null where the line does not cross the plot or has no direction
 */
export function clipBoundary(
  { normal: [a, b], bias }: NonNullable<PhotoMap['boundary']>,
  { x, y }: MapScales,
  { width, height }: Size,
): readonly [Point, Point] | null {
  const square = a * a + b * b;
  if (square === 0) return null;
  // In pixels: from the line's point nearest to the middle of the plot, along its direction.
  const [middleX, middleY] = [x.invert(width / 2), y.invert(height / 2)];
  const away = (a * middleX + b * middleY + bias) / square;
  const from: Point = [x(middleX - a * away), y(middleY - b * away)];
  // y turns over on the way to pixels, so [-b, a] becomes [b, a].
  const along: Point = [b / Math.sqrt(square), a / Math.sqrt(square)];
  const ends = [-Infinity, Infinity] as [number, number];
  for (const [start, step, length] of [
    [from[0], along[0], width],
    [from[1], along[1], height],
  ] as const) {
    if (Math.abs(step) < 1e-12) {
      if (start < 0 || start > length) return null;
      continue;
    }
    const [one, other] = [-start / step, (length - start) / step];
    ends[0] = Math.max(ends[0], Math.min(one, other));
    ends[1] = Math.min(ends[1], Math.max(one, other));
  }
  if (ends[0] >= ends[1]) return null;
  const at = (t: number): Point => [from[0] + along[0] * t, from[1] + along[1] * t];
  return [at(ends[0]), at(ends[1])];
}

/** The direction in which the score rises, one pixel long. */
export function normalInPixels({ normal: [a, b] }: NonNullable<PhotoMap['boundary']>): Point {
  const length = Math.hypot(a, b) || 1;
  return [a / length, -b / length];
}

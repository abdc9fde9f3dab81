// Where a dream's scores lie in their chart. It has its whole width from the start, and room for the steps to come.

import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Size } from '../../evaluation/useSize.ts';
import type { DreamPoint } from './useDream.ts';

export interface ScoreScales {
  /** Steps done to pixels. */
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** Where dreaming goes on at another size: the steps done, and pixels along its side. */
  readonly sizes: readonly { readonly step: number; readonly side: number }[];
}

/** Room for the last value on the right, for the first above or below it, and for the sizes at the foot. */
const [LEFT, RIGHT, TOP, BOTTOM] = [8, 60, 20, 34];
/** Scores that are always in it where there is a boundary: so much is between the bins. */
const GAP = 2;

export function scoreScales(
  points: readonly DreamPoint[],
  steps: number,
  hasBoundary: boolean,
  { width, height }: Size,
): ScoreScales {
  const scores = points.map(({ score }) => score);
  const always = hasBoundary ? [-GAP, GAP] : [0];
  const [low, high] = [Math.min(...always, ...scores), Math.max(...always, ...scores)];
  return {
    x: scaleLinear([0, steps - 1], [LEFT, Math.max(LEFT + 1, width - RIGHT)]),
    y: scaleLinear([low, high === low ? low + 1 : high], [Math.max(TOP + 1, height - BOTTOM), TOP]),
    sizes: points
      .filter(({ side }, i) => side !== points[i - 1]?.side)
      .map(({ step, side }) => ({ step, side })),
  };
}

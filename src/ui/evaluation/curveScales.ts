// Where the learning curve's points lie in its picture, and which of them have room for their number.

import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import type { CurvePoint } from '../../core/evaluation/types.ts';
import type { Size } from './useSize.ts';

export interface CurveScales {
  /** Photos per bin to pixels. */
  readonly x: ScaleContinuousNumeric<number, number>;
  /** Share of right verdicts, 0..1, to pixels. */
  readonly y: ScaleContinuousNumeric<number, number>;
  /** The numbers of photos that are written below the axis. */
  readonly ticks: readonly number[];
  /** Edges of the area of the curve, in pixels. */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room for the numbers at the sides, and to keep dots whole. */
const [LEFT, RIGHT, TOP, BOTTOM] = [48, 16, 8, 22];
/** Between the middles of two numbers below the axis. */
const TICK_APART = 26;
/** Up to here, photos per bin are evenly apart; beyond, doublings are. */
const FEW = 10;

export function curveScales(points: readonly CurvePoint[], { width, height }: Size): CurveScales {
  const [right, bottom] = [Math.max(LEFT + 1, width - RIGHT), Math.max(TOP + 1, height - BOTTOM)];
  const first = points[0]?.perBin ?? 1;
  const last = points.at(-1)?.perBin ?? 1;
  const scale = last > FEW ? scaleLog() : scaleLinear();
  // A single point stands in the middle.
  const domain = first === last ? [first * 0.5, first * 1.5] : [first, last];
  const x = scale.domain(domain).range([LEFT + 10, right - 10]);
  const y = scaleLinear().domain([0, 1]).range([bottom, TOP]);
  return { x, y, ticks: spread(points, x, last), left: LEFT, right, bottom };
}

/** As many of the points' numbers as fit, the last always among them. */
function spread(points: readonly CurvePoint[], x: CurveScales['x'], last: number): number[] {
  const ticks: number[] = [];
  for (const { perBin } of points) {
    const previous = ticks.at(-1);
    const room = previous === undefined || x(perBin) - x(previous) >= TICK_APART;
    if (room && (perBin === last || x(last) - x(perBin) >= TICK_APART)) ticks.push(perBin);
  }
  return ticks;
}

/** @returns the index of the point nearest to a horizontal place */
export function nearestPoint(points: readonly CurvePoint[], x: CurveScales['x'], place: number): number {
  const away = points.map(({ perBin }) => Math.abs(x(perBin) - place));
  return away.indexOf(Math.min(...away));
}

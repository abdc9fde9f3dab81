// The drawing of a learning curve: the mean as a line with dots, eight of ten tries as a band, guessing as a dashed line.

import { area, line } from 'd3-shape';
import type { CurvePoint } from '../../core/evaluation/types.ts';
import { percent } from '../sentences.ts';
import { words } from '../words/words.ts';
import styles from './CurvePicture.module.css';
import type { CurveScales } from './curveScales.ts';

interface Props {
  readonly points: readonly CurvePoint[];
  readonly scales: CurveScales;
  /** Accuracy of guessing, 0..1. */
  readonly chance: number;
  /** Index of the point that is being asked about. */
  readonly shown: number | null;
}

const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** A single point has no band, but a line of its own for what the band would hold. */
export function CurvePicture({ points, scales, chance, shown }: Props) {
  const { x, y, ticks, left, right, bottom } = scales;
  const band = area<CurvePoint>()
    .x(({ perBin }) => x(perBin))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high));
  const mean = line<CurvePoint>()
    .x(({ perBin }) => x(perBin))
    .y(({ mean: share }) => y(share));
  const asked = shown === null ? undefined : points[shown];
  return (
    <svg className={styles.picture} aria-hidden="true">
      {SHARES.map((share) => (
        <g key={share} transform={`translate(0, ${y(share)})`}>
          <line className={styles.grid} x1={left} x2={right} />
          <text className={styles.tick} x={left - 6} dy="0.32em" textAnchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      {ticks.map((count) => (
        <g key={count} transform={`translate(${x(count)}, ${bottom})`}>
          <line className={styles.notch} y2={4} />
          <text className={styles.tick} y={17} textAnchor="middle">
            {count}
          </text>
        </g>
      ))}
      <line className={styles.chance} x1={left} x2={right} y1={y(chance)} y2={y(chance)} />
      <text className={styles.note} x={right - 2} y={y(chance) + 14} textAnchor="end">
        {words.evaluation.curve.chance(percent(chance))}
      </text>
      <path className={styles.band} d={band(points) ?? ''} />
      {asked ? (
        <line className={styles.asked} x1={x(asked.perBin)} x2={x(asked.perBin)} y1={y(1)} y2={bottom} />
      ) : null}
      <path className={styles.mean} d={mean(points) ?? ''} />
      {points.map(({ perBin, mean: share, low, high }) => (
        <g
          key={perBin}
          transform={`translate(${x(perBin)}, 0)`}
          data-asked={perBin === asked?.perBin || undefined}
        >
          {points.length === 1 ? <line className={styles.whisker} y1={y(low)} y2={y(high)} /> : null}
          <circle className={styles.dot} cy={y(share)} r={perBin === asked?.perBin ? 5 : 3.5} />
        </g>
      ))}
    </svg>
  );
}

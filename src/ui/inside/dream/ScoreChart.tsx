// How the score goes from step to step. What it says stands in words below it.

import { line } from 'd3-shape';
import { useRef } from 'react';
import { DREAM_STEPS } from '../../../store/dreaming.ts';
import { useSize } from '../../evaluation/useSize.ts';
import { fixed, signed } from '../../sentences.ts';
import { words } from '../../words/words.ts';
import styles from './ScoreChart.module.css';
import { scoreScales } from './scoreScales.ts';
import type { Dream, DreamPoint } from './useDream.ts';

export function ScoreChart({ dream: { wish, points } }: { readonly dream: Dream }) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { x, y, sizes } = scoreScales(points, DREAM_STEPS, wish.sides !== null, size);
  const path = line<DreamPoint>(
    ({ step }) => x(step),
    ({ score }) => y(score),
  );
  const last = points.at(-1);
  const [below, above] = wish.sides ?? [];
  return (
    <div ref={frame} className={styles.frame} aria-hidden="true">
      {size.width > 0 ? (
        <svg className={styles.picture} aria-hidden="true">
          {sizes.map(({ step, side }) => (
            <g key={side} transform={`translate(${x(step)}, 0)`}>
              <line className={styles.size} y1={0} y2={size.height - 16} />
              <text className={styles.note} y={size.height - 4}>
                {words.inside.dream.pixels(side)}
              </text>
            </g>
          ))}
          <line className={styles.zero} x1={x(0)} x2={size.width} y1={y(0)} y2={y(0)} />
          <path className={styles.line} d={path(points) ?? ''} />
          {last ? (
            <g style={wish.colour} transform={`translate(${x(last.step)}, ${y(last.score)})`}>
              <circle className={styles.dot} r={4} />
              <text className={styles.value} x={8} dy="0.32em">
                {wish.sides ? signed(last.score) : fixed(last.score, 1)}
              </text>
            </g>
          ) : null}
        </svg>
      ) : null}
      {above && below ? (
        <>
          <span className={styles.above} style={above.colour}>
            {above.label}
          </span>
          <span className={styles.below} style={below.colour}>
            {below.label}
          </span>
        </>
      ) : null}
    </div>
  );
}

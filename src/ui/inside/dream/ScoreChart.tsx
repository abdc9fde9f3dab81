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
import type { Wish } from './wish.ts';

export function ScoreChart({ dream: { wish, points } }: { readonly dream: Dream }) {
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { x, y, sizes } = scoreScales(points, DREAM_STEPS, wish.sides !== null, size);
  const path = line<DreamPoint>(
    ({ step }) => x(step),
    ({ score }) => y(score),
  );
  const [first, last] = [points[0], points.at(-1)];
  const shown = (score: number) => (wish.sides ? signed(score) : fixed(score, 1));
  return (
    <div ref={frame} className={styles.frame}>
      {size.width > 0 ? (
        <svg className={styles.picture} aria-hidden="true">
          {sizes.map(({ step, side }) => (
            <g key={side} transform={`translate(${x(step)}, 0)`}>
              <line className={styles.size} y1={0} y2={size.height - 16} />
              <text className={styles.note} y={size.height - 5}>
                {words.inside.dream.pixels(side)}
              </text>
            </g>
          ))}
          <g transform={`translate(0, ${y(0)})`}>
            <line className={styles.zero} x1={x(0)} x2={size.width} />
            {wish.sides ? <Sides sides={wish.sides} x={size.width - 8} /> : null}
          </g>
          <path className={styles.line} d={path(points) ?? ''} />
          {first && last && last !== first ? (
            <text
              className={styles.note}
              x={x(0) + 4}
              y={y(first.score)}
              dy={last.score < first.score ? -6 : 13}
            >
              {shown(first.score)}
            </text>
          ) : null}
          {last ? (
            <g style={wish.colour} transform={`translate(${x(last.step)}, ${y(last.score)})`}>
              <circle className={styles.dot} r={4} />
              <text className={styles.value} x={8} dy="0.32em">
                {shown(last.score)}
              </text>
            </g>
          ) : null}
        </svg>
      ) : null}
    </div>
  );
}

/** Which side of the boundary is whose. */
function Sides({
  sides: [below, above],
  x,
}: {
  readonly sides: NonNullable<Wish['sides']>;
  readonly x: number;
}) {
  return (
    <>
      <text className={styles.side} style={above.colour} x={x} y={-4}>
        {above.label}
      </text>
      <text className={styles.side} style={below.colour} x={x} y={13}>
        {below.label}
      </text>
    </>
  );
}

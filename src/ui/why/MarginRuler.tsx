// How far the chosen photo is from the boundary, among the photos that the boundary was learned from.

import { scaleLinear } from 'd3-scale';
import type { Boundary } from '../../core/types.ts';
import { signed } from '../sentences.ts';
import type { Side } from '../useSides.ts';
import { words } from '../words/words.ts';
import styles from './MarginRuler.module.css';
import { marginText, rulerText } from './sureness.ts';

interface Props {
  readonly score: number;
  readonly distance: number;
  readonly boundary: Boundary;
  /** Scores of the training photos of either side. */
  readonly leftScores: readonly number[];
  readonly rightScores: readonly number[];
  readonly left: Side;
  readonly right: Side;
}

/** The ruler reaches at least this far, in scores. */
const REACH = 2;

export function MarginRuler({ score, distance, boundary, leftScores, rightScores, left, right }: Props) {
  // The margin lies around the boundary as it was learned; a moved threshold leaves it where it is.
  const edges = [boundary.shift - 1, boundary.shift + 1] as const;
  const farthest = [score, ...edges, ...leftScores, ...rightScores].map(Math.abs);
  const reach = 1.05 * farthest.reduce((most, each) => Math.max(most, each), REACH);
  const scale = scaleLinear([-reach, reach], [0, 1000]);
  const [from, to] = edges;
  return (
    <figure className={styles.ruler} data-ruler="">
      <svg
        className={styles.drawing}
        viewBox="0 0 1000 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={rulerText(score, edges, [
          { label: left.label, scores: leftScores },
          { label: right.label, scores: rightScores },
        ])}
      >
        <rect className={styles.margin} x={scale(from)} width={scale(to) - scale(from)} y="6" height="28" />
        <path className={styles.axis} d="M0 20H1000" />
        {edges.map((edge) => (
          <path key={edge} className={styles.edge} d={`M${scale(edge)} 4V36`} />
        ))}
        <path className={styles.boundary} d={`M${scale(0)} 4V36`} />
        <path className={styles.tick} style={left.colour} d={ticks(leftScores, scale, 22)} />
        <path className={styles.tick} style={right.colour} d={ticks(rightScores, scale, 8)} />
      </svg>
      <span
        className={styles.photo}
        style={{ ...(score < 0 ? left : right).colour, left: `${scale(score) / 10}%` }}
        title={words.why.margin.thisPhoto(signed(score, 3))}
      />
      {[from, 0, to].map((mark) => (
        <span
          key={mark}
          className={styles.number}
          style={{ left: `${scale(mark) / 10}%` }}
          aria-hidden="true"
        >
          {mark === 0 ? '0' : signed(mark, Number.isInteger(mark) ? 0 : 1)}
        </span>
      ))}
      <figcaption className={styles.caption} title={words.why.margin.meaning}>
        {marginText(distance, boundary)}
      </figcaption>
    </figure>
  );
}

const ticks = (scores: readonly number[], scale: (score: number) => number, top: number): string =>
  scores.map((score) => `M${scale(score).toFixed(1)} ${top}v10`).join('');

// How far the chosen photo is from the boundary, among the photos that the boundary was learned from.

import { scaleLinear } from 'd3-scale';
import { signed } from '../sentences.ts';
import type { Side } from '../useSides.ts';
import styles from './MarginRuler.module.css';

interface Props {
  readonly score: number;
  readonly distance: number;
  /** |w|: the margin is 1 / norm wide on each side. */
  readonly norm: number;
  /** Scores of the training photos of either side. */
  readonly leftScores: readonly number[];
  readonly rightScores: readonly number[];
  readonly left: Side;
  readonly right: Side;
}

/** The ruler reaches at least this far, in margins. */
const REACH = 2;
const MARKS = [-1, 0, 1] as const;

export function MarginRuler({ score, distance, norm, leftScores, rightScores, left, right }: Props) {
  const reach = 1.05 * Math.max(REACH, ...[score, ...leftScores, ...rightScores].map(Math.abs));
  const scale = scaleLinear([-reach, reach], [0, 1000]);
  const side = score < 0 ? left : right;
  const margin = 1 / norm;
  return (
    <figure className={styles.ruler} data-ruler="">
      <svg
        className={styles.drawing}
        viewBox="0 0 1000 40"
        preserveAspectRatio="none"
        role="img"
        aria-label={rulerText({ score, left, right, leftScores, rightScores })}
      >
        <rect className={styles.margin} x={scale(-1)} width={scale(1) - scale(-1)} y="6" height="28" />
        <path className={styles.axis} d="M0 20H1000" />
        {MARKS.map((mark) => (
          <path
            key={mark}
            className={mark === 0 ? styles.boundary : styles.edge}
            d={`M${scale(mark)} 4V36`}
          />
        ))}
        <path className={styles.tick} style={left.colour} d={ticks(leftScores, scale, 22)} />
        <path className={styles.tick} style={right.colour} d={ticks(rightScores, scale, 8)} />
      </svg>
      <span
        className={styles.photo}
        style={{ ...side.colour, left: `${scale(score) / 10}%` }}
        title={`This photo: score ${signed(score, 3)}`}
      />
      {MARKS.map((mark) => (
        <span
          key={mark}
          className={styles.number}
          style={{ left: `${scale(mark) / 10}%` }}
          aria-hidden="true"
        >
          {mark === 0 ? '0' : signed(mark, 0)}
        </span>
      ))}
      <figcaption
        className={styles.caption}
        title="The margin is the empty strip along the boundary that training makes as wide as it can. The ticks are the photos that it learned from."
      >
        {Math.abs(distance).toFixed(2)} from the boundary; margin {margin.toFixed(2)} to either side
      </figcaption>
    </figure>
  );
}

const ticks = (scores: readonly number[], scale: (score: number) => number, top: number): string =>
  scores.map((score) => `M${scale(score).toFixed(1)} ${top}v10`).join('');

function rulerText({
  score,
  left,
  right,
  leftScores,
  rightScores,
}: Pick<Props, 'score' | 'left' | 'right' | 'leftScores' | 'rightScores'>): string {
  const range = (label: string, scores: readonly number[]) =>
    scores.length === 0
      ? ''
      : ` Photos of ${label}: from ${signed(Math.min(...scores))} to ${signed(Math.max(...scores))}.`;
  return `This photo’s score is ${signed(score)}; the boundary is at 0, the margin’s edges at −1 and +1.${range(left.label, leftScores)}${range(right.label, rightScores)}`;
}

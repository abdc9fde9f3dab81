// From the constant to the score: each class's push starts where the last one ended.

import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { ExplainedTerm } from '../../store/verdicts.ts';
import { signed, unsigned } from '../sentences.ts';
import { type PushesProps, pushesOf } from './pushes.ts';
import styles from './Waterfall.module.css';

export function Waterfall({ explanation, score, left, right, nameOf, noun }: PushesProps) {
  const [looked, setLooked] = useState<string | null>(null);
  const steps = pushesOf(explanation, nameOf, noun);
  const ends = [0, score, ...steps.flatMap(({ from, to }) => [from, to])];
  const scale = scaleLinear([Math.min(...ends), Math.max(...ends)], [0, 100]);
  const shown = steps.find(({ id }) => id === looked);

  return (
    <div className={styles.waterfall} data-explanation="">
      <div className={styles.sides}>
        <span style={left.colour}>← {left.label}</span>
        <span style={right.colour}>{right.label} →</span>
      </div>
      <ol className={styles.steps} onMouseLeave={() => setLooked(null)}>
        {steps.map(({ id, term, text, value, from, to, explained }) => (
          <li key={id} data-term={term} data-value={value}>
            <button
              type="button"
              className={styles.step}
              aria-label={`${text}: ${signed(value, 3)}. ${detailOf(id, explained)}`}
              onFocus={() => setLooked(id)}
              onMouseEnter={() => setLooked(id)}
              onClick={() => setLooked(id)}
              onBlur={() => setLooked(null)}
            >
              <span className={styles.label}>{text}</span>
              <span className={styles.track}>
                <span className={styles.zero} style={{ left: `${scale(0)}%` }} />
                <span
                  className={styles.push}
                  style={{
                    ...(to < from ? left : right).colour,
                    left: `${scale(Math.min(from, to))}%`,
                    width: `${scale(Math.max(from, to)) - scale(Math.min(from, to))}%`,
                  }}
                />
                <span className={styles.reached} style={{ left: `${scale(to)}%` }} />
              </span>
              <span className={styles.value}>{signed(value, 3)}</span>
            </button>
          </li>
        ))}
      </ol>
      <p className={styles.total}>
        <span className={styles.label}>score</span>
        <span className={styles.track}>
          <span className={styles.zero} style={{ left: `${scale(0)}%` }} />
          <span
            className={styles.sum}
            style={{
              ...(score < 0 ? left : right).colour,
              left: `${scale(Math.min(0, score))}%`,
              width: `${Math.abs(scale(score) - scale(0))}%`,
            }}
          />
        </span>
        <span className={styles.value}>{signed(score, 3)}</span>
      </p>
      <p className={styles.detail} data-shown={shown ? '' : undefined} aria-hidden="true">
        {shown
          ? detailOf(shown.id, shown.explained)
          : `Each of the ${noun} pushes by its weight times how much more, or less, of it this photo has than your photos on average. Point at one for its numbers.`}
      </p>
    </div>
  );
}

function detailOf(id: string, explained: ExplainedTerm | null): string {
  if (explained) return termDetail(explained);
  return id === 'constant'
    ? 'The score of a photo that is just like your photos on average.'
    : 'All the others together, most of them small.';
}

/** "Here 12.31, in your photos 8.10 on average: 4.21 more, at a weight of −0.02100." */
function termDetail({ activation, mean, weight, value }: ExplainedTerm): string {
  const difference = activation - mean;
  const more = difference < 0 ? 'less' : 'more';
  return `Here ${unsigned(activation)}, in your photos ${unsigned(mean)} on average: ${unsigned(Math.abs(difference))} ${more}, times a weight of ${signed(weight, 4)} makes ${signed(value, 3)}.`;
}

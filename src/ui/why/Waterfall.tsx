// From the constant to the score: each class's push starts where the last one ended.

import { scaleLinear } from 'd3-scale';
import { useState } from 'react';
import type { ExplainedTerm } from '../../store/verdicts.ts';
import { signed, unsigned } from '../sentences.ts';
import { words } from '../words/words.ts';
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
              aria-label={words.why.push(text, signed(value, 3), detailOf(id, explained))}
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
        <span className={styles.label}>{words.why.score}</span>
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
        {shown ? detailOf(shown.id, shown.explained) : words.why.pushes[noun]}
      </p>
    </div>
  );
}

function detailOf(id: string, explained: ExplainedTerm | null): string {
  if (explained) return termDetail(explained);
  return id === 'constant' ? words.why.constantDetail : words.why.othersDetail;
}

function termDetail({ activation, mean, weight, value }: ExplainedTerm): string {
  const difference = activation - mean;
  return words.why.pushDetail({
    here: unsigned(activation),
    average: unsigned(mean),
    difference: unsigned(Math.abs(difference)),
    isLess: difference < 0,
    weight: signed(weight, 4),
    value: signed(value, 3),
  });
}

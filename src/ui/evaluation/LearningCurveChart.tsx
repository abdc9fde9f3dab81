// Would more photos help? The learning curve, its numbers on asking, and all of them for those who do not see it.

import { type PointerEvent, useId, useMemo, useRef, useState } from 'react';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import type { LearningCurve } from '../../core/evaluation/types.ts';
import { percent } from '../sentences.ts';
import { words } from '../words/words.ts';
import { CurvePicture } from './CurvePicture.tsx';
import { curveScales, nearestPoint } from './curveScales.ts';
import { pointSentence } from './evaluationSentences.ts';
import styles from './LearningCurveChart.module.css';
import { useSize } from './useSize.ts';

interface Props {
  readonly curve: LearningCurve;
  /** What the curve says, in words. */
  readonly sentence: string;
  /** Accuracy of guessing, 0..1: 1 / number of bins. */
  readonly chance: number;
}

export function LearningCurveChart({ curve, sentence, chance }: Props) {
  const { points } = curve;
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const scales = useMemo(() => curveScales(points, size), [points, size]);
  const [pointed, setPointed] = useState<number | null>(null);
  const [stepped, setStepped] = useState(0);
  const [focused, setFocused] = useState(false);
  const caption = useId();

  const step = Math.min(stepped, points.length - 1);
  const shown = pointed ?? (focused ? step : null);
  const point = shown === null ? undefined : points[shown];
  const stepPoint = points[step];
  const ask = (event: PointerEvent<HTMLElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setPointed(nearestPoint(points, scales.x, event.clientX - left));
  };

  if (points.length === 0) {
    return (
      <p className={styles.empty} data-curve="empty">
        {words.evaluation.curve.tooFew}
      </p>
    );
  }
  return (
    <figure className={styles.figure} data-curve="ready">
      <p className={styles.sentence}>{sentence}</p>
      <p className={styles.axis}>{words.evaluation.curve.upwards}</p>
      <div
        ref={frame}
        className={styles.frame}
        data-focused={focused || undefined}
        onPointerMove={ask}
        onPointerDown={ask}
        onPointerLeave={() => setPointed(null)}
      >
        {size.width > 0 ? (
          <CurvePicture points={points} scales={scales} chance={chance} shown={shown} />
        ) : null}
        <input
          className={styles.stepper}
          type="range"
          min={0}
          max={points.length - 1}
          value={step}
          aria-label={words.evaluation.curve.stepper}
          aria-valuetext={stepPoint && pointSentence(stepPoint)}
          aria-describedby={caption}
          onChange={(event) => setStepped(Number(event.target.value))}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
        />
      </div>
      <p className={styles.axisBelow}>{words.evaluation.curve.across} →</p>
      <figcaption id={caption} className={styles.caption}>
        {point ? pointSentence(point) : words.evaluation.curve.note(curve.repeats)}
      </figcaption>
      <CurveNumbers curve={curve} />
    </figure>
  );
}

const CurveNumbers = ({ curve }: { readonly curve: LearningCurve }) => (
  <VisuallyHidden>
    <table>
      <caption>{words.evaluation.curve.note(curve.repeats)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.evaluation.curve.perBin}</th>
          <th scope="col">{words.evaluation.curve.mean}</th>
          <th scope="col">{words.evaluation.curve.low}</th>
          <th scope="col">{words.evaluation.curve.high}</th>
        </tr>
      </thead>
      <tbody>
        {curve.points.map(({ perBin, mean, low, high }) => (
          <tr key={perBin} data-per-bin={perBin} data-mean={mean}>
            <th scope="row">{perBin}</th>
            <td>{percent(mean)}</td>
            <td>{percent(low)}</td>
            <td>{percent(high)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </VisuallyHidden>
);

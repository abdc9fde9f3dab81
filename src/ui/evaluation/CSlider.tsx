// The price of a mistake: how much training minds a photo on the wrong side of its margin.

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label, Slider, SliderFill, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './CSlider.module.css';
import { C_DEFAULT, cAt, LOG_LEAST, LOG_MOST, LOG_STEP, logOf } from './cScale.ts';
import { tidyNumber } from './evaluationSentences.ts';

interface Props {
  /** C, from 0.001 to 1000. */
  readonly value: number;
  /** `done` is false while the slider is being dragged. */
  readonly onChange: (value: number, done: boolean) => void;
}

export function CSlider({ value, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const text = tidyNumber(value);
  useSpokenValue(input, text);
  useSteps(input, (log) => onChange(cAt(log), true));
  return (
    <div className={styles.wrapper} data-c={value}>
      <Slider
        className={styles.slider ?? ''}
        value={logOf(value)}
        minValue={LOG_LEAST}
        maxValue={LOG_MOST}
        step={LOG_STEP}
        onChange={(log) => onChange(cAt(log), false)}
        onChangeEnd={(log) => onChange(cAt(log), true)}
      >
        <div className={styles.header}>
          <Label className={styles.label ?? ''}>{words.evaluation.price.name}</Label>
          <span className={styles.value}>{text}</span>
          <Button
            className={panel.button ?? ''}
            isDisabled={value === C_DEFAULT}
            onPress={() => onChange(C_DEFAULT, true)}
          >
            {words.evaluation.price.back(tidyNumber(C_DEFAULT))}
          </Button>
        </div>
        <SliderTrack className={styles.track ?? ''}>
          <SliderFill className={styles.fill ?? ''} style={{ height: 4 }} />
          <SliderThumb inputRef={input} className={styles.thumb ?? ''} />
        </SliderTrack>
        <div className={styles.ends} aria-hidden="true">
          {[LOG_LEAST, (LOG_LEAST + LOG_MOST) / 2, LOG_MOST].map((log) => (
            <span key={log}>{tidyNumber(cAt(log))}</span>
          ))}
        </div>
      </Slider>
      <p className={styles.note}>{words.evaluation.price.note}</p>
    </div>
  );
}

/** React Aria would read out the logarithm. */
function useSpokenValue(input: RefObject<HTMLInputElement | null>, text: string): void {
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', text));
}

/** Screen readers step the hidden input itself, which React Aria does not take for the end of a change. */
function useSteps(input: RefObject<HTMLInputElement | null>, onStep: (log: number) => void): void {
  useEffect(() => {
    const { current } = input;
    const step = () => onStep(Number(current?.value));
    current?.addEventListener('change', step);
    return () => current?.removeEventListener('change', step);
  });
}

// A dream over the photo that it began with. Once it is over, a slider parts the two.

import { useLayoutEffect, useRef, useState } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import type { DreamPicture } from '../../../workers/contract.ts';
import { words } from '../../words/words.ts';
import styles from './Compared.module.css';
import { drawPicture } from './encodePicture.ts';

interface Props {
  readonly picture: DreamPicture;
  readonly isOver: boolean;
}

export function Compared({ picture, isOver }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** Percent of the width, from the left, that show the photo. */
  const [parting, setParting] = useState(50);
  useLayoutEffect(() => {
    if (canvas.current) drawPicture(canvas.current, picture);
  }, [picture]);
  return (
    <>
      <canvas
        ref={canvas}
        className={styles.dream}
        style={isOver ? { clipPath: `inset(0 0 0 ${parting}%)` } : {}}
        data-dreamt={picture.side}
      />
      {isOver ? (
        <Slider
          className={styles.slider ?? ''}
          aria-label={words.inside.dream.compare}
          minValue={0}
          maxValue={100}
          value={parting}
          onChange={(value) => setParting(Number(value))}
        >
          <SliderTrack className={styles.track ?? ''}>
            <SliderThumb className={styles.thumb ?? ''} />
          </SliderTrack>
          <span className={styles.before} aria-hidden="true">
            {words.inside.dream.thePhoto}
          </span>
          <span className={styles.after} aria-hidden="true">
            {words.inside.dream.theDream}
          </span>
        </Slider>
      ) : null}
    </>
  );
}

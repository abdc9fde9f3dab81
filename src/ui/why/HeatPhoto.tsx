// The chosen photo as the network saw it, with the heat map on it.

import { Button } from 'react-aria-components/Button';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import type { Photo } from '../../store/project.ts';
import type { PhotoWork, Trained } from '../../store/state.ts';
import type { PhotoVerdict } from '../../store/verdicts.ts';
import panel from '../panel.module.css';
import { signed } from '../sentences.ts';
import { Toggle } from '../Toggle.tsx';
import { useSides } from '../useSides.ts';
import { words } from '../words/words.ts';
import { HeatOverlay } from './HeatOverlay.tsx';
import styles from './HeatPhoto.module.css';
import { useHeatSettings } from './heatSettings.ts';
import { SeenPhoto } from './SeenPhoto.tsx';
import { useHeatMap } from './useHeatMap.ts';
import why from './WhyPanel.module.css';

interface Props {
  readonly photo: Photo;
  readonly work: PhotoWork & { status: 'ready' };
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
}

export function HeatPhoto({ photo, work, verdict, trained }: Props) {
  const { shown, opacity, show, setOpacity } = useHeatSettings();
  const [left, right] = useSides(verdict);
  const { status, map, askAgain } = useHeatMap(photo.key, work.picture.sha256, trained, verdict, shown);
  const sum = map?.values.reduce((total, value) => total + value, 0) ?? null;

  return (
    <figure
      className={why.figure}
      data-heatmap={shown ? status : 'off'}
      data-sum={shown && status === 'ready' && sum !== null ? sum : undefined}
    >
      <SeenPhoto photo={photo} picture={work.picture}>
        {shown && map ? (
          <HeatOverlay
            map={map}
            left={left.mark}
            right={right.mark}
            leftLabel={left.label}
            rightLabel={right.label}
            opacity={status === 'ready' ? opacity : opacity / 2}
          />
        ) : null}
      </SeenPhoto>
      <div className={styles.controls}>
        <Toggle isOn={shown} onChange={show}>
          {words.why.heat.map}
        </Toggle>
        <Slider
          className={styles.slider ?? ''}
          aria-label={words.why.heat.strength}
          isDisabled={!shown}
          minValue={0}
          maxValue={100}
          step={5}
          value={Math.round(opacity * 100)}
          onChange={(value) => setOpacity(Number(value) / 100)}
        >
          <SliderTrack className={styles.track ?? ''}>
            <SliderThumb className={styles.knob ?? ''} />
          </SliderTrack>
        </Slider>
        <span className={styles.key} aria-hidden="true">
          <span style={left.colour}>{left.label}</span>
          <span style={right.colour}>{right.label}</span>
        </span>
      </div>
      <figcaption className={why.caption}>
        {shown && status === 'ready' && map && sum !== null ? (
          <PlaceNumbers values={map.values} side={map.side} sum={sum} />
        ) : (
          caption(shown, status)
        )}
        {shown && status === 'failed' ? (
          <>
            {' '}
            <Button className={panel.link ?? ''} onPress={askAgain}>
              {words.why.heat.askAgain}
            </Button>
          </>
        ) : null}
        {photo.credit ? (
          <a className={styles.credit} href={photo.credit} target="_blank" rel="noreferrer">
            {words.why.photoPage}
          </a>
        ) : null}
      </figcaption>
    </figure>
  );
}

function caption(shown: boolean, status: 'asking' | 'ready' | 'failed'): string {
  if (!shown) return words.why.seen;
  return status === 'failed' ? words.why.heat.failed : words.why.heat.asking;
}

interface NumbersProps {
  readonly values: Float64Array;
  readonly side: number;
  readonly sum: number;
}

function PlaceNumbers({ values, side, sum }: NumbersProps) {
  const rows = Array.from({ length: side }, (_, row) => [...values.subarray(row * side, (row + 1) * side)]);
  return (
    <details className={styles.numbers}>
      <summary>{words.why.heat.places(values.length, signed(sum, 3))}</summary>
      <p>{words.why.heat.placesNote}</p>
      <div className={styles.scroll}>
        <table>
          <caption>
            <VisuallyHidden>{words.why.heat.placesCaption}</VisuallyHidden>
          </caption>
          <tbody>
            {rows.map((row, y) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its index
              <tr key={y}>
                {row.map((value, x) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a place is its index
                  <td key={x}>{signed(value, 3)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

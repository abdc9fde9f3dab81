// All photos in one plane, alike ones near each other, with the boundary between the bins; and the list of them.

import { useCallback, useId, useMemo, useRef, useState } from 'react';
import type { PhotoMap as PhotoMapData } from '../../core/evaluation/types.ts';
import { Explained } from '../Explained.tsx';
import { words } from '../words/words.ts';
import { axisTitle, mapCaption, mapDescription } from './evaluationSentences.ts';
import { MapControls } from './MapControls.tsx';
import { MapKey } from './MapKey.tsx';
import { MapPhotoList } from './MapPhotoList.tsx';
import type { PlacedPhoto } from './MapPhotos.tsx';
import { MapPlot } from './MapPlot.tsx';
import { fitMap, type Point, photoRadius } from './mapGeometry.ts';
import { moveByKey } from './moveByKey.ts';
import styles from './PhotoMap.module.css';
import type { ShownPhoto } from './shownPhoto.ts';
import { useMapZoom } from './useMapZoom.ts';
import { useSize } from './useSize.ts';

interface Props {
  readonly map: PhotoMapData;
  /** In the order of `map.rows` and `map.tests`. */
  readonly rows: readonly ShownPhoto[];
  readonly tests: readonly ShownPhoto[];
  /** The bins that hold photos, and per label the index of its colour: `ShownPhoto.bin` is one of these. */
  readonly labels: readonly string[];
  readonly colours: readonly number[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}

export function PhotoMap({ map, rows, tests, labels, colours, chosen, onChoose }: Props) {
  const photos = useMemo(() => [...place(rows, map.rows), ...place(tests, map.tests)], [rows, tests, map]);
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(frame);
  const radius = photoRadius(photos.length, size);
  const resting = useMemo(
    () =>
      fitMap(
        photos.map(({ at }) => at),
        size,
        radius + 12,
      ),
    [photos, size, radius],
  );
  const [transform, moves] = useMapZoom(svg, frame, size);
  const scales = useMemo(
    () => ({ x: transform.rescaleX(resting.x), y: transform.rescaleY(resting.y) }),
    [transform, resting],
  );

  const [lit, setLit] = useState<string | null>(null);
  const ask = useCallback(
    (key: string | null, by: 'focus' | 'pointer') => {
      setLit(key);
      const photo = by === 'focus' ? photos.find((other) => other.key === key) : undefined;
      if (photo) moves.reveal(resting.x(photo.at[0]), resting.y(photo.at[1]));
    },
    [photos, resting, moves],
  );
  const binName = useCallback(
    (bin: number | null) =>
      bin === null ? words.evaluation.map.testPhoto : (labels[colours.indexOf(bin)] ?? ''),
    [labels, colours],
  );
  const shown = photos.find(({ key }) => key === (lit ?? chosen));
  const hint = useId();

  return (
    <div className={styles.container} data-photo-map={photos.length}>
      <div className={styles.map}>
        <div className={styles.above}>
          <MapKey labels={labels} colours={colours} tests={tests.length > 0} />
          <MapControls moves={moves} factor={transform.k} />
        </div>
        <p className={styles.axis}>↑ {axisTitle('upwards', map.shares[1])}</p>
        <div
          ref={frame}
          className={styles.frame}
          role="application"
          aria-label={words.evaluation.map.frame}
          aria-describedby={hint}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the map, + and - zoom it
          tabIndex={0}
          onKeyDown={(event) => {
            if (moveByKey(event, moves)) event.preventDefault();
          }}
          onClick={({ target }) => {
            const key = photoAt(target);
            if (key !== null) onChoose(key);
          }}
          onPointerOver={({ target }) => setLit(photoAt(target))}
          onPointerLeave={() => setLit(null)}
        >
          <MapPlot
            svg={svg}
            photos={photos}
            boundary={map.boundary}
            labels={labels}
            colours={colours}
            scales={scales}
            size={size}
            radius={radius}
            description={mapDescription(map, labels)}
            chosen={chosen}
            lit={lit}
          />
        </div>
        <p className={styles.axisBelow}>{axisTitle('across', map.shares[0])} →</p>
        <p className={styles.caption}>
          {shown ? mapCaption(shown.name, binName(shown.bin), shown.at) : words.evaluation.map.point}
        </p>
        <p id={hint} className={styles.hint}>
          {words.evaluation.map.moving}
        </p>
        <Explained summary={words.evaluation.map.question}>
          <p>{words.evaluation.map.answer}</p>
        </Explained>
      </div>
      <MapPhotoList photos={photos} binName={binName} chosen={chosen} onChoose={onChoose} onAsk={ask} />
    </div>
  );
}

const place = (photos: readonly ShownPhoto[], places: readonly Point[]): PlacedPhoto[] =>
  photos.flatMap((photo, index) => {
    const at = places[index];
    return at ? [{ ...photo, at }] : [];
  });

function photoAt(target: EventTarget): string | null {
  const photo = target instanceof Element ? target.closest('[data-map-photo], [data-raised]') : null;
  return photo?.getAttribute('data-map-photo') ?? photo?.getAttribute('data-raised') ?? null;
}

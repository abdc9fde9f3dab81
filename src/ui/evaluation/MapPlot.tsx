// The map's drawing: grid, boundary and photos, which keep their size however far the map is zoomed.

import { type RefObject, useId, useMemo } from 'react';
import type { PhotoMap } from '../../core/evaluation/types.ts';
import { words } from '../words/words.ts';
import { MapAxes } from './MapAxes.tsx';
import { BoundaryLine, BoundarySides } from './MapBoundary.tsx';
import { MapPhotos, type PlacedPhoto, RaisedPhotos } from './MapPhotos.tsx';
import styles from './MapPlot.module.css';
import type { MapScales } from './mapGeometry.ts';
import type { Size } from './useSize.ts';

interface Props {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly photos: readonly PlacedPhoto[];
  readonly boundary: PhotoMap['boundary'];
  readonly labels: readonly string[];
  readonly colours: readonly number[];
  readonly scales: MapScales;
  readonly size: Size;
  readonly radius: number;
  readonly description: string;
  /** Keys of the photos that are chosen and that are being asked about: they lie above the others. */
  readonly chosen: string | null;
  readonly lit: string | null;
}

export function MapPlot(props: Props) {
  const { svg, photos, boundary, labels, colours, scales, size, radius, description, chosen, lit } = props;
  const id = useId();
  const clips = useMemo(() => ({ circle: `${id}-circle`, square: `${id}-square` }), [id]);
  const raised = photos.filter(({ key }) => key === chosen || key === lit);
  return (
    <svg
      ref={svg}
      className={styles.plot}
      width={size.width}
      height={size.height}
      role="img"
      // A title element would be a tooltip over the whole map.
      aria-label={words.evaluation.map.name}
      aria-describedby={`${id}-description`}
    >
      <desc id={`${id}-description`}>{description}</desc>
      <defs>
        <clipPath id={clips.circle}>
          <circle r={radius} />
        </clipPath>
        <clipPath id={clips.square}>
          <rect x={-radius} y={-radius} width={2 * radius} height={2 * radius} rx={radius * 0.3} />
        </clipPath>
      </defs>
      {/* Without it the empty ground would take no wheel and no drag. */}
      <rect className={styles.ground} width={size.width} height={size.height} />
      <MapAxes scales={scales} size={size} />
      {boundary ? <BoundaryLine boundary={boundary} scales={scales} size={size} /> : null}
      <MapPhotos photos={photos} scales={scales} radius={radius} clips={clips} />
      {boundary ? (
        <BoundarySides boundary={boundary} scales={scales} size={size} labels={labels} colours={colours} />
      ) : null}
      <RaisedPhotos photos={raised} scales={scales} radius={radius} clips={clips} lit={lit} />
    </svg>
  );
}

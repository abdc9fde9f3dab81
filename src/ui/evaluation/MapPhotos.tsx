// The photos on the map at their places. They keep their size, however far the map is zoomed.

import { memo } from 'react';
import { MapPhoto } from './MapPhoto.tsx';
import styles from './MapPhotos.module.css';
import type { MapScales, Point } from './mapGeometry.ts';
import type { ShownPhoto } from './shownPhoto.ts';

/** A photo and its place in the plane. */
export interface PlacedPhoto extends ShownPhoto {
  readonly at: Point;
}

interface Props {
  readonly photos: readonly PlacedPhoto[];
  readonly scales: MapScales;
  readonly radius: number;
  readonly clips: { readonly circle: string; readonly square: string };
}

const placeOf = ({ at: [x, y] }: PlacedPhoto, scales: MapScales) =>
  `translate(${scales.x(x).toFixed(1)}, ${scales.y(y).toFixed(1)})`;

/** Remembered: asking about a photo changes nothing here. */
export const MapPhotos = memo(function PlacedPhotos({ photos, scales, radius, clips }: Props) {
  return photos.map((photo) => (
    <g key={photo.key} className={styles.photo} transform={placeOf(photo, scales)} data-map-photo={photo.key}>
      <MapPhoto photo={photo} radius={radius} clips={clips} />
    </g>
  ));
});

interface RaisedProps extends Props {
  /** The photo that is being asked about is drawn larger than the chosen one. */
  readonly lit: string | null;
}

/** The photos that must be seen, above all others. */
export const RaisedPhotos = ({ photos, scales, radius, clips, lit }: RaisedProps) =>
  photos.map((photo) => (
    <g key={photo.key} className={styles.photo} transform={placeOf(photo, scales)} data-raised={photo.key}>
      <g transform={`scale(${photo.key === lit ? 1.5 : 1.2})`}>
        <rect
          className={styles.halo}
          x={-radius - 4}
          y={-radius - 4}
          width={2 * radius + 8}
          height={2 * radius + 8}
          rx={photo.bin === null ? radius * 0.3 + 4 : radius + 4}
        />
        <MapPhoto photo={photo} radius={radius} clips={clips} />
      </g>
    </g>
  ));

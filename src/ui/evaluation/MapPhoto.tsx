// One photo on the map, around [0, 0]: round with its bin's ring and mark, or a test photo's square with a dashed ring.

import { memo } from 'react';
import { binColour } from '../binColours.ts';
import { binShape } from './BinMark.tsx';
import styles from './MapPhoto.module.css';
import type { ShownPhoto } from './shownPhoto.ts';

interface Props {
  readonly photo: ShownPhoto;
  /** Half its side, in pixels. */
  readonly radius: number;
  /** Ids of the clip paths for the two shapes. */
  readonly clips: { readonly circle: string; readonly square: string };
}

/** Remembered: while the map is moved, photos only change their places. */
export const MapPhoto = memo(function DrawnPhoto({ photo: { thumbnail, bin }, radius: r, clips }: Props) {
  const clip = bin === null ? clips.square : clips.circle;
  const corner = bin === null ? r * 0.3 : r;
  return (
    <g style={binColour(bin ?? -1)}>
      <rect className={styles.ground} x={-r} y={-r} width={2 * r} height={2 * r} rx={corner} />
      {thumbnail === '' ? null : (
        <image
          href={thumbnail}
          x={-r}
          y={-r}
          width={2 * r}
          height={2 * r}
          preserveAspectRatio="xMidYMid slice"
          clipPath={`url(#${clip})`}
        />
      )}
      <rect
        className={styles.edge}
        x={-r - 1}
        y={-r - 1}
        width={2 * r + 2}
        height={2 * r + 2}
        rx={corner + 1}
      />
      <rect
        className={bin === null ? styles.test : styles.ring}
        x={-r - 1}
        y={-r - 1}
        width={2 * r + 2}
        height={2 * r + 2}
        rx={corner + 1}
      />
      {bin === null ? null : (
        <path
          className={styles.mark}
          transform={`translate(${r * 0.72}, ${r * 0.72})`}
          d={binShape(bin, Math.max(9, r * 0.7))}
        />
      )}
    </g>
  );
});

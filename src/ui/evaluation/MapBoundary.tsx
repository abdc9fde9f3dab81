// The boundary on the map, and an arrow across it that says which bin lies on which side.

import type { PhotoMap } from '../../core/evaluation/types.ts';
import { binColour } from '../binColours.ts';
import { sideName } from './evaluationSentences.ts';
import styles from './MapBoundary.module.css';
import { clipBoundary, type MapScales, normalInPixels, type Point } from './mapGeometry.ts';
import type { Size } from './useSize.ts';

interface LineProps {
  readonly boundary: NonNullable<PhotoMap['boundary']>;
  readonly scales: MapScales;
  readonly size: Size;
}

export function BoundaryLine({ boundary, scales, size }: LineProps) {
  const ends = clipBoundary(boundary, scales, size);
  if (!ends) return null;
  const [[x1, y1], [x2, y2]] = ends;
  return (
    <g data-boundary="">
      <line className={styles.under} x1={x1} y1={y1} x2={x2} y2={y2} />
      <line className={styles.line} x1={x1} y1={y1} x2={x2} y2={y2} />
    </g>
  );
}

interface SidesProps extends LineProps {
  /** Names of the bins below and above the boundary, and the indices of their colours. */
  readonly labels: readonly string[];
  readonly colours: readonly number[];
}

/** From the boundary to the tips of the arrow, and from there to the middle of a name above or below, in pixels. */
const [REACH, GAP] = [26, 10];
/** About the width of a letter. */
const LETTER = 7;

export function BoundarySides({ boundary, scales, size, labels, colours }: SidesProps) {
  const ends = clipBoundary(boundary, scales, size);
  if (!ends) return null;
  const names = labels.slice(0, 2).map(sideName);
  const [x, y] = normalInPixels(boundary);
  const steep = Math.abs(x) < 0.5;
  const widest = Math.max(...names.map((name) => name.length)) * LETTER;
  const room: Point = [
    Math.abs(x) * (REACH + 6) + (steep ? widest / 2 : widest),
    Math.abs(y) * (REACH + GAP) + 10,
  ];
  const [middleX, middleY] = placeArrow(ends, room, size);
  return (
    <g className={styles.sides} transform={`translate(${middleX}, ${middleY})`}>
      {names.map((name, side) => {
        const sign = side === 0 ? -1 : 1;
        return (
          <g key={name} style={binColour(colours[side] ?? -1)}>
            <path
              className={styles.arrow}
              transform={`rotate(${(Math.atan2(y * sign, x * sign) * 180) / Math.PI})`}
              d={`M3 0H${REACH}m-6 -4.5 6 4.5 -6 4.5`}
            />
            <text
              className={styles.name}
              x={x * sign * (REACH + 6)}
              y={y * sign * (REACH + GAP)}
              dy="0.34em"
              textAnchor={steep ? 'middle' : x * sign > 0 ? 'start' : 'end'}
            >
              {name}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Near an end of the line, where fewer photos are, if both names have room there; in its middle if nowhere. */
function placeArrow(
  [one, other]: readonly [Point, Point],
  [roomX, roomY]: Point,
  { width, height }: Size,
): Point {
  const at = (share: number): Point => [
    one[0] + (other[0] - one[0]) * share,
    one[1] + (other[1] - one[1]) * share,
  ];
  const roomy = [0.06, 0.94, 0.12, 0.88, 0.2, 0.8, 0.3, 0.7, 0.4, 0.6].map(at).find(
    // The lowest 20 pixels hold the axis's numbers.
    ([x, y]) => x > roomX && x < width - roomX && y > roomY && y < height - roomY - 20,
  );
  return roomy ?? at(0.5);
}

// A bin's mark on the map: a shape of its own beside its colour, so that neither stands alone.

import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { binColour } from '../binColours.ts';
import styles from './BinMark.module.css';

/** Seven shapes for six colours: the two together repeat only after 42 bins. */
const SHAPES = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolWye,
  symbolCross,
];

/** The outline of a bin's mark around [0, 0], about `size` pixels wide. */
export function binShape(bin: number, size: number): string {
  return symbol(SHAPES[bin % SHAPES.length] ?? symbolCircle, size * size * 0.6)() ?? '';
}

interface Props {
  /** Index of the bin's colour; null for a test photo. */
  readonly bin: number | null;
}

export function BinMark({ bin }: Props) {
  return (
    <svg
      className={styles.mark}
      style={binColour(bin ?? -1)}
      viewBox="-7 -7 14 14"
      width="14"
      height="14"
      aria-hidden="true"
    >
      {bin === null ? (
        <rect className={styles.test} x="-5" y="-5" width="10" height="10" rx="2" />
      ) : (
        <path className={styles.bin} d={binShape(bin, 11)} />
      )}
    </svg>
  );
}

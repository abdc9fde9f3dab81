// How far a photo is from the boundary, and on which side: the boundary in the middle, the bins at the sides.

import type { PhotoVerdict } from '../store/verdicts.ts';
import styles from './DistanceBar.module.css';
import { signed } from './sentences.ts';
import { useSides } from './useSides.ts';
import { words } from './words/words.ts';

/** Scores at the ends of the bar. */
const REACH = 2.5;

const placeOf = (score: number): string => `${50 + 50 * Math.max(-1, Math.min(1, score / REACH))}%`;

/** What of a verdict is shown. Of a photo that was left out of learning it is not known how far it is in features. */
interface Measured extends Pick<PhotoVerdict, 'sides' | 'score' | 'neither'> {
  readonly distance: number | null;
  readonly boundary: Pick<PhotoVerdict['boundary'], 'shift'>;
}

interface Props {
  readonly verdict: Measured;
  /** Is it seen from afar? `--px` is what it is drawn by then. */
  readonly isLarge?: boolean;
}

export function DistanceBar({ verdict, isLarge = false }: Props) {
  const [left, right] = useSides(verdict);
  const { shift } = verdict.boundary;
  const share = Math.max(-1, Math.min(1, verdict.score / REACH));
  const says = words.page.test;
  const explained =
    verdict.distance === null
      ? undefined
      : says.distance(signed(verdict.score, 3), signed(verdict.distance, 3));

  return (
    <div
      className={`${styles.row} ${isLarge ? styles.large : ''}`}
      data-neither={verdict.neither || undefined}
      title={verdict.neither ? `${says.distanceOfNeither} ${explained}` : explained}
    >
      <span className={styles.side} style={left.colour}>
        {left.label}
      </span>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.tick} style={{ left: placeOf(shift - 1) }} />
        <span className={styles.boundary} />
        <span className={styles.tick} style={{ left: placeOf(shift + 1) }} />
        <span
          className={styles.reach}
          style={{
            left: `${50 + Math.min(0, share) * 50}%`,
            width: `${Math.abs(share) * 50}%`,
            ...(share < 0 ? left : right).colour,
          }}
        />
        <span
          className={styles.dot}
          style={{ left: `${50 + share * 50}%`, ...(share < 0 ? left : right).colour }}
        />
      </div>
      <span className={styles.side} style={right.colour}>
        {right.label}
      </span>
      <span className={styles.score}>{signed(verdict.score)}</span>
    </div>
  );
}

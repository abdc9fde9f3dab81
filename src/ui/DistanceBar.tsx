// How far a photo is from the boundary, and on which side: the boundary in the middle, the bins at the sides.

import type { PhotoVerdict } from '../store/verdicts.ts';
import styles from './DistanceBar.module.css';
import { signed } from './sentences.ts';
import { useSides } from './useSides.ts';

/** Scores at the ends of the bar; the margins lie at -1 and +1. */
const REACH = 2.5;

export function DistanceBar({ verdict }: { readonly verdict: PhotoVerdict }) {
  const [left, right] = useSides(verdict);
  const share = Math.max(-1, Math.min(1, verdict.score / REACH));
  const explained = `Score ${signed(verdict.score, 3)}, distance ${signed(verdict.distance, 3)}. The line in the middle is the boundary; the short ticks, at \u22121 and +1, are the margin: most photos that it learned from lie there or beyond.`;

  return (
    <div
      className={styles.row}
      data-neither={verdict.neither || undefined}
      title={
        verdict.neither ? `Unlike every photo it learned from, so this says little. ${explained}` : explained
      }
    >
      <span className={styles.side} style={left.colour}>
        {left.label}
      </span>
      <div className={styles.bar} aria-hidden="true">
        <span className={styles.tick} style={{ left: `${50 - 50 / REACH}%` }} />
        <span className={styles.boundary} />
        <span className={styles.tick} style={{ left: `${50 + 50 / REACH}%` }} />
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

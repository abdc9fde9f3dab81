// What the boundary is made of: for each bin the classes that push towards it, by how hard they push.

import { binColour } from '../binColours.ts';
import { words } from '../words/words.ts';
import styles from './BoundaryMakeup.module.css';
import { weightText } from './evaluationSentences.ts';

export interface MakeupSide {
  /** The bin towards which these classes push. */
  readonly label: string;
  /** Index of the bin's colour. */
  readonly colour: number;
  /** The heaviest first. Signs are as the caller's; bars and figures show sizes. */
  readonly terms: readonly { readonly name: string; readonly weight: number }[];
}

interface Props {
  readonly sides: readonly MakeupSide[];
  /** What a weight is, in a line. */
  readonly note: string;
}

export function BoundaryMakeup({ sides, note }: Props) {
  // One scale for all bins: lengths can be compared across the lists.
  const largest = Math.max(
    ...sides.flatMap(({ terms }) => terms.map(({ weight }) => Math.abs(weight))),
    Number.MIN_VALUE,
  );
  return (
    <div>
      <div className={styles.sides}>
        {sides.map(({ label, colour, terms }) => (
          <div key={label} className={styles.side} style={binColour(colour)}>
            <p className={styles.label} title={label}>
              {words.evaluation.makeup.towards(label)}
            </p>
            <ol aria-label={words.evaluation.makeup.listName(label)} data-makeup={label}>
              {terms.map(({ name, weight }) => (
                <li key={name} className={styles.term} data-makeup-term={name} data-weight={weight}>
                  <span className={styles.name} title={name}>
                    {name}
                  </span>
                  <span className={styles.track} aria-hidden="true">
                    <span
                      className={styles.push}
                      style={{ width: `${(Math.abs(weight) / largest) * 100}%` }}
                    />
                  </span>
                  <span className={styles.weight}>{weightText(weight)}</span>
                </li>
              ))}
            </ol>
            {terms.length === 0 ? <p className={styles.none}>{words.evaluation.makeup.nothing}</p> : null}
          </div>
        ))}
      </div>
      <p className={styles.note}>{note}</p>
    </div>
  );
}

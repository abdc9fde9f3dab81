// Which bins are mistaken for which: for each bin a row of what its photos look like when they are left out.

import { ToggleButton } from 'react-aria-components/ToggleButton';
import { VisuallyHidden } from 'react-aria-components/VisuallyHidden';
import { binColour } from '../binColours.ts';
import { words } from '../words/words.ts';
import styles from './ConfusionMatrix.module.css';

/** A cell of the matrix, by index of label. */
export interface MatrixCell {
  readonly actual: number;
  readonly predicted: number;
}

interface Props {
  /** Two to eight bins. */
  readonly labels: readonly string[];
  /** Per label, the index of its bin's colour. */
  readonly colours: readonly number[];
  /** confusion[actual][predicted]: numbers of photos. */
  readonly confusion: readonly (readonly number[])[];
  readonly chosen: MatrixCell | null;
  /** With null when the chosen cell is pressed again. */
  readonly onChoose: (cell: MatrixCell | null) => void;
}

export function ConfusionMatrix({ labels, colours, confusion, chosen, onChoose }: Props) {
  return (
    <div className={styles.frame}>
      <table
        className={styles.table}
        data-many={labels.length > 4 || undefined}
        style={{ maxWidth: 160 + labels.length * 110 }}
      >
        <caption>
          <VisuallyHidden>{words.evaluation.matrix.caption}</VisuallyHidden>
        </caption>
        <colgroup>
          <col className={styles.names} />
          <col span={labels.length} />
        </colgroup>
        <thead>
          <tr>
            <td />
            <th className={styles.direction} colSpan={labels.length} scope="colgroup">
              {words.evaluation.matrix.looksLike}
            </th>
          </tr>
          <tr>
            <th className={styles.direction} scope="col">
              {words.evaluation.matrix.isIn}
            </th>
            {labels.map((label, index) => (
              <th key={label} className={styles.column} scope="col">
                <Name label={label} colour={colours[index] ?? -1} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map((actualLabel, actual) => (
            <tr key={actualLabel}>
              <th className={styles.row} scope="row">
                <Name label={actualLabel} colour={colours[actual] ?? -1} />
              </th>
              {labels.map((predictedLabel, predicted) => {
                const count = confusion[actual]?.[predicted] ?? 0;
                const right = actual === predicted;
                const pressed = chosen?.actual === actual && chosen.predicted === predicted;
                return (
                  <td
                    key={predictedLabel}
                    className={styles.cell}
                    style={binColour(right ? (colours[actual] ?? -1) : -1)}
                    data-actual={actualLabel}
                    data-predicted={predictedLabel}
                    data-count={count}
                    data-right={right || undefined}
                  >
                    {count === 0 ? (
                      <span className={styles.none}>0</span>
                    ) : (
                      <ToggleButton
                        className={styles.button ?? ''}
                        isSelected={pressed}
                        onChange={(choose) => onChoose(choose ? { actual, predicted } : null)}
                        aria-label={words.evaluation.matrix.cell(count, actualLabel, predictedLabel)}
                      >
                        {right ? <RightMark /> : null}
                        {count}
                      </ToggleButton>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.key}>
        <span className={styles.rightKey}>
          <RightMark />
        </span>
        {words.evaluation.matrix.right}
        <span className={styles.wrongKey} />
        {words.evaluation.matrix.wrong}
      </p>
    </div>
  );
}

function Name({ label, colour }: { readonly label: string; readonly colour: number }) {
  return (
    <span className={styles.name} style={binColour(colour)} title={label}>
      <span className={styles.mark} aria-hidden="true" />
      <span className={styles.label}>{label}</span>
    </span>
  );
}

const RightMark = () => (
  <svg className={styles.right} viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
    <path d="m1.5 5.5 2.5 2.5 4.5-6" fill="none" stroke="currentColor" strokeWidth="1.6" />
  </svg>
);

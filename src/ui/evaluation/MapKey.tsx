// Which mark on the map means which bin.

import { words } from '../words/words.ts';
import { BinMark } from './BinMark.tsx';
import styles from './MapKey.module.css';

interface Props {
  readonly labels: readonly string[];
  readonly colours: readonly number[];
  readonly tests: boolean;
}

export function MapKey({ labels, colours, tests }: Props) {
  return (
    <ul className={styles.key} aria-label={words.evaluation.map.marks}>
      {labels.map((label, index) => (
        <li key={label} className={styles.entry} title={label}>
          <BinMark bin={colours[index] ?? null} />
          <span className={styles.label}>{label}</span>
        </li>
      ))}
      {tests ? (
        <li className={styles.entry}>
          <BinMark bin={null} />
          {words.evaluation.map.testPhoto}
        </li>
      ) : null}
    </ul>
  );
}

// A question that a newcomer has, and its answer for those who open it.

import type { ReactNode } from 'react';
import styles from './Explained.module.css';

interface Props {
  readonly summary: string;
  readonly children: ReactNode;
}

export function Explained({ summary, children }: Props) {
  return (
    <details className={styles.explained}>
      <summary>{summary}</summary>
      <div className={styles.answer}>{children}</div>
    </details>
  );
}

// One question about the machine, and its answer.

import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

interface Props {
  readonly title: string;
  readonly wide?: boolean;
  /** What it says is of photos that have changed since. */
  readonly isStale?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, wide = false, isStale = false, children }: Props) {
  const heading = useId();
  return (
    <section
      className={styles.card}
      aria-labelledby={heading}
      data-wide={wide || undefined}
      aria-busy={isStale}
    >
      <h3 id={heading} className={styles.title}>
        {title}
      </h3>
      {children}
    </section>
  );
}

// Across the page's head: something is wrong with all of it, and what can be done.

import type { ReactNode } from 'react';
import styles from './Banner.module.css';

interface Props {
  readonly heading: string;
  /** Nothing is at risk. */
  readonly isCalm?: boolean;
  /** What follows from it. */
  readonly children?: ReactNode;
  readonly buttons: ReactNode;
}

export function Banner({ heading, isCalm = false, children, buttons }: Props) {
  return (
    <div className={styles.banner} data-calm={isCalm || undefined}>
      <div className={styles.words}>
        <h2 className={styles.heading}>{heading}</h2>
        {children ? <p>{children}</p> : null}
      </div>
      <div className={styles.buttons}>{buttons}</div>
    </div>
  );
}

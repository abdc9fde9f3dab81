// A slide that cannot show yet what it is for, and says why.

import { useAppState } from '../../appContext.ts';
import { whyNotLearned } from '../whyNotLearned.ts';
import styles from './slides.module.css';

/** @param why left out: nothing has been learned */
export function NotYet({ why }: { readonly why?: string }) {
  const notLearned = useAppState(whyNotLearned);
  return (
    <div className={styles.middle}>
      <p className={styles.large}>{why ?? notLearned}</p>
    </div>
  );
}

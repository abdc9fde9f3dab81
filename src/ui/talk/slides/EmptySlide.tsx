// The empty page: what it promises, and two bins without photos.

import { useBins } from '../../appContext.ts';
import { binColour } from '../../binColours.ts';
import { words } from '../../words/words.ts';
import styles from './slides.module.css';

export function EmptySlide() {
  const bins = useBins();
  return (
    <div className={styles.middle}>
      <h2 className={styles.huge}>{words.page.name}</h2>
      <p className={styles.large}>{words.page.promise}</p>
      <ul className={styles.emptyBins}>
        {bins.map(({ id, label }, i) => (
          <li key={id} className={styles.emptyBin} style={binColour(i)}>
            {label}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{words.talk.empty}</p>
    </div>
  );
}

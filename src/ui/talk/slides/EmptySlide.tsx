// The empty page: what it promises, and the bins without photos.

import type { CSSProperties } from 'react';
import { useBins } from '../../appContext.ts';
import { words } from '../../words/words.ts';
import { labelStyle } from './labelStyle.ts';
import styles from './slides.module.css';
import { tileBins } from './tiling.ts';

export function EmptySlide() {
  const bins = useBins();
  const { across, down } = tileBins(bins.length);
  return (
    <div className={styles.middle}>
      <h2 className={styles.huge}>{words.page.name}</h2>
      <p className={styles.large}>{words.talk.promise(bins.length)}</p>
      <ul className={styles.emptyBins} style={{ '--across': across, '--down': down } as CSSProperties}>
        {bins.map(({ id, label }, i) => (
          <li key={id} className={styles.emptyBin} style={labelStyle(i, label)}>
            {label}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{words.talk.empty}</p>
    </div>
  );
}

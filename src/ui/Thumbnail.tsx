// A photo's centred square, as soon as it is read; a calm placeholder before.

import type { PhotoWork } from '../store/state.ts';
import { WarningIcon } from './icons.tsx';
import styles from './Thumbnail.module.css';

export function Thumbnail({ work, name }: { readonly work: PhotoWork; readonly name: string }) {
  const picture = work.status === 'reading' || work.status === 'ready' ? work.picture : undefined;
  return (
    <span className={styles.thumbnail} data-work={work.status}>
      {picture ? <img src={picture.thumbnail} alt={name} draggable={false} /> : null}
      {work.status === 'failed' ? <WarningIcon /> : null}
    </span>
  );
}

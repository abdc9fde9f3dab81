// A photo's small square; its name stands beside it, so the picture itself says nothing.

import styles from './PhotoFace.module.css';

export function PhotoFace({ thumbnail }: { readonly thumbnail: string }) {
  return (
    <span className={styles.face}>
      {thumbnail === '' ? null : <img src={thumbnail} alt="" loading="lazy" draggable={false} />}
    </span>
  );
}

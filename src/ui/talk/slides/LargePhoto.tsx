// A photo's centred square as large as the slide: of the file itself, as what the network sees has 224 pixels.

import type { PhotoKey } from '../../../store/project.ts';
import { usePhotoUrl } from '../../usePhotoUrl.ts';
import styles from './slides.module.css';

interface Props {
  readonly photo: PhotoKey;
  readonly name: string;
  /** Until the file is there, and where it cannot be had. */
  readonly thumbnail: string | undefined;
}

export function LargePhoto({ photo, name, thumbnail }: Props) {
  const url = usePhotoUrl(photo) ?? thumbnail;
  return url ? <img className={styles.photo} src={url} alt={name} /> : <div className={styles.photo} />;
}

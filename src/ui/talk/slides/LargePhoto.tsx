// A photo's centred square as large as the slide: of the file itself, as what the network sees has 224 pixels.

import { useState } from 'react';
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
  const whole = usePhotoUrl(photo);
  /** A file that the browser cannot show. */
  const [broken, setBroken] = useState<string>();
  const url = whole === undefined || whole === broken ? thumbnail : whole;
  return url ? (
    <img className={styles.photo} src={url} alt={name} onError={() => setBroken(url)} />
  ) : (
    <div className={styles.photo} />
  );
}

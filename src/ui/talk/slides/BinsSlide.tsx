// The bins with their photos, coming in one after the other.

import { useMemo } from 'react';
import { photosIn } from '../../../store/project.ts';
import { useBins, useProject } from '../../appContext.ts';
import { binColour } from '../../binColours.ts';
import { usePictures } from '../../usePictures.ts';
import { words } from '../../words/words.ts';
import styles from './slides.module.css';

/** Of each bin; more would be too small to see from the last row. */
const MOST = 12;

export function BinsSlide() {
  const bins = useBins();
  return (
    <div className={styles.whole}>
      <h2 className={styles.title}>{words.talk.bins.title}</h2>
      <ul className={styles.bins}>
        {bins.map(({ id, label }, i) => (
          <li key={id} className={styles.bin} style={binColour(i)}>
            <BinPhotos id={id} label={label} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BinPhotos({ id, label }: { readonly id: string; readonly label: string }) {
  const project = useProject();
  const photos = useMemo(() => photosIn(project, id), [project, id]);
  const pictures = usePictures(photos);
  const shown = photos.slice(0, MOST);
  return (
    <>
      <h3 className={styles.binName}>
        {label} <span className={styles.quiet}>{words.common.photos(photos.length)}</span>
      </h3>
      <ul className={styles.binPhotos}>
        {shown.map(({ key, name }, i) => {
          const picture = pictures[i];
          return (
            <li key={key} style={{ animationDelay: `${i * 60}ms` }}>
              {picture ? <img src={picture.thumbnail} alt={name} /> : null}
            </li>
          );
        })}
      </ul>
      {photos.length > MOST ? (
        <p className={styles.quiet}>{words.talk.bins.more(photos.length - MOST)}</p>
      ) : null}
    </>
  );
}

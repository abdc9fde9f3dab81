// A photo in a bin: the square that the network sees, how far it has come, and its menu.

import { useRef } from 'react';
import type { Photo } from '../store/project.ts';
import { DoubtMark } from './DoubtMark.tsx';
import { PhotoItem, useItemData } from './PhotoItem.tsx';
import styles from './PhotoTile.module.css';
import { photoProblem, shortProblem } from './sentences.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { useOtherPlaces } from './useOtherPlaces.ts';
import { errorOf, useWork } from './useWork.ts';

export function PhotoTile({ photo }: { readonly photo: Photo }) {
  return (
    <PhotoItem photo={photo} className={styles.tile}>
      <TileFace photo={photo} />
    </PhotoItem>
  );
}

function TileFace({ photo }: { readonly photo: Photo }) {
  const frame = useRef<HTMLDivElement>(null);
  const work = useWork(photo);
  const also = useOtherPlaces(photo, work);
  const error = errorOf(work);
  useItemData(frame, { status: work.status, error: error?.code ?? null });
  return (
    <div
      ref={frame}
      className={styles.frame}
      title={error ? `${photo.name}: ${photoProblem(error)}` : photo.name}
    >
      <Thumbnail work={work} name={photo.name} />
      {error ? <p className={styles.problem}>{shortProblem(error)}</p> : null}
      {also ? (
        <span className={styles.also} title={`This photo is also in ${also}.`}>
          also: {also}
        </span>
      ) : null}
      <DoubtMark photo={photo} work={work} />
    </div>
  );
}

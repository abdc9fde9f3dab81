// A photo in a bin: the square that the network sees, how far it has come, and its menu.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { GridListItem } from 'react-aria-components/GridList';
import type { Photo } from '../store/project.ts';
import type { PhotoWork } from '../store/state.ts';
import { useAppState } from './appContext.ts';
import { WarningIcon } from './icons.tsx';
import { PhotoMenu } from './PhotoMenu.tsx';
import styles from './PhotoTile.module.css';
import { photoProblem, shortProblem } from './sentences.ts';
import { useOtherPlaces } from './useOtherPlaces.ts';

const problemInAWord = (work: PhotoWork): string =>
  work.status === 'failed' ? shortProblem(work.error) : '';

const QUEUED: PhotoWork = { status: 'queued' };

/** What every way of showing a photo has in common with its list. */
export const useWork = (photo: Photo): PhotoWork => useAppState(({ work }) => work[photo.key]) ?? QUEUED;

export function PhotoTile({ photo }: { readonly photo: Photo }) {
  const work = useWork(photo);
  const also = useOtherPlaces(photo, work);
  const [menuOpen, setMenuOpen] = useState(false);
  const problem = work.status === 'failed' ? photoProblem(work.error) : '';

  return (
    <GridListItem
      id={photo.key}
      textValue={photo.name}
      className={styles.tile ?? ''}
      data-photo={photo.name}
      data-status={work.status}
      data-error={work.status === 'failed' ? work.error.code : undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <div className={styles.frame} title={problem ? `${photo.name}: ${problem}` : photo.name}>
        <Thumbnail work={work} name={photo.name} />
        {problem ? (
          <p className={styles.problem}>
            <WarningIcon />
            <span>{problemInAWord(work)}</span>
          </p>
        ) : null}
        {also ? <span className={styles.also}>{also}</span> : null}
      </div>
      <Button slot="drag" className={styles.drag ?? ''} aria-label={`Drag ${photo.name}`}>
        ⠿
      </Button>
      <PhotoMenu photo={photo} isOpen={menuOpen} onOpenChange={setMenuOpen} className={styles.more} />
    </GridListItem>
  );
}

/** The centred square, as soon as it is read; a calm placeholder before. */
export function Thumbnail({ work, name }: { readonly work: PhotoWork; readonly name: string }) {
  const picture = work.status === 'reading' || work.status === 'ready' ? work.picture : undefined;
  return (
    <span className={styles.thumbnail} data-work={work.status}>
      {picture ? <img src={picture.thumbnail} alt={name} draggable={false} /> : null}
    </span>
  );
}

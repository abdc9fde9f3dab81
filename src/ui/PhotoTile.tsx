// A photo in a bin: the square that the network sees, how far it has come, and its menu.

import { type RefObject, useRef } from 'react';
import type { Photo } from '../store/project.ts';
import type { PhotoWork } from '../store/state.ts';
import { DoubtMark, useDoubt } from './DoubtMark.tsx';
import { useItemData, useItemLabel } from './PhotoItem.tsx';
import type { FaceProps } from './PhotoList.tsx';
import styles from './PhotoTile.module.css';
import { inLine, photoProblem, shortProblem } from './sentences.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { useOtherPlaces } from './useOtherPlaces.ts';
import { errorOf, useWork } from './useWork.ts';
import { words } from './words/words.ts';

export function PhotoTile({ photo, shows }: FaceProps) {
  const frame = useRef<HTMLDivElement>(null);
  const work = useWork(photo);
  const error = errorOf(work);
  useItemData(frame, { status: work.status, error: error?.code ?? null });
  return (
    <div
      ref={frame}
      className={styles.frame}
      title={error ? words.problems.ofPhoto(inLine(photo.name), photoProblem(error)) : photo.name}
    >
      {shows === 'nothing' ? null : <Thumbnail work={work} name={photo.name} />}
      {shows === 'all' ? (
        <>
          {error ? <p className={styles.problem}>{shortProblem(error)}</p> : null}
          <Marks photo={photo} work={work} inside={frame} />
        </>
      ) : null}
    </div>
  );
}

interface MarksProps {
  readonly photo: Photo;
  readonly work: PhotoWork;
  readonly inside: RefObject<HTMLElement | null>;
}

function Marks({ photo, work, inside }: MarksProps) {
  const also = useOtherPlaces(photo, work);
  const doubt = useDoubt(photo, work);
  const error = errorOf(work);
  const said = error ? photoProblem(error) : doubt?.text;
  useItemLabel(inside, said === undefined ? photo.name : words.problems.ofPhoto(inLine(photo.name), said));
  return (
    <>
      {also ? (
        <span className={styles.also} title={words.page.photo.isAlsoIn(also)}>
          {words.page.photo.also(also)}
        </span>
      ) : null}
      {doubt ? <DoubtMark photo={photo} doubt={doubt} /> : null}
    </>
  );
}

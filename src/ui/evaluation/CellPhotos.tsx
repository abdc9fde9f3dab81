// The photos of one cell of the matrix: what each looks like, and what can be done about it.

import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { PhotoFace } from '../PhotoFace.tsx';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './CellPhotos.module.css';
import type { ShownPhoto } from './shownPhoto.ts';

/** Something to do with a photo: "Move there", "Take out". */
export interface PhotoAction {
  readonly id: string;
  readonly label: string;
  readonly run: (key: string) => void;
}

interface Props {
  readonly photos: readonly (ShownPhoto & { readonly sentence: string })[];
  readonly onShow: (key: string) => void;
  readonly actions: readonly PhotoAction[];
  /** What stands here while there is no photo. */
  readonly empty: string;
}

/** Which button was pressed last, and where. */
interface Acted {
  readonly key: string;
  readonly index: number;
  readonly action: string;
}

export function CellPhotos({ photos, onShow, actions, empty }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const none = useRef<HTMLParagraphElement>(null);
  const [acted, setActed] = useState<Acted | null>(null);

  // A photo that was acted on goes, and takes the focus with it: the next one gets it, or what says that there is none.
  useEffect(() => {
    if (!acted || photos[acted.index]?.key === acted.key) return;
    setActed(null);
    const item = list.current?.children[Math.min(acted.index, photos.length - 1)];
    const button = item?.querySelector<HTMLElement>(`[data-action="${acted.action}"]`);
    (button ?? none.current)?.focus();
  }, [photos, acted]);

  if (photos.length === 0) {
    return (
      <p ref={none} className={styles.empty} tabIndex={-1}>
        {empty}
      </p>
    );
  }
  return (
    <ul ref={list} className={styles.photos} data-cell-photos={photos.length}>
      {photos.map(({ key, name, thumbnail, sentence }, index) => (
        <li key={key} className={styles.photo} data-cell-photo={name}>
          <Button
            className={styles.show ?? ''}
            aria-label={words.evaluation.leftOut.showWhy(name)}
            onPress={() => onShow(key)}
          >
            <span className={styles.face}>
              <PhotoFace thumbnail={thumbnail} />
            </span>
            <span className={styles.name} title={name}>
              {name}
            </span>
          </Button>
          <p className={styles.sentence}>{sentence}</p>
          {actions.length > 0 ? (
            <div className={styles.actions}>
              {actions.map(({ id, label, run }) => (
                <Button
                  key={id}
                  className={`${panel.button} ${styles.action}`}
                  aria-label={words.evaluation.leftOut.act(label, name)}
                  data-action={id}
                  onPress={() => {
                    setActed({ key, index, action: id });
                    run(key);
                  }}
                >
                  {label}
                </Button>
              ))}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

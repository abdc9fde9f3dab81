// All photos of the map as a list: for the keyboard, for those who do not see the map, and for looking one up.

import { type KeyboardEvent, memo, useState } from 'react';
import { PhotoFace } from '../PhotoFace.tsx';
import { words } from '../words/words.ts';
import { BinMark } from './BinMark.tsx';
import { coordinates } from './evaluationSentences.ts';
import styles from './MapPhotoList.module.css';
import type { PlacedPhoto } from './MapPhotos.tsx';

interface Props {
  readonly photos: readonly PlacedPhoto[];
  readonly binName: (bin: number | null) => string;
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
  /** A photo is being asked about, by the focus or by the pointer; null when no longer. */
  readonly onAsk: (key: string | null, by: 'focus' | 'pointer') => void;
}

/** One stop for the tab key; arrow keys go on from there. Remembered, as asking about a photo changes little here. */
export const MapPhotoList = memo(function ListedPhotos({ photos, binName, chosen, onChoose, onAsk }: Props) {
  const [visited, setVisited] = useState<string | null>(null);
  const isThere = (key: string | null) => photos.some((photo) => photo.key === key);
  const stop = [visited, chosen].find(isThere) ?? photos[0]?.key;
  return (
    <ul
      className={styles.list}
      aria-label={words.evaluation.map.list}
      onFocus={({ target }) => {
        const key = keyOf(target);
        setVisited(key);
        onAsk(key, 'focus');
      }}
      onBlur={() => onAsk(null, 'focus')}
      onPointerMove={({ target, movementX, movementY }) => {
        // A list that scrolls under a resting pointer asks nothing.
        if (movementX !== 0 || movementY !== 0) onAsk(keyOf(target), 'pointer');
      }}
      onPointerLeave={() => onAsk(null, 'pointer')}
      onKeyDown={goOn}
    >
      {photos.map((photo) => (
        <ListedPhoto
          key={photo.key}
          photo={photo}
          what={binName(photo.bin)}
          isChosen={photo.key === chosen}
          isStop={photo.key === stop}
          onChoose={onChoose}
        />
      ))}
    </ul>
  );
});

interface ListedProps {
  readonly photo: PlacedPhoto;
  /** Its bin's name, or that it is a test photo. */
  readonly what: string;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly onChoose: (key: string) => void;
}

const ListedPhoto = memo(function OneListedPhoto({ photo, what, isChosen, isStop, onChoose }: ListedProps) {
  const { key, name, thumbnail, bin, at } = photo;
  return (
    <li>
      <button
        type="button"
        className={styles.photo}
        data-listed={key}
        aria-pressed={isChosen}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onChoose(key)}
      >
        <span className={styles.face}>
          <PhotoFace thumbnail={thumbnail} />
        </span>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.bin}>
          <BinMark bin={bin} />
          <span className={styles.label} title={what}>
            {what}
          </span>
        </span>
        <span className={styles.place}>{coordinates(at)}</span>
      </button>
    </li>
  );
});

/** Arrow keys, Home and End move the focus within the list. */
function goOn(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-listed]')];
  const here = buttons.indexOf(event.target as HTMLElement);
  const next = {
    ArrowUp: here - 1,
    ArrowDown: here + 1,
    PageUp: Math.max(0, here - 8),
    PageDown: Math.min(buttons.length - 1, here + 8),
    Home: 0,
    End: buttons.length - 1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  buttons[next]?.focus();
}

const keyOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-listed]')?.getAttribute('data-listed') ?? null) : null;

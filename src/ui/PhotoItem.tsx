// A photo's place in a list: what can be focused, dragged and asked for its menu, whatever it shows.
//
// React Aria draws a whole list anew when the props of one of its items change. So an item's own props never do:
// what changes while photos are read and judged lives in its children, and is put on its element by useItemData.

import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { GridListItem } from 'react-aria-components/GridList';
import type { Photo } from '../store/project.ts';
import styles from './PhotoItem.module.css';
import { type MenuOpener, PhotoMenu } from './PhotoMenu.tsx';
import { words } from './words/words.ts';

interface Props {
  readonly photo: Photo;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

export function PhotoItem({ photo, className, children }: Props) {
  const [menuOpener, setMenuOpener] = useState<MenuOpener | null>(null);
  return (
    <GridListItem
      id={photo.key}
      value={photo}
      textValue={photo.name}
      className={`${styles.item} ${className}`}
      data-photo={photo.name}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpener(event.button === 2 ? 'pointer' : 'key');
      }}
    >
      {children}
      <Button
        slot="drag"
        className={`${styles.button} ${styles.drag}`}
        aria-label={words.page.photo.drag(photo.name)}
      >
        ⠿
      </Button>
      <PhotoMenu
        photo={photo}
        opener={menuOpener}
        onOpen={setMenuOpener}
        className={`${styles.button} ${styles.more}`}
      />
    </GridListItem>
  );
}

/** Values for the `data-*` attributes of the item; null takes one away. */
type ItemData = Readonly<Record<string, string | number | null>>;

/** @param inside an element within the item */
export function useItemData(inside: RefObject<HTMLElement | null>, data: ItemData): void {
  useLayoutEffect(() => {
    const item = inside.current?.closest<HTMLElement>('[data-photo]');
    for (const [name, value] of Object.entries(data)) {
      if (value === null) item?.removeAttribute(`data-${name}`);
      else item?.setAttribute(`data-${name}`, String(value));
    }
  });
}

/** What the item is called by screen readers: its photo's name, and what is seen with it. */
export function useItemLabel(inside: RefObject<HTMLElement | null>, label: string): void {
  useLayoutEffect(() => {
    inside.current?.closest('[data-photo]')?.setAttribute('aria-label', label);
  }, [inside, label]);
}

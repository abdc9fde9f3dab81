// What can be done with a photo: on its tile's button and under its context key.

import { useRef } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { type Photo, TRAY } from '../store/project.ts';
import { useApp, useAppState, useProject } from './appContext.ts';
import { MoreIcon } from './icons.tsx';
import styles from './menu.module.css';
import { useSelection } from './selection.ts';
import { words } from './words/words.ts';

/** By a key the first thing to do is chosen at once; under a pointer nothing is, before it gets there. */
export type MenuOpener = 'pointer' | 'key';

interface Props {
  readonly photo: Photo;
  /** null while it is closed. */
  readonly opener: MenuOpener | null;
  readonly onOpen: (opener: MenuOpener | null) => void;
  readonly className: string | undefined;
}

/** A plain button, as it is on each of many tiles: what React Aria adds to one costs as much as half a tile. */
export function PhotoMenu({ photo, opener, onOpen, className }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const label = words.page.photo.menu(photo.name);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={opener !== null}
        onClick={(event) => {
          // The item is not chosen by it.
          event.stopPropagation();
          onOpen('pointer');
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.stopPropagation();
          // A click would follow, which React Aria takes for a screen reader's, and leaves the focus beside the first item.
          event.preventDefault();
          onOpen('key');
        }}
      >
        <MoreIcon />
      </button>
      {opener ? (
        <Popover
          className={styles.popover ?? ''}
          aria-label={label}
          triggerRef={button}
          placement="bottom start"
          isOpen
          onOpenChange={(isOpen) => onOpen(isOpen ? opener : null)}
        >
          <PhotoActions photo={photo} label={label} opener={opener} onClose={() => onOpen(null)} />
        </Popover>
      ) : null}
    </>
  );
}

interface ActionsProps {
  readonly photo: Photo;
  readonly label: string;
  readonly opener: MenuOpener;
  readonly onClose: () => void;
}

function PhotoActions({ photo, label, opener, onClose }: ActionsProps) {
  const { actions } = useApp();
  const { bins, photos } = useProject();
  const selection = useSelection();
  const failed = useAppState(({ work }) => work[photo.key]?.status === 'failed');
  // On one of several selected photos the menu means all of them.
  const keys =
    selection.place === photo.place && selection.keys.has(photo.key)
      ? photos
          .filter(({ key, place }) => place === photo.place && selection.keys.has(key))
          .map(({ key }) => key)
      : [photo.key];
  const says = words.page.photo;
  const count = keys.length;
  const moves = [
    ...bins.map(({ id, label }) => ({ id, text: says.moveTo(label, count) })),
    { id: TRAY, text: says.moveToTray(count) },
  ];

  return (
    <Menu
      className={styles.menu ?? ''}
      aria-label={label}
      autoFocus={opener === 'key' ? 'first' : true}
      onClose={onClose}
    >
      {moves
        .filter(({ id }) => id !== photo.place)
        .map(({ id, text }) => (
          <MenuItem key={id} className={styles.item ?? ''} onAction={() => actions.move(keys, id)}>
            {text}
          </MenuItem>
        ))}
      <Separator className={styles.separator ?? ''} />
      {failed ? (
        <MenuItem className={styles.item ?? ''} onAction={() => actions.retry(photo.key)}>
          {says.again}
        </MenuItem>
      ) : null}
      {photo.credit ? (
        <MenuItem className={styles.item ?? ''} href={photo.credit} target="_blank" rel="noreferrer">
          {says.credit}
        </MenuItem>
      ) : null}
      <MenuItem className={styles.item ?? ''} onAction={() => actions.remove(keys)}>
        {says.remove(count)}
      </MenuItem>
    </Menu>
  );
}

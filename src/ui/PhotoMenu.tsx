// What can be done with a photo: on its tile's button and under its context key.

import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { type Photo, TRAY } from '../store/project.ts';
import { useApp, useAppState, useProject } from './appContext.ts';
import { MoreIcon } from './icons.tsx';
import styles from './menu.module.css';
import { useSelection } from './selection.ts';

interface Props {
  readonly photo: Photo;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly className: string | undefined;
}

export function PhotoMenu({ photo, isOpen, onOpenChange, className }: Props) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className={className ?? ''} aria-label={`Move or remove ${photo.name}`}>
        <MoreIcon />
      </Button>
      <Popover className={styles.popover ?? ''}>
        <PhotoActions photo={photo} />
      </Popover>
    </MenuTrigger>
  );
}

/** Drawn only while the menu is open: a closed one, on each of many tiles, watches nothing. */
function PhotoActions({ photo }: { readonly photo: Photo }) {
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
  const places = [...bins.map(({ id, label }) => ({ id, name: label })), { id: TRAY, name: 'the test tray' }];
  const many = keys.length > 1 ? ` ${keys.length} photos` : '';

  return (
    <Menu className={styles.menu ?? ''}>
      {places
        .filter(({ id }) => id !== photo.place)
        .map(({ id, name }) => (
          <MenuItem key={id} className={styles.item ?? ''} onAction={() => actions.move(keys, id)}>
            {`Move${many} to ${name}`}
          </MenuItem>
        ))}
      <Separator className={styles.separator ?? ''} />
      {failed ? (
        <MenuItem className={styles.item ?? ''} onAction={() => actions.retry(photo.key)}>
          Try again
        </MenuItem>
      ) : null}
      {photo.credit ? (
        <MenuItem className={styles.item ?? ''} href={photo.credit} target="_blank" rel="noreferrer">
          Photographer’s page
        </MenuItem>
      ) : null}
      <MenuItem className={styles.item ?? ''} onAction={() => actions.remove(keys)}>
        {`Remove${many}`}
      </MenuItem>
    </Menu>
  );
}

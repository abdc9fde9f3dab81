// One bin: its name (which can be changed in place), its photos, and where to put more.

import { memo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { fromDialog } from '../store/intake.ts';
import type { Bin } from '../store/project.ts';
import { useApp, usePhotosIn } from './appContext.ts';
import styles from './BinCard.module.css';
import { BinName } from './BinName.tsx';
import { binColour } from './binColours.ts';
import { EmptyPlace } from './EmptyPlace.tsx';
import { MoreIcon, PlusIcon } from './icons.tsx';
import menu from './menu.module.css';
import { PhotoList } from './PhotoList.tsx';
import tile from './PhotoTile.module.css';
import { PhotoTile } from './PhotoTile.tsx';
import { Problems } from './Problems.tsx';
import { dropPlace } from './useFileIntake.ts';
import { useFilePicker } from './useFilePicker.tsx';
import { useTakeFiles } from './useTakeFiles.ts';
import { words } from './words/words.ts';

interface Props {
  readonly bin: Bin;
  readonly index: number;
  /** Are files held over it? */
  readonly isHovered: boolean;
}

/** Drawn anew when something of this bin changes, not at every change of the project. */
export const BinCard = memo(function BinCard({ bin, index, isHovered }: Props) {
  const { actions } = useApp();
  const takeFiles = useTakeFiles();
  const photos = usePhotosIn(bin.id);
  const picker = useFilePicker({
    onFiles: (files) => takeFiles(files.map(fromDialog), bin.id),
  });
  const says = words.page.bin;
  const addLabel = says.add(bin.label);

  return (
    <section
      className={styles.bin}
      style={binColour(index)}
      data-bin={bin.label}
      data-hover={isHovered || undefined}
      aria-label={says.label(bin.label)}
      {...dropPlace(bin.id)}
    >
      <header className={styles.header}>
        <span className={styles.mark} aria-hidden="true" />
        <BinName bin={bin} />
        <span className={styles.count}>{photos.length}</span>
        <Button className={styles.button ?? ''} aria-label={addLabel} onPress={picker.open}>
          <PlusIcon />
        </Button>
        {picker.input}
        <MenuTrigger>
          <Button className={styles.button ?? ''} aria-label={says.more(bin.label)}>
            <MoreIcon />
          </Button>
          <Popover className={menu.popover ?? ''} placement="bottom end">
            <Menu className={menu.menu ?? ''}>
              <MenuItem
                className={menu.item ?? ''}
                onAction={() => actions.remove(photos.map(({ key }) => key))}
                isDisabled={photos.length === 0}
              >
                {says.takeAllOut}
              </MenuItem>
              <MenuItem className={menu.item ?? ''} onAction={() => actions.removeBin(bin.id)}>
                {says.remove}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </header>
      <PhotoList
        place={bin.id}
        photos={photos}
        label={says.photos(bin.label)}
        layout="grid"
        className={styles.photos}
        Face={PhotoTile}
        itemClass={tile.tile}
        empty={<EmptyPlace title={says.drop} hint={says.dropHint} label={addLabel} onPress={picker.open} />}
      />
      <Problems photos={photos} />
    </section>
  );
});

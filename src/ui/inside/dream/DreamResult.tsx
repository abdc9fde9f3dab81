// What can be done with a dream: keep its picture, or see what the page itself says of it.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { safeName } from '../../../export/project/safeNames.ts';
import { fromDialog } from '../../../store/intake.ts';
import { type Photo, photosIn, TRAY } from '../../../store/project.ts';
import type { DreamPicture } from '../../../workers/contract.ts';
import { useApp, useProject } from '../../appContext.ts';
import panel from '../../panel.module.css';
import { download } from '../../takeAway/download.ts';
import { useTakeFiles } from '../../useTakeFiles.ts';
import { words } from '../../words/words.ts';
import styles from './DreamPart.module.css';
import { encodePicture } from './encodePicture.ts';
import { TwoVerdicts } from './TwoVerdicts.tsx';
import type { Wish } from './wishes.ts';

interface Props {
  readonly photo: Photo;
  readonly wish: Wish;
  readonly picture: DreamPicture;
}

export function DreamResult({ photo, wish, picture }: Props) {
  const { store } = useApp();
  const project = useProject();
  const takeFiles = useTakeFiles();
  const [addedKey, setAddedKey] = useState<string | null>(null);
  const says = words.inside.dream;
  const added = project.photos.find(({ key }) => key === addedKey);
  const stem = photo.name.replace(/\.\w+$/, '');
  const name = safeName(says.fileName(stem, wish.name), 'dream.png');

  const save = async () => download({ name, blob: await encodePicture(picture) });
  const add = async () => {
    const file = new File([await encodePicture(picture)], name, { type: 'image/png' });
    const last = () => photosIn(store.getState().history.present, TRAY).at(-1)?.key ?? null;
    const before = last();
    takeFiles([fromDialog(file)], TRAY);
    // Where another tab has the project, nothing is added, and a notice says so.
    if (last() !== before) setAddedKey(last());
  };

  return (
    <>
      <div className={styles.wishes}>
        <Button className={panel.button ?? ''} onPress={() => void save()} data-save="">
          {says.save}
        </Button>
        <Button
          className={panel.button ?? ''}
          isDisabled={added !== undefined}
          onPress={() => void add()}
          data-add=""
        >
          {says.add}
        </Button>
      </div>
      {added ? <TwoVerdicts photo={photo} dreamt={added} /> : <p className={styles.note}>{says.addToSee}</p>}
    </>
  );
}

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
import type { Dream } from './useDream.ts';

interface Props {
  readonly photo: Photo;
  readonly dream: Dream;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
}

export function DreamResult({ photo, dream: { wish, picture, end }, onAgain, onLeave }: Props) {
  const { store } = useApp();
  const project = useProject();
  const takeFiles = useTakeFiles();
  const [addedKey, setAddedKey] = useState<string | null>(null);
  const [isFailed, setFailed] = useState(false);
  const says = words.inside.dream;
  const added = project.photos.find(({ key }) => key === addedKey);
  const isAdded = added !== undefined;
  const stem = photo.name.replace(/\.\w+$/, '');
  const name = safeName(says.fileName(stem, wish.name), 'dream.png');

  const save = async (dreamt: DreamPicture) => download({ name, blob: await encodePicture(dreamt) });
  const add = async (dreamt: DreamPicture) => {
    const file = new File([await encodePicture(dreamt)], name, { type: 'image/png' });
    const last = () => photosIn(store.getState().history.present, TRAY).at(-1)?.key ?? null;
    const before = last();
    takeFiles([fromDialog(file)], TRAY);
    // Where another tab has the project, nothing is added, and a notice says so.
    if (last() !== before) setAddedKey(last());
  };

  /** There may be no memory for it. */
  const tried = (work: Promise<unknown>) => {
    setFailed(false);
    work.catch(() => setFailed(true));
  };

  return (
    <>
      <div className={styles.wishes}>
        {end?.status === 'failed' ? (
          <Button className={panel.button ?? ''} onPress={onAgain}>
            {words.inside.tryAgain}
          </Button>
        ) : null}
        {picture ? (
          <>
            <Button className={panel.button ?? ''} onPress={() => tried(save(picture))} data-save="">
              {says.save}
            </Button>
            <Button
              className={panel.button ?? ''}
              isDisabled={isAdded}
              onPress={() => tried(add(picture))}
              data-add=""
            >
              {says.add}
            </Button>
          </>
        ) : null}
        <Button className={panel.button ?? ''} onPress={onLeave} data-leave="">
          {says.back}
        </Button>
      </div>
      {isFailed ? (
        <p className={styles.note} role="alert">
          {words.takeAway.notMade}
        </p>
      ) : null}
      {added ? <TwoVerdicts photo={photo} dreamt={added} /> : null}
      {picture && !isAdded ? <p className={styles.note}>{says.addToSee}</p> : null}
    </>
  );
}

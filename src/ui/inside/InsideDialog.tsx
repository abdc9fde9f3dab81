// Inside the network: what its stages find on a photo, and what it makes of the photo when it is let.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Photo } from '../../store/project.ts';
import type { PhotoWork } from '../../store/state.ts';
import { CloseIcon } from '../icons.tsx';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import { ChannelCaption } from './ChannelCaption.tsx';
import { DreamPart } from './dream/DreamPart.tsx';
import { useDream } from './dream/useDream.ts';
import styles from './InsideDialog.module.css';
import { useInsideSettings } from './insideSettings.ts';
import { Picture } from './Picture.tsx';
import { Stages } from './Stages.tsx';
import { useFeatureMaps } from './useFeatureMaps.ts';

interface Props {
  readonly photo: Photo;
  readonly work: PhotoWork & { status: 'ready' };
  readonly onClose: () => void;
}

export function InsideDialog({ photo, work, onClose }: Props) {
  const dreaming = useDream(photo.key);
  const isDreaming = dreaming.dream?.end === null;
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable
      onOpenChange={() => {
        // Escape ends the dream first.
        if (isDreaming) dreaming.stop();
        else onClose();
      }}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-labelledby="inside-heading" data-inside="">
          <header className={`${panel.header} ${styles.header}`}>
            <h2 id="inside-heading" className={panel.heading}>
              {words.inside.title}
            </h2>
            <p className={panel.hint}>{photo.name}</p>
            <Button className={styles.close ?? ''} aria-label={words.inside.close} onPress={onClose}>
              <CloseIcon />
            </Button>
          </header>
          <Content photo={photo} work={work} dreaming={dreaming} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface ContentProps extends Omit<Props, 'onClose'> {
  readonly dreaming: ReturnType<typeof useDream>;
}

function Content({ photo, work, dreaming }: ContentProps) {
  const { shown, show } = useInsideSettings();
  const asked = useFeatureMaps(photo.key, work.picture.sha256, shown.stage);
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const map = asked.maps?.strongest.find(({ channel }) => channel === (pointed ?? chosen)) ?? null;
  const overlay = map && asked.maps ? { map, side: asked.maps.side } : null;
  return (
    <div className={styles.content}>
      <div className={styles.seen}>
        <Picture photo={photo} picture={work.picture} overlay={overlay} dream={dreaming.dream} />
        {dreaming.dream ? null : <ChannelCaption shown={shown} map={map} features={work.features} />}
      </div>
      <div className={styles.stages}>
        <Stages
          shown={shown}
          onShow={(stage) => {
            setChosen(null);
            setPointed(null);
            show(stage);
          }}
          asked={asked}
          features={work.features}
          chosen={chosen}
          onChoose={setChosen}
          onPoint={setPointed}
        />
      </div>
      <div className={styles.dream}>
        <DreamPart photo={photo} dreaming={dreaming} shown={shown} chosen={chosen} />
      </div>
    </div>
  );
}

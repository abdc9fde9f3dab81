// Inside the network: what its stages find on a photo, and what it makes of the photo when it is let.

import { Button } from 'react-aria-components/Button';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Photo } from '../../store/project.ts';
import type { PhotoWork } from '../../store/state.ts';
import { CloseIcon } from '../icons.tsx';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import { useDream } from './dream/useDream.ts';
import styles from './InsideDialog.module.css';
import { InsideView } from './InsideView.tsx';

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
            <p className={panel.hint} title={photo.name}>
              {photo.name}
            </p>
            <Button className={styles.close ?? ''} aria-label={words.inside.close} onPress={onClose}>
              <CloseIcon />
            </Button>
          </header>
          <InsideView photo={photo} work={work} dreaming={dreaming} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

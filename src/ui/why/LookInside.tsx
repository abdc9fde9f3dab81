// The way inside the network, for the photo that is shown.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Photo } from '../../store/project.ts';
import type { PhotoWork } from '../../store/state.ts';
import panel from '../panel.module.css';
import { useCodeAhead } from '../useCodeAhead.ts';
import { words } from '../words/words.ts';
import styles from './LookInside.module.css';

interface Props {
  readonly photo: Photo;
  readonly work: PhotoWork & { status: 'ready' };
}

const fetchCode = () => import('../inside/InsideDialog.tsx');

export function LookInside({ photo, work }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { code, failed, load } = useCodeAhead(fetchCode);
  const open = () => {
    setOpen(true);
    if (!code) load();
  };
  return (
    <div className={styles.place}>
      <Button className={panel.button ?? ''} onPress={open} data-look-inside="">
        {words.inside.title}
      </Button>
      {isOpen && failed ? (
        <p className={styles.failed} role="alert">
          {words.evaluation.notFetched}{' '}
          <Button className={panel.link ?? ''} onPress={load}>
            {words.evaluation.tryAgain}
          </Button>
        </p>
      ) : null}
      {isOpen && code ? <code.InsideDialog photo={photo} work={work} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

// One thing to take away: what it is for, and the button that makes it.

import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useApp, useAppState } from '../appContext.ts';
import { TakeAwayIcon } from '../icons.tsx';
import panel from '../panel.module.css';
import { words } from '../words/words.ts';
import styles from './ExportCard.module.css';
import { fileSize, roughSize, whyNot } from './offers.ts';
import { type Making, type TakenKind, useExport } from './useExport.ts';

interface Props {
  readonly kind: TakenKind;
}

export function ExportCard({ kind }: Props) {
  const about = useId();
  const reason = useAppState((state) => whyNot(kind, state));
  const { files } = useApp();
  const bytes = useAppState((state) => roughSize(kind, state, (key) => files.added(key)?.size));
  const making = useExport(kind);
  const isMaking = making.status === 'making';
  const { name, purpose } = words.takeAway.offers[kind];
  return (
    <li className={styles.card}>
      <Button
        className={`${panel.button} ${styles.button}`}
        isDisabled={reason !== null}
        isPending={isMaking}
        onPress={making.run}
        aria-describedby={about}
        data-export={kind}
      >
        <TakeAwayIcon /> {name}
        {isMaking ? (
          <ProgressBar
            className={styles.progress ?? ''}
            aria-label={words.takeAway.progress}
            isIndeterminate
          />
        ) : null}
      </Button>
      <div id={about} className={styles.about}>
        <p>{purpose}</p>
        <p className={styles.state}>
          {reason === null ? progressText(making, bytes) : <span className={panel.late}>{reason}</span>}
        </p>
      </div>
    </li>
  );
}

function progressText(making: Making, bytes: number | null): string {
  switch (making.status) {
    case 'idle':
      return bytes === null ? '' : words.takeAway.about(fileSize(bytes));
    case 'failed':
      return words.takeAway.notMade;
    case 'making':
      return words.takeAway.making;
    case 'made':
      return words.takeAway.made(making.name, fileSize(making.bytes));
  }
}

// The bins, and what has been learned from them.

import { Button } from 'react-aria-components/Button';
import { fromDialog } from '../store/intake.ts';
import { useApp, useBins } from './appContext.ts';
import { BinCard } from './BinCard.tsx';
import { PlusIcon } from './icons.tsx';
import { LearningStatus } from './LearningStatus.tsx';
import panel from './panel.module.css';
import styles from './TeachPanel.module.css';
import type { Hover } from './useFileIntake.ts';
import { useFilePicker } from './useFilePicker.tsx';
import { useTakeFiles } from './useTakeFiles.ts';

export function TeachPanel({ hover }: { readonly hover: Hover }) {
  const { actions } = useApp();
  const bins = useBins();
  const takeFiles = useTakeFiles();
  const folder = useFilePicker({
    folder: true,
    onFiles: (files) => takeFiles(files.map(fromDialog), null),
  });
  return (
    <section className={styles.teach} aria-labelledby="teach-heading">
      <header className={panel.header}>
        <h2 id="teach-heading" className={panel.heading}>
          Teach
        </h2>
        <p className={panel.hint}>One bin for each kind</p>
        <Button
          className={panel.button ?? ''}
          aria-label="Open a folder: its subfolders become bins"
          onPress={folder.open}
        >
          Open folder
        </Button>
        {folder.input}
        <Button className={panel.button ?? ''} onPress={actions.addBin}>
          <PlusIcon /> Bin
        </Button>
      </header>
      <div className={styles.bins}>
        {bins.map((bin, index) => (
          <BinCard key={bin.id} bin={bin} index={index} isHovered={hover === bin.id} />
        ))}
      </div>
      <LearningStatus />
    </section>
  );
}

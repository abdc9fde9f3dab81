// The bins, and what has been learned from them.

import { Button } from 'react-aria-components/Button';
import { fromDialog } from '../store/intake.ts';
import { useApp, useBins } from './appContext.ts';
import { BinCard } from './BinCard.tsx';
import { PlusIcon } from './icons.tsx';
import { LearningStatus } from './LearningStatus.tsx';
import { MoveButton } from './moving/MoveButton.tsx';
import panel from './panel.module.css';
import styles from './TeachPanel.module.css';
import type { Hover } from './useFileIntake.ts';
import { useFilePicker } from './useFilePicker.tsx';
import { useTakeFiles } from './useTakeFiles.ts';
import { words } from './words/words.ts';

export function TeachPanel({ hover }: { readonly hover: Hover }) {
  const { actions } = useApp();
  const bins = useBins();
  const takeFiles = useTakeFiles();
  const folder = useFilePicker({
    folder: true,
    onFiles: (files) => takeFiles(files.map(fromDialog), null),
  });
  const says = words.page.teach;
  return (
    <section className={styles.teach} aria-labelledby="teach-heading">
      <header className={panel.header}>
        <h2 id="teach-heading" className={panel.heading}>
          {says.title}
        </h2>
        <p className={`${panel.hint} ${panel.spare}`}>{says.hint}</p>
        <Button className={panel.button ?? ''} aria-label={says.aboutFolder} onPress={folder.open}>
          {says.folder}
        </Button>
        {folder.input}
        <MoveButton />
        <Button className={panel.button ?? ''} onPress={() => actions.addBin(says.binStem)}>
          <PlusIcon /> {says.addBin}
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

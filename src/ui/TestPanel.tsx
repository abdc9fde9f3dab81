// The test tray: photos that the machine has never seen, judged as soon as they are there.

import { Button } from 'react-aria-components/Button';
import { fromDialog } from '../store/intake.ts';
import { TRAY } from '../store/project.ts';
import { usePhotosIn } from './appContext.ts';
import { CameraButton } from './camera/CameraButton.tsx';
import { CameraSlot } from './camera/CameraSlot.tsx';
import { EmptyPlace } from './EmptyPlace.tsx';
import { Explained } from './Explained.tsx';
import { MoveButton } from './moving/MoveButton.tsx';
import { NeitherRule, NeitherSwitch } from './NeitherSwitch.tsx';
import { PhotoList } from './PhotoList.tsx';
import panel from './panel.module.css';
import styles from './TestPanel.module.css';
import row from './TestRow.module.css';
import { TestRow } from './TestRow.tsx';
import { dropPlace, type Hover } from './useFileIntake.ts';
import { useFilePicker } from './useFilePicker.tsx';
import { useTakeFiles } from './useTakeFiles.ts';
import { words } from './words/words.ts';

export function TestPanel({ hover }: { readonly hover: Hover }) {
  const takeFiles = useTakeFiles();
  const photos = usePhotosIn(TRAY);
  const picker = useFilePicker({
    onFiles: (files) => takeFiles(files.map(fromDialog), TRAY),
  });
  const says = words.page.test;
  return (
    <section
      className={styles.tray}
      aria-labelledby="test-heading"
      data-tray=""
      data-hover={hover === TRAY || undefined}
      {...dropPlace(TRAY)}
    >
      <header className={`${panel.header} ${styles.header}`}>
        <h2 id="test-heading" className={panel.heading}>
          {says.title}
        </h2>
        <p className={`${panel.hint} ${panel.spare} ${styles.hint}`}>
          <span>{says.hint}</span>
        </p>
        <NeitherSwitch />
        <CameraButton />
        <MoveButton />
        <Button className={panel.button ?? ''} aria-label={says.addTo} onPress={picker.open}>
          {says.add}
        </Button>
        {picker.input}
      </header>
      <CameraSlot />
      <PhotoList
        place={TRAY}
        photos={photos}
        label={says.photos}
        layout="stack"
        className={styles.list}
        Face={TestRow}
        itemClass={row.row}
        empty={<EmptyPlace title={says.drop} hint={says.dropHint} label={says.addTo} onPress={picker.open} />}
      />
      <Explained summary={says.numbers}>
        <p>{says.aboutNumbers}</p>
        <p>
          <NeitherRule />
        </p>
      </Explained>
    </section>
  );
}

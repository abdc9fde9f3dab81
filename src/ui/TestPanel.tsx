// The test tray: photos that the machine has never seen, judged as soon as they are there.

import { Button } from 'react-aria-components/Button';
import { fromDialog } from '../store/intake.ts';
import { TRAY } from '../store/project.ts';
import { usePhotosIn } from './appContext.ts';
import { EmptyPlace } from './EmptyPlace.tsx';
import { Explained } from './Explained.tsx';
import { NeitherRule, NeitherSwitch } from './NeitherSwitch.tsx';
import { PhotoList } from './PhotoList.tsx';
import panel from './panel.module.css';
import styles from './TestPanel.module.css';
import row from './TestRow.module.css';
import { TestRow } from './TestRow.tsx';
import { dropPlace, type Hover } from './useFileIntake.ts';
import { useFilePicker } from './useFilePicker.tsx';
import { useTakeFiles } from './useTakeFiles.ts';

export function TestPanel({ hover }: { readonly hover: Hover }) {
  const takeFiles = useTakeFiles();
  const photos = usePhotosIn(TRAY);
  const picker = useFilePicker({
    onFiles: (files) => takeFiles(files.map(fromDialog), TRAY),
  });
  return (
    <section
      className={styles.tray}
      aria-labelledby="test-heading"
      data-tray=""
      data-hover={hover === TRAY || undefined}
      {...dropPlace(TRAY)}
    >
      <header className={panel.header}>
        <h2 id="test-heading" className={panel.heading}>
          Test
        </h2>
        <p className={panel.hint}>Photos new to it</p>
        <NeitherSwitch />
        <Button className={panel.button ?? ''} aria-label="Add photos to the test tray" onPress={picker.open}>
          Add
        </Button>
        {picker.input}
      </header>
      <PhotoList
        place={TRAY}
        photos={photos}
        label="Test photos"
        layout="stack"
        className={styles.list}
        Face={TestRow}
        itemClass={row.row}
        empty={
          <EmptyPlace
            title="Drop photos to have them judged"
            hint="or click to choose: each gets a verdict, its distance from the boundary, and what the network saw"
            label="Add photos to the test tray"
            onPress={picker.open}
          />
        }
      />
      <Explained summary="What do the numbers mean?">
        <p>
          The line in the middle is the boundary. The number is the photo’s distance from it in margins, the
          score. The short ticks are the edges of the margin, the strip along the boundary that is as empty as
          training could make it. Near 0 it is a close call. Below stand the five likeliest of the 1000 things
          that the network knows.
        </p>
        <p>
          <NeitherRule />
        </p>
      </Explained>
    </section>
  );
}

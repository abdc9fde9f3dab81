// Below everything: what can be taken away from here, and how it comes back.

import { useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAppState } from '../appContext.ts';
import { Explained } from '../Explained.tsx';
import panel from '../panel.module.css';
import { usageText } from '../saving/savingSentences.ts';
import { useHasTime } from '../useHasTime.ts';
import { ExportCard } from './ExportCard.tsx';
import { TAKE_AWAY } from './jumpToTakeAway.ts';
import { loadReport, loadTable } from './loadReport.ts';
import { OFFERS } from './offers.ts';
import { Snippet } from './Snippet.tsx';
import styles from './TakeAway.module.css';

export function TakeAway({ onOpenFile }: { readonly onOpenFile: () => void }) {
  const hasTime = useHasTime();
  usePreloadedReport();
  return (
    <section id={TAKE_AWAY} className={styles.place} aria-labelledby="take-away-heading" tabIndex={-1}>
      <header className={`${panel.header} ${styles.header}`}>
        <h2 id="take-away-heading" className={panel.heading}>
          Take it away
        </h2>
        <p className={styles.promise}>All of it is made in this page; nothing is sent anywhere</p>
      </header>
      {hasTime ? <Content onOpenFile={onOpenFile} /> : null}
    </section>
  );
}

function Content({ onOpenFile }: { readonly onOpenFile: () => void }) {
  const usage = useAppState((state) => state.usage);
  return (
    <>
      <ul className={styles.offers}>
        {OFFERS.map((offer) => (
          <ExportCard key={offer.kind} {...offer} />
        ))}
      </ul>
      <div className={styles.rest}>
        <div className={styles.back}>
          <h3 className={styles.title}>Bring it back</h3>
          <p>
            A project file opens as a project of its own; what is here stays saved. Drop it anywhere on this
            page, or choose it.
          </p>
          <Button className={`${panel.button} ${styles.open}`} onPress={onOpenFile}>
            Open a project file
          </Button>
          <Explained summary="Where is all this kept, and for how long?">
            <p>
              In this browser, on this computer: each change is saved as it is made, and is there again when
              you come back. No server has it, so no other computer does; for that there is the project file.
            </p>
            <p>{usageText(usage)}</p>
          </Explained>
        </div>
        <Snippet />
      </div>
    </>
  );
}

/** The server may be gone when somebody wants a report. */
function usePreloadedReport(): void {
  const hasLearned = useAppState(({ trained }) => trained !== null);
  useEffect(() => {
    // If it fails now it is tried again, and said, when it is wanted.
    if (hasLearned) Promise.all([loadReport(), loadTable()]).catch(() => undefined);
  }, [hasLearned]);
}

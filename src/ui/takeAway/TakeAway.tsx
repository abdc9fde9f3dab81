// Below everything: what can be taken away from here, and how it comes back.

import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAppState } from '../appContext.ts';
import { Explained } from '../Explained.tsx';
import panel from '../panel.module.css';
import { usageText } from '../saving/savingSentences.ts';
import { useHasTime } from '../useHasTime.ts';
import { words } from '../words/words.ts';
import { ExportCard } from './ExportCard.tsx';
import { TAKE_AWAY } from './jumpToTakeAway.ts';
import { loadReport, loadTable } from './loadReport.ts';
import { OFFERS } from './offers.ts';
import { Snippet } from './Snippet.tsx';
import styles from './TakeAway.module.css';

/** With the code that makes QR codes; where that cannot be fetched, the address is in the browser's own bar. */
const ShareCard = lazy(async (): Promise<{ default: ComponentType }> => {
  try {
    return { default: (await import('../share/ShareCard.tsx')).ShareCard };
  } catch {
    return { default: () => null };
  }
});

export function TakeAway({ onOpenFile }: { readonly onOpenFile: () => void }) {
  const hasTime = useHasTime();
  usePreloadedReport();
  return (
    <section id={TAKE_AWAY} className={styles.place} aria-labelledby="take-away-heading" tabIndex={-1}>
      <header className={`${panel.header} ${styles.header}`}>
        <h2 id="take-away-heading" className={panel.heading}>
          {words.takeAway.title}
        </h2>
        <p className={styles.promise}>{words.takeAway.promise}</p>
      </header>
      {hasTime ? <Content onOpenFile={onOpenFile} /> : null}
    </section>
  );
}

function Content({ onOpenFile }: { readonly onOpenFile: () => void }) {
  const { back } = words.takeAway;
  return (
    <>
      <ul className={styles.offers}>
        {OFFERS.map((kind) => (
          <ExportCard key={kind} kind={kind} />
        ))}
      </ul>
      <div className={styles.rest}>
        <div className={styles.back}>
          <h3 className={styles.title}>{back.title}</h3>
          <p>{back.how}</p>
          <Button className={`${panel.button} ${styles.open}`} onPress={onOpenFile}>
            {back.open}
          </Button>
          <Explained summary={back.whereKept}>
            <p>{back.kept}</p>
            <UsageText />
          </Explained>
        </div>
        <Snippet />
        <Suspense>
          <ShareCard />
        </Suspense>
      </div>
    </>
  );
}

/** By itself, as it changes with whatever is saved. */
function UsageText() {
  const usage = useAppState((state) => state.usage);
  return <p>{usageText(usage)}</p>;
}

/** The server may be gone when somebody wants a report. */
function usePreloadedReport(): void {
  const hasLearned = useAppState(({ trained }) => trained !== null);
  useEffect(() => {
    // If it fails now it is tried again, and said, when it is wanted.
    if (hasLearned) Promise.all([loadReport(), loadTable()]).catch(() => undefined);
  }, [hasLearned]);
}

// Whatever keeps this page from saving: why, what follows from it, and every way to mend it.

import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { asBinsightError } from '../../core/errors.ts';
import { isUntouched } from '../../store/project.ts';
import { DAYS_DELETED } from '../../store/storage.ts';
import { useApp, useAppState, useProject } from '../appContext.ts';
import { Banner } from '../Banner.tsx';
import panel from '../panel.module.css';
import { useExport } from '../takeAway/useExport.ts';
import { words } from '../words/words.ts';
import { clearingProblem, fullText, size, storageProblem, storageRemedy } from './savingSentences.ts';
import { useShownSaving } from './useShownSaving.ts';

export function SavingBanner() {
  const { settled } = useShownSaving();
  return (
    // It stays in the page, so that screen readers notice what comes into it.
    <div
      aria-live={settled.status === 'full' || settled.status === 'off' ? 'assertive' : 'polite'}
      data-saving-banner={settled.status}
    >
      <Content />
    </div>
  );
}

function Content() {
  const { settled } = useShownSaving();
  const usage = useAppState((state) => state.usage);
  const says = words.saving;
  switch (settled.status) {
    case 'saved':
      return null;
    case 'elsewhere':
      return <Banner heading={says.elsewhere} isCalm buttons={<TakeOver />} />;
    case 'deleted':
      return <Banner heading={says.deleted(DAYS_DELETED)} isCalm buttons={<BringBack />} />;
    case 'full':
      return (
        <Banner
          heading={fullText(settled.photos)}
          buttons={
            <Remedies>
              <ClearDeleted />
            </Remedies>
          }
        >
          {says.fullRemedy} {usage ? says.used(size(usage.used)) : null}
        </Banner>
      );
    case 'off':
      return (
        <Banner heading={storageProblem(settled.error)} buttons={<Remedies />}>
          {storageRemedy(settled.error)}
        </Banner>
      );
  }
}

function TakeOver() {
  const { storage } = useApp();
  const [isWaiting, setIsWaiting] = useState(false);
  const takeOver = () => {
    setIsWaiting(true);
    void storage.takeOver().finally(() => setIsWaiting(false));
  };
  return (
    <Button className={`${panel.button} ${panel.primary}`} isDisabled={isWaiting} onPress={takeOver}>
      {words.saving.takeOver}
    </Button>
  );
}

function BringBack() {
  const { storage } = useApp();
  return (
    <Button className={`${panel.button} ${panel.primary}`} onPress={storage.keep}>
      {words.saving.bringBack}
    </Button>
  );
}

/** Undo and Recently deleted end here for these: never without being asked. */
function ClearDeleted() {
  const { storage } = useApp();
  const projects = useAppState((state) => state.projects);
  const removed = useAppState((state) => state.removed);
  const [outcome, setOutcome] = useState<string | null>(null);
  /** Whoever presses once more has seen to it that no other tab is open. */
  const [isSure, setIsSure] = useState(false);
  const { id: shown } = useProject();
  const count = projects.filter(
    ({ id, deleted }) => id !== shown && (deleted !== null || removed.has(id)),
  ).length;
  const clear = () => {
    storage.clearDeleted(isSure).then(
      (done) => {
        setIsSure(done === 'unsure');
        setOutcome(done === 'done' ? null : clearingProblem(done));
      },
      (error: unknown) => setOutcome(storageProblem(asBinsightError(error))),
    );
  };
  if (count === 0) return null;
  return (
    <>
      <Button className={panel.button ?? ''} data-clear-deleted={count} onPress={clear}>
        {words.saving.clearDeleted(count)}
      </Button>
      {outcome === null ? null : <span>{outcome}</span>}
    </>
  );
}

function Remedies({ children }: { readonly children?: ReactNode }) {
  const { storage } = useApp();
  const project = useProject();
  const { status, run } = useExport('project');
  return (
    <>
      <Button className={`${panel.button} ${panel.primary}`} onPress={storage.tryAgain}>
        {words.saving.again}
      </Button>
      <Button
        className={panel.button ?? ''}
        isDisabled={isUntouched(project) || status === 'making'}
        onPress={run}
      >
        {words.saving.takeAway}
      </Button>
      {children}
    </>
  );
}

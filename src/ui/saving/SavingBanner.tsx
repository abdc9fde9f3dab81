// Whatever keeps this page from saving: why, what follows from it, and every way to mend it.

import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { isUntouched } from '../../store/project.ts';
import { useApp, useAppState, useProject } from '../appContext.ts';
import { Banner } from '../Banner.tsx';
import panel from '../panel.module.css';
import { useExport } from '../takeAway/useExport.ts';
import { ELSEWHERE, FULL_REMEDY, fullText, size, storageProblem, storageRemedy } from './savingSentences.ts';
import { useShownSaving } from './useShownSaving.ts';

export function SavingBanner() {
  const { settled } = useShownSaving();
  return (
    // It stays in the page, so that screen readers notice what comes into it.
    <div
      aria-live={settled.status === 'elsewhere' ? 'polite' : 'assertive'}
      data-saving-banner={settled.status}
    >
      <Content />
    </div>
  );
}

function Content() {
  const { settled } = useShownSaving();
  const usage = useAppState((state) => state.usage);
  switch (settled.status) {
    case 'saved':
      return null;
    case 'elsewhere':
      return <Banner heading={ELSEWHERE} isCalm buttons={<TakeOver />} />;
    case 'full':
      return (
        <Banner heading={fullText(settled.photos)} buttons={<Remedies />}>
          {FULL_REMEDY} {usage ? `Used so far: ${size(usage.used)}.` : null}
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
      Take over
    </Button>
  );
}

function Remedies() {
  const { storage } = useApp();
  const project = useProject();
  const { status, run } = useExport('project');
  return (
    <>
      <Button className={`${panel.button} ${panel.primary}`} onPress={storage.tryAgain}>
        Try again
      </Button>
      <Button
        className={panel.button ?? ''}
        isDisabled={isUntouched(project) || status === 'making'}
        onPress={run}
      >
        Take the project away
      </Button>
    </>
  );
}

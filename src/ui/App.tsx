// One screen that tells the story: teach, test, why.

import { useEffect, useLayoutEffect } from 'react';
import styles from './App.module.css';
import { Announcer } from './announce/Announcer.tsx';
import { useAppState } from './appContext.ts';
import type { TakeEarlyDrops } from './earlyDrops.ts';
import { HowGoodPlace } from './evaluation/HowGoodPlace.tsx';
import { keepFocus } from './focus/keepFocus.ts';
import { Header } from './Header.tsx';
import { ModelMissing } from './ModelMissing.tsx';
import { MoveBar } from './moving/MoveBar.tsx';
import { Notices } from './Notices.tsx';
import { useProjectFiles } from './projects/useProjectFiles.ts';
import { StatusBar } from './StatusBar.tsx';
import { SavingBanner } from './saving/SavingBanner.tsx';
import { useLeaveGuard } from './saving/useLeaveGuard.ts';
import { useSavedMark } from './saving/useSavedMark.ts';
import { TeachPanel } from './TeachPanel.tsx';
import { TestPanel } from './TestPanel.tsx';
import { TakeAway } from './takeAway/TakeAway.tsx';
import { UpdateBanner } from './UpdateBanner.tsx';
import { useComingMark } from './useComingMark.ts';
import { useFileIntake } from './useFileIntake.ts';
import { useFilePicker } from './useFilePicker.tsx';
import { useShortcuts } from './useShortcuts.ts';
import { useSteps } from './useSteps.ts';
import { WhyPanel } from './why/WhyPanel.tsx';

/** Of the screen: teach, test, why with the rest. */
const PARTS = 3;

export function App({ takeEarlyDrops }: { readonly takeEarlyDrops: TakeEarlyDrops }) {
  const hover = useFileIntake(takeEarlyDrops);
  const projectFile = useFilePicker({
    accept: '.zip',
    single: true,
    data: { 'data-import': '' },
    onFiles: useProjectFiles(),
  });
  const step = useSteps(PARTS);
  useReadiness(step === PARTS);
  useSavedMark();
  useComingMark();
  useLeaveGuard();
  useShortcuts();
  useEffect(keepFocus, []);
  return (
    <>
      <Announcer />
      <div className={styles.page} data-dragging={hover !== null || undefined}>
        <Header onOpenFile={projectFile.open} />
        <UpdateBanner />
        <SavingBanner />
        <ModelMissing />
        <main className={styles.main}>
          {step > 0 && <TeachPanel hover={hover} />}
          {step > 1 && <TestPanel hover={hover} />}
          {step > 2 && <WhyPanel />}
        </main>
        {step > 2 && <StatusBar />}
      </div>
      {step > 2 && <HowGoodPlace />}
      {step > 2 && <TakeAway onOpenFile={projectFile.open} />}
      {projectFile.input}
      <MoveBar />
      <Notices />
    </>
  );
}

/** For whoever drives the page from outside: is the network ready, and on which backend? Not before all of the page is there. */
function useReadiness(isWhole: boolean): void {
  const network = useAppState((state) => state.network);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    dataset.ready = String(isWhole && network.status === 'ready');
    if (network.status === 'ready') dataset.backend = network.info.backend;
    else delete dataset.backend;
  }, [network, isWhole]);
}

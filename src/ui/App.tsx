// One screen that tells the story: teach, test, why.

import styles from './App.module.css';
import { Announcer } from './announce/Announcer.tsx';
import type { TakeEarlyDrops } from './earlyDrops.ts';
import { HowGoodPlace } from './evaluation/HowGoodPlace.tsx';
import { Header } from './Header.tsx';
import { ModelMissing } from './ModelMissing.tsx';
import { MoveBar } from './moving/MoveBar.tsx';
import { Notices } from './Notices.tsx';
import { PageDuties } from './PageDuties.tsx';
import { useProjectFiles } from './projects/useProjectFiles.ts';
import { StatusBar } from './StatusBar.tsx';
import { SavingBanner } from './saving/SavingBanner.tsx';
import { TeachPanel } from './TeachPanel.tsx';
import { TestPanel } from './TestPanel.tsx';
import { TakeAway } from './takeAway/TakeAway.tsx';
import { UpdateBanner } from './UpdateBanner.tsx';
import { useFileIntake } from './useFileIntake.ts';
import { useFilePicker } from './useFilePicker.tsx';
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
  return (
    <>
      <PageDuties isWhole={step === PARTS} />
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

// One screen that tells the story: teach, test, why.

import { useEffect } from 'react';
import styles from './App.module.css';
import { useAppState } from './appContext.ts';
import { HowGoodPlace } from './evaluation/HowGoodPlace.tsx';
import { Header } from './Header.tsx';
import { ModelMissing } from './ModelMissing.tsx';
import { Notices } from './Notices.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TeachPanel } from './TeachPanel.tsx';
import { TestPanel } from './TestPanel.tsx';
import { useFileIntake } from './useFileIntake.ts';
import { useShortcuts } from './useShortcuts.ts';
import { WhyPanel } from './why/WhyPanel.tsx';

export function App() {
  const hover = useFileIntake();
  useReadiness();
  useShortcuts();
  return (
    <>
      <div className={styles.page} data-dragging={hover !== null || undefined}>
        <Header />
        <ModelMissing />
        <main className={styles.main}>
          <TeachPanel hover={hover} />
          <TestPanel hover={hover} />
          <WhyPanel />
        </main>
        <StatusBar />
      </div>
      <HowGoodPlace />
      <Notices />
    </>
  );
}

/** For whoever drives the page from outside: is the network ready, and on which backend? */
function useReadiness(): void {
  const network = useAppState((state) => state.network);
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.ready = String(network.status === 'ready');
    if (network.status === 'ready') dataset.backend = network.info.backend;
    else delete dataset.backend;
  }, [network]);
}

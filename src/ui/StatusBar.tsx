// The corner that says what does the work, how fast, and that nothing leaves the page.

import { useAppState } from './appContext.ts';
import { BackendMenu } from './BackendMenu.tsx';
import { LanguageSelect } from './LanguageSelect.tsx';
import styles from './StatusBar.module.css';
import { SavingStatus } from './saving/SavingStatus.tsx';
import { megabytes } from './sentences.ts';
import { words } from './words/words.ts';

export function StatusBar() {
  return (
    <footer className={styles.bar}>
      <NetworkStatus />
      <a
        className={styles.item}
        href={words.page.status.uploadedPage}
        target="_blank"
        rel="noopener"
        title={words.page.status.aboutUploaded}
      >
        {words.page.status.uploaded}
      </a>
      <LanguageSelect className={styles.item} />
      <OfflineStatus />
      {/* Last, so that nothing moves when its words change. */}
      <SavingStatus className={styles.item} />
    </footer>
  );
}

function OfflineStatus() {
  const isReady = useAppState(({ offline }) => offline.isReady);
  if (!isReady) return null;
  return (
    <span className={styles.item} data-offline="ready" title={words.page.status.aboutOffline}>
      {words.page.status.offline}
    </span>
  );
}

function NetworkStatus() {
  const network = useAppState((state) => state.network);
  const photoMs = useAppState((state) => state.photoMs);
  const says = words.page.status;
  switch (network.status) {
    case 'loading': {
      const { loaded, total } = network;
      const text =
        total === 0
          ? says.loading
          : loaded < total
            ? says.loaded(megabytes(loaded), megabytes(total))
            : says.starting;
      return (
        <span className={styles.item}>
          <progress max={total || 1} value={loaded} aria-label={says.progress} />
          {text}
        </span>
      );
    }
    case 'installing':
      return <span className={styles.item}>{says.checking}</span>;
    case 'missing':
    case 'failed':
      return <span className={styles.item}>{says.noNetwork}</span>;
    case 'ready': {
      const { precision, modelBytes } = network.info;
      return (
        <>
          <span className={styles.item} title={says.aboutNetwork}>
            {says.network(words.common.precisions[precision], megabytes(modelBytes))}
          </span>
          <BackendMenu className={styles.item} info={network.info} photoMs={photoMs} />
        </>
      );
    }
  }
}

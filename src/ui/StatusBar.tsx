// The corner that says what does the work, how fast, and that nothing leaves the page.

import { useAppState } from './appContext.ts';
import { BackendMenu } from './BackendMenu.tsx';
import styles from './StatusBar.module.css';
import { SavingStatus } from './saving/SavingStatus.tsx';
import { megabytes, PRECISION_NAMES } from './sentences.ts';

export function StatusBar() {
  return (
    <footer className={styles.bar}>
      <NetworkStatus />
      <a
        className={styles.item}
        href="./privacy.html"
        target="_blank"
        rel="noopener"
        title="Photos are decoded, described and judged by this page itself. The page may only ask its own server for its own files; no request carries a photo."
      >
        0 photos uploaded
      </a>
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
    <span
      className={styles.item}
      data-offline="ready"
      title="This browser has kept the page, the network’s weights and the sample photos: all of it works without a connection."
    >
      Ready offline
    </span>
  );
}

function NetworkStatus() {
  const network = useAppState((state) => state.network);
  const photoMs = useAppState((state) => state.photoMs);
  switch (network.status) {
    case 'loading': {
      const { loaded, total } = network;
      const text =
        total === 0
          ? 'Loading Inception v1'
          : loaded < total
            ? `Loading Inception v1: ${megabytes(loaded)} of ${megabytes(total)}`
            : 'Starting Inception v1';
      return (
        <span className={styles.item} role="status">
          <progress max={total || 1} value={loaded} aria-label="Loading the network" />
          {text}
        </span>
      );
    }
    case 'installing':
      return <span className={styles.item}>Checking the model’s files</span>;
    case 'missing':
    case 'failed':
      return <span className={styles.item}>No network yet</span>;
    case 'ready': {
      const { precision, modelBytes } = network.info;
      return (
        <>
          <span
            className={styles.item}
            title="GoogLeNet, trained on ImageNet's 1.2 million photos; it is not trained any further here."
          >
            Inception v1, {PRECISION_NAMES[precision]}, {megabytes(modelBytes)}
          </span>
          <BackendMenu className={styles.item} info={network.info} photoMs={photoMs} />
        </>
      );
    }
  }
}

// What has been learned, or what is still missing; and how far the photos are.

import { useAppState, useProject } from './appContext.ts';
import styles from './LearningStatus.module.css';
import { list, milliseconds, photos, roughly, trainingProblem } from './sentences.ts';
import { useProgress } from './useProgress.ts';

export function LearningStatus() {
  const training = useAppState((state) => state.training);
  const trained = useAppState((state) => state.trained);
  return (
    <div className={styles.status}>
      <p
        data-training=""
        data-status={training.status}
        data-photos={trained?.photos}
        data-ms={trained?.ms}
        aria-live="polite"
      >
        <LearningSentence />
      </p>
      <ReadingProgress />
    </div>
  );
}

function LearningSentence() {
  const training = useAppState((state) => state.training);
  const trained = useAppState((state) => state.trained);
  const { bins, photos: all } = useProject();
  const used = new Set(all.map(({ place }) => place));
  if (bins.length < 2) return <>There must be two kinds to tell apart: add a bin.</>;
  switch (training.status) {
    case 'empty':
      return <>Nothing learned yet: give each of two bins at least one photo.</>;
    case 'waiting': {
      const empty = bins.filter(({ id }) => training.bins.includes(id) && !used.has(id));
      return empty.length === 0 ? (
        <>Nothing learned yet: the network looks at the first photos.</>
      ) : (
        <>Nothing learned yet: give {list(empty.map(({ label }) => label))} a photo.</>
      );
    }
    case 'failed':
      return <span className={styles.bad}>{trainingProblem(training.error)}</span>;
    case 'training':
    case 'ready':
      if (!trained) return <>Learning from {photos(training.status === 'training' ? training.photos : 0)}…</>;
      return (
        <>
          Learned from <strong>{photos(trained.photos)}</strong> in{' '}
          <strong>{milliseconds(trained.ms)}</strong>.{' '}
          <span
            className={styles.quiet}
            title="A linear support vector machine: of all boundaries between the bins it takes the one with the widest margin on both sides."
          >
            The boundary lies where the gap between the bins is widest.
          </span>
        </>
      );
  }
}

function ReadingProgress() {
  const progress = useProgress();
  return (
    <div className={styles.progress} data-progress={progress ? progress.done : undefined}>
      {progress ? (
        <>
          <progress max={progress.total} value={progress.done} aria-label="Photos looked at" />
          <span className={styles.quiet}>
            {progress.done} of {photos(progress.total)}
            {progress.remaining === null ? '' : `, ${roughly(progress.remaining)} left`}
          </span>
        </>
      ) : null}
    </div>
  );
}

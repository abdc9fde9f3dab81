// What has been learned, or what is still missing; and how far the photos are.

import { sizeRatio } from '../core/evaluation/threshold.ts';
import { areComing, type Evaluation, type Trained } from '../store/state.ts';
import { useAppState, useBins, useProject } from './appContext.ts';
import styles from './LearningStatus.module.css';
import panel from './panel.module.css';
import { list, milliseconds, percent, photos, roughly, trainingProblem, unevenText } from './sentences.ts';
import { solversOf, solverText } from './solverText.ts';
import { unevenBins, WORTH_SAYING } from './unevenBins.ts';
import { useProgress } from './useProgress.ts';

export function LearningStatus() {
  const training = useAppState((state) => state.training);
  const trained = useAppState((state) => state.trained);
  const loo = useAppState(({ evaluation, trained: now }) =>
    evaluation?.of === now ? (evaluation?.heldOut.accuracy ?? null) : null,
  );
  return (
    <div className={styles.status}>
      <p
        data-training=""
        data-status={training.status}
        data-photos={trained?.classifier.photos}
        data-ms={trained?.ms}
        data-loo={loo ?? undefined}
        data-solver={trained ? solversOf(trained.classifier.boundaries).join(' ') : undefined}
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
    case 'waiting': {
      const empty = bins.filter(({ id }) => !used.has(id));
      if (bins.length - empty.length > 1)
        return (
          <span className={panel.late}>Nothing learned yet: the network looks at the first photos.</span>
        );
      return empty.length === bins.length ? (
        <>Nothing learned yet: give each of two bins at least one photo.</>
      ) : (
        <>Nothing learned yet: give {list(empty.map(({ label }) => label))} a photo.</>
      );
    }
    case 'failed':
      return <span className={styles.bad}>{trainingProblem(training.error)}</span>;
    case 'training':
    case 'ready':
      if (!trained)
        return (
          <span className={panel.late}>
            Learning from {photos(training.status === 'training' ? training.photos : 0)}…
          </span>
        );
      return (
        <>
          <span
            title={`A linear support vector machine: of all boundaries between the bins it takes the one with the widest gap on both sides. ${solverText(trained.classifier.boundaries)}`}
          >
            Learned from <strong>{photos(trained.classifier.photos)}</strong> in{' '}
            <strong>{milliseconds(trained.ms)}</strong>.
          </span>{' '}
          <HeldOutSentence trained={trained} />
          <SizeWarning trained={trained} />
        </>
      );
  }
}

/** How many come out right when they are not learned from; the last answer stays while the next is worked out. */
function HeldOutSentence({ trained }: { readonly trained: Trained }) {
  const evaluation = useAppState((state) => state.evaluation);
  const failed = useAppState((state) => state.evaluationError !== null);
  if (failed && evaluation?.of !== trained)
    return <>How good that is could not be worked out; change a bin to try again.</>;
  if (!evaluation)
    return <span className={`${styles.quiet} ${panel.late}`}>Trying it out on photos left out…</span>;
  const { tried, right, holding } = evaluation.heldOut;
  if (tried === 0) return <>Two photos in a bin are needed to try it out on one left out.</>;
  return (
    <span
      className={evaluation.of === trained ? '' : styles.quiet}
      title="Each photo is judged by a machine that has learned from the others only. Worked out in a worker of its own; a change of the bins starts it anew."
    >
      Left out {holding.method === 'leave-one-out' ? 'one by one' : `in ${holding.folds} groups`},{' '}
      <strong>
        {right} of {tried}
      </strong>{' '}
      come out right{aside(evaluation)}.{' '}
      <a className={panel.link} href="#how-good">
        How good is it?
      </a>
    </span>
  );
}

/** What the plain count does not say of bins of very different sizes. */
function aside({ heldOut: { tried, balancedAccuracy }, of: { set } }: Evaluation): string {
  const alone = set.targets.length - tried;
  if (alone > 0) return ` (${photos(alone)}, alone in a bin, could not be left out)`;
  const isUneven = sizeRatio(set.targets) > WORTH_SAYING;
  return isUneven ? `, ${percent(balancedAccuracy ?? 0)} if every bin counts alike` : '';
}

function SizeWarning({ trained: { set } }: { readonly trained: Trained }) {
  const bins = useBins();
  // What is uneven now may be even in a moment.
  const areMoreComing = useAppState((state) => areComing(state));
  const uneven = unevenBins(set, bins);
  return uneven === null || areMoreComing ? null : <span data-uneven=""> {unevenText(uneven)}</span>;
}

function ReadingProgress() {
  const progress = useProgress();
  return (
    <div className={styles.progress} data-progress={progress ? progress.done : undefined}>
      {progress ? (
        <>
          <progress
            className={panel.late}
            max={progress.total}
            value={progress.done}
            aria-label="Photos looked at"
          />
          <span className={`${styles.quiet} ${panel.late}`}>
            {progress.done} of {photos(progress.total)}
            {progress.remaining === null ? '' : `, ${roughly(progress.remaining)} left`}
          </span>
        </>
      ) : null}
    </div>
  );
}

// What has been learned, or what is still missing; and how far the photos are.

import { sizeRatio } from '../core/evaluation/threshold.ts';
import { areComing, type Evaluation, type Trained } from '../store/state.ts';
import { useAppState, useBins, useProject } from './appContext.ts';
import styles from './LearningStatus.module.css';
import panel from './panel.module.css';
import { milliseconds, percent, roughly, trainingProblem, unevenText } from './sentences.ts';
import { solversOf, solverText } from './solverText.ts';
import { unevenBins, WORTH_SAYING } from './unevenBins.ts';
import { useProgress } from './useProgress.ts';
import { whatIsMissing } from './whatIsMissing.ts';
import { words } from './words/words.ts';

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
  const missing = whatIsMissing(useProject());
  const says = words.page.learning;
  switch (training.status) {
    case 'empty':
    case 'waiting':
      return missing ?? <span className={panel.late}>{says.looking}</span>;
    case 'failed':
      return <span className={styles.bad}>{trainingProblem(training.error)}</span>;
    case 'training':
    case 'ready':
      if (!trained)
        return (
          <span className={panel.late}>{says.now(training.status === 'training' ? training.photos : 0)}</span>
        );
      return (
        <>
          <span title={`${says.how} ${solverText(trained.classifier.boundaries)}`}>
            {says.done(trained.classifier.photos, milliseconds(trained.ms))}
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
  const says = words.page.learning;
  if (failed && evaluation?.of !== trained) return says.notTried;
  if (!evaluation) return <span className={`${styles.quiet} ${panel.late}`}>{says.trying}</span>;
  const { tried, right, holding } = evaluation.heldOut;
  if (tried === 0) return says.tooFew;
  const groups = holding.method === 'leave-one-out' ? null : holding.folds;
  return (
    <span className={evaluation.of === trained ? '' : styles.quiet} title={says.howTried}>
      {says.tried(right, tried, groups, aside(evaluation))}{' '}
      <a className={panel.link} href="#how-good">
        {says.howGood}
      </a>
    </span>
  );
}

/** What the plain count does not say of bins of very different sizes. */
function aside({ heldOut: { tried, balancedAccuracy }, of: { set } }: Evaluation): string {
  const alone = set.targets.length - tried;
  if (alone > 0) return words.page.learning.alone(alone);
  const isUneven = sizeRatio(set.targets) > WORTH_SAYING;
  return isUneven ? words.page.learning.counted(percent(balancedAccuracy ?? 0)) : '';
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
            aria-label={words.page.learning.progress}
          />
          <span className={`${styles.quiet} ${panel.late}`}>
            {words.page.learning.looked(
              progress.done,
              progress.total,
              progress.remaining === null ? null : roughly(progress.remaining),
            )}
          </span>
        </>
      ) : null}
    </div>
  );
}

// How long learning took, just now; and how many photos come out right that were left out.

import { useAppState } from '../../appContext.ts';
import { milliseconds } from '../../sentences.ts';
import { words } from '../../words/words.ts';
import { NotYet } from './NotYet.tsx';
import styles from './slides.module.css';

export function LearnedSlide() {
  const trained = useAppState((state) => state.trained);
  const training = useAppState((state) => state.training.status);
  const evaluation = useAppState((state) => state.evaluation);
  if (!trained) return <NotYet />;
  const tried = evaluation?.of === trained ? evaluation.heldOut : null;
  return (
    <div className={styles.middle} data-talk-ms={training === 'ready' ? trained.ms : undefined}>
      <p className={styles.large}>{words.talk.learned.from(trained.classifier.photos)}</p>
      <p className={styles.number}>{training === 'ready' ? milliseconds(trained.ms) : '…'}</p>
      <p className={styles.large}>
        {tried && tried.tried > 0
          ? words.page.learning.tried(
              tried.right,
              tried.tried,
              tried.holding.method === 'leave-one-out' ? null : tried.holding.folds,
              '',
            )
          : ' '}
      </p>
      <p className={styles.quiet}>{words.talk.learned.how(trained.set.binIds.length)}</p>
    </div>
  );
}

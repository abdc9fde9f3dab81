// One that comes out wrong, on purpose: a photo that was left out of learning, and taken for the other kind.

import type { Evaluation } from '../../../store/state.ts';
import { useAppState, useBins } from '../../appContext.ts';
import { binColour } from '../../binColours.ts';
import { signed } from '../../sentences.ts';
import { useLearnedPhotos } from '../../useLearnedPhotos.ts';
import { words } from '../../words/words.ts';
import { LargePhoto } from './LargePhoto.tsx';
import styles from './slides.module.css';

export function WrongSlide() {
  const evaluation = useAppState((state) => state.evaluation);
  return evaluation && evaluation.heldOut.tried > 0 ? (
    <WrongOne evaluation={evaluation} />
  ) : (
    <div className={styles.middle}>
      <p className={styles.large}>{words.talk.wrong.notYet}</p>
    </div>
  );
}

function WrongOne({ evaluation: { of, heldOut } }: { readonly evaluation: Evaluation }) {
  const bins = useBins();
  const learned = useLearnedPhotos(of.set);
  const row = worstRow(heldOut.predicted, heldOut.scores, of.set.targets);
  const photo = learned[row];
  const predicted = of.set.binIds[heldOut.predicted[row] ?? -1];
  const taken = bins.findIndex(({ id }) => id === predicted);
  const score = heldOut.scores[row]?.[heldOut.predicted[row] ?? -1] ?? 0;
  const count = heldOut.tried - heldOut.right;
  if (!photo || taken < 0) {
    return (
      <div className={styles.middle}>
        <p className={styles.huge}>{words.talk.wrong.none}</p>
        <p className={styles.large}>{words.talk.wrong.noneOf(heldOut.tried)}</p>
      </div>
    );
  }
  return (
    <div className={styles.pair}>
      <LargePhoto photo={photo.key} name={photo.name} thumbnail={photo.thumbnail} />
      <div data-wrong={photo.name}>
        <h2 className={styles.title}>{words.talk.wrong.title}</h2>
        <p className={styles.huge} style={binColour(taken)}>
          <span className={styles.verdict}>{bins[taken]?.label}</span>
        </p>
        <p className={styles.large}>{words.talk.wrong.what(photo.label, signed(score))}</p>
        <p className={styles.quiet}>{words.talk.wrong.how(count, heldOut.tried)}</p>
      </div>
    </div>
  );
}

/** The row that is furthest on a wrong side; -1 where all are right. */
function worstRow(
  predicted: readonly (number | null)[],
  scores: Evaluation['heldOut']['scores'],
  targets: readonly number[],
): number {
  let worst = -1;
  let most = Number.NEGATIVE_INFINITY;
  for (const [row, label] of predicted.entries()) {
    const score = label === null ? undefined : scores[row]?.[label];
    if (label === null || label === targets[row] || score === undefined || score <= most) continue;
    [worst, most] = [row, score];
  }
  return worst;
}

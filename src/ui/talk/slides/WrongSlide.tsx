// One that comes out wrong, on purpose: a photo that was left out of learning, and taken for the other kind.

import type { Evaluation, State } from '../../../store/state.ts';
import { useAppState, useBins } from '../../appContext.ts';
import { DistanceBar } from '../../DistanceBar.tsx';
import { useLearnedPhotos } from '../../useLearnedPhotos.ts';
import { words } from '../../words/words.ts';
import { LargePhoto } from './LargePhoto.tsx';
import { labelStyle } from './labelStyle.ts';
import { leftOutVerdict, worstRow } from './leftOut.ts';
import { NotYet } from './NotYet.tsx';
import styles from './slides.module.css';

export function WrongSlide() {
  const evaluation = useAppState((state) => state.evaluation);
  const why = useAppState(whyNotTried);
  if (evaluation && evaluation.heldOut.tried > 0) return <WrongOne evaluation={evaluation} />;
  return why === null ? <NotYet /> : <NotYet why={why} />;
}

/** @returns null where nothing has been learned */
function whyNotTried({ trained, evaluation, evaluationError }: State): string | null {
  const says = words.page.learning;
  if (!trained) return null;
  if (evaluationError) return says.notTried;
  const { targets } = trained.set;
  const hasTwo = targets.some((target, row) => targets.indexOf(target) !== row);
  return evaluation || !hasTwo ? says.tooFew : says.trying;
}

function WrongOne({ evaluation: { of, heldOut } }: { readonly evaluation: Evaluation }) {
  const bins = useBins();
  const learned = useLearnedPhotos(of.set);
  const row = worstRow(heldOut, of.set.targets);
  const photo = learned[row];
  const verdict = leftOutVerdict(of, heldOut, row);
  const taken = bins.findIndex(({ id }) => id === verdict?.binId);
  const label = bins[taken]?.label ?? '';
  if (!photo || !verdict || taken < 0) {
    return (
      <div className={styles.middle}>
        <p className={styles.huge}>{words.talk.wrong.none}</p>
        <p className={styles.large}>{words.talk.wrong.noneOf(heldOut.tried)}</p>
      </div>
    );
  }
  const { alike } = verdict;
  return (
    <div className={styles.pair}>
      <LargePhoto photo={photo.key} name={photo.name} thumbnail={photo.thumbnail} />
      <div className={styles.answer} data-wrong={photo.name} data-score={verdict.score}>
        <h2 className={styles.large}>{words.talk.wrong.title}</h2>
        <p className={styles.huge} style={labelStyle(taken, label)}>
          <span className={styles.verdict}>{label}</span>
        </p>
        <div className={styles.distance}>
          <DistanceBar verdict={verdict} isLarge />
        </div>
        <p className={styles.reason}>
          {words.talk.wrong.what(photo.label)}{' '}
          {words.talk.wrong.alike(label, alike.filter((bin) => bin === verdict.binId).length, alike.length)}
        </p>
        <p className={styles.quiet}>{words.talk.wrong.how(heldOut.tried - heldOut.right, heldOut.tried)}</p>
      </div>
    </div>
  );
}

// A verdict for the last row: the bin, how far from the boundary, and why in one sentence.

import { useMemo } from 'react';
import type { Features } from '../../../core/types.ts';
import type { Trained } from '../../../store/state.ts';
import { explainVerdict, type PhotoVerdict } from '../../../store/verdicts.ts';
import { useBins } from '../../appContext.ts';
import { binColour } from '../../binColours.ts';
import { DistanceBar } from '../../DistanceBar.tsx';
import { useFeatureNames } from '../../useFeatureNames.ts';
import { PhraseText } from '../../why/PhraseText.tsx';
import { reasonPhrase } from '../../why/reasons.ts';
import { neitherText } from '../../why/sureness.ts';
import { words } from '../../words/words.ts';
import styles from './slides.module.css';

/** Reasons are looked for among these. */
const TERMS = 6;

interface Props {
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
  readonly features: Features;
}

export function Answer({ verdict, trained, features }: Props) {
  const bins = useBins();
  const index = bins.findIndex(({ id }) => id === verdict.binId);
  const label = bins[index]?.label ?? verdict.label;
  const { neither } = verdict;
  return (
    <div className={styles.answer} data-answer={neither ? 'neither' : label} data-score={verdict.score}>
      <p className={styles.huge} style={binColour(neither ? -1 : index)}>
        <span className={styles.verdict}>{neither ? words.common.neither : label}</span>
      </p>
      <div className={styles.distance}>
        <DistanceBar verdict={verdict} />
      </div>
      {neither && trained.novelty ? (
        <p className={styles.reason}>
          {neitherText(trained.novelty, verdict.neighbours[0]?.similarity ?? 0)}
        </p>
      ) : (
        <Reason verdict={verdict} trained={trained} features={features} label={label} />
      )}
    </div>
  );
}

function Reason({ verdict, trained, features, label }: Props & { readonly label: string }) {
  const explanation = useMemo(
    () => explainVerdict(trained, verdict, features, TERMS),
    [trained, verdict, features],
  );
  const names = useFeatureNames(
    trained,
    explanation.strongest.map(({ index }) => index),
  );
  const phrase = reasonPhrase({
    label,
    sign: verdict.sides[0] === null || verdict.score > 0 ? 1 : -1,
    explanation,
    nameOf: names.words,
    areClasses: trained.set.kind === 'logits',
  });
  return (
    <p className={styles.reason} data-reason="">
      <PhraseText phrase={phrase} />
    </p>
  );
}

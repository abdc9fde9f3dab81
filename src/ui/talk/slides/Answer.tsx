// A verdict for the last row: the bin, how far from the boundary, and why in one sentence.

import type { ReactNode } from 'react';
import type { Features } from '../../../core/types.ts';
import type { Trained } from '../../../store/state.ts';
import type { PhotoVerdict } from '../../../store/verdicts.ts';
import { useBins } from '../../appContext.ts';
import { DistanceBar } from '../../DistanceBar.tsx';
import { PhraseText } from '../../why/PhraseText.tsx';
import { AMONG, reasonOf } from '../../why/reasons.ts';
import { neitherText } from '../../why/sureness.ts';
import { useExplanation } from '../../why/useExplanation.ts';
import { words } from '../../words/words.ts';
import { labelStyle } from './labelStyle.ts';
import styles from './slides.module.css';

interface Props {
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
  readonly features: Features;
}

export function Answer({ verdict, trained, features, children }: Props & { readonly children?: ReactNode }) {
  const bins = useBins();
  const index = bins.findIndex(({ id }) => id === verdict.binId);
  const label = bins[index]?.label ?? verdict.label;
  const { neither } = verdict;
  const said = neither ? words.common.neither : label;
  return (
    <div className={styles.answer} data-answer={neither ? 'neither' : label} data-score={verdict.score}>
      <p className={styles.huge} style={labelStyle(neither ? -1 : index, said)}>
        <span className={styles.verdict}>{said}</span>
      </p>
      <div className={styles.distance}>
        <DistanceBar verdict={verdict} isLarge />
      </div>
      {neither && trained.novelty ? (
        <p className={styles.reason}>
          {neitherText(trained.novelty, verdict.neighbours[0]?.similarity ?? 0)}
        </p>
      ) : (
        <Reason verdict={verdict} trained={trained} features={features} label={label} />
      )}
      {children}
    </div>
  );
}

function Reason({ verdict, trained, features, label }: Props & { readonly label: string }) {
  const { explanation, names } = useExplanation(trained, verdict, features, AMONG);
  const phrase = reasonOf(verdict, trained, { label, explanation, nameOf: names.words });
  return (
    <p className={styles.reason} data-reason="">
      <PhraseText phrase={phrase} />
    </p>
  );
}

// What the boundary is made of: the classes that weigh most, and the photos that hold it where it is.

import { useMemo } from 'react';
import type { Trained } from '../../store/state.ts';
import { strongestWeights } from '../../store/verdicts.ts';
import { useFeatureNames } from '../useFeatureNames.ts';
import { useSetBins } from '../useSetBins.ts';
import { words } from '../words/words.ts';
import { BoundaryMakeup } from './BoundaryMakeup.tsx';
import { Card } from './Card.tsx';
import styles from './MakeupCard.module.css';
import { SupportVectors } from './SupportVectors.tsx';

const SHOWN = 8;

export function MakeupCard({ trained }: { readonly trained: Trained }) {
  const { set, classifier } = trained;
  const { labels, places } = useSetBins(set);
  const weights = useMemo(() => strongestWeights(trained, SHOWN), [trained]);
  const names = useFeatureNames(
    trained,
    weights.flatMap((terms) => terms.map(({ index }) => index)),
  );
  const sides = weights.map((terms, k) => ({
    label: labels[k] ?? '',
    colour: places[k] ?? -1,
    terms: terms.map(({ index, weight }) => ({ name: names.name(index), weight })),
  }));
  const noun = set.kind === 'logits' ? 'classes' : 'channels';
  const supports = new Set(classifier.boundaries.flatMap(({ supportVectors }) => supportVectors)).size;
  return (
    <Card title={words.evaluation.makeup.title} wide>
      <div className={styles.parts}>
        <BoundaryMakeup sides={sides} note={words.evaluation.makeup.note[noun]} />
        <div className={styles.part}>
          <p>{words.evaluation.makeup.supports(supports, classifier.photos)}</p>
          <SupportVectors trained={trained} />
        </div>
      </div>
    </Card>
  );
}

// What the boundary is made of: the classes that weigh most, and the photos that hold it where it is.

import { useMemo } from 'react';
import type { Trained } from '../../store/state.ts';
import { strongestWeights } from '../../store/verdicts.ts';
import { photos as photoCount } from '../sentences.ts';
import { useFeatureNames } from '../useFeatureNames.ts';
import { useSetBins } from '../useSetBins.ts';
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
    <Card title="What your boundary is made of" wide>
      <div className={styles.parts}>
        <BoundaryMakeup
          sides={sides}
          note={`The ${noun} with the largest weights: what one unit more of each does to the score, whatever the photo.`}
        />
        <div className={styles.part}>
          <p>
            {supports} of {photoCount(classifier.photos)} hold the boundary where it is: the support vectors.
            Without any of the others it would hardly move.
          </p>
          <SupportVectors trained={trained} />
        </div>
      </div>
    </Card>
  );
}

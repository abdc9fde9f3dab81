// One verdict taken apart: where on the photo, in words, how far, by which classes, against which photos.

import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Photo } from '../../store/project.ts';
import type { PhotoWork, Trained } from '../../store/state.ts';
import type { PhotoVerdict } from '../../store/verdicts.ts';
import panel from '../panel.module.css';
import { useSides } from '../useSides.ts';
import { words } from '../words/words.ts';
import styles from './ExplainedVerdict.module.css';
import { HeatPhoto } from './HeatPhoto.tsx';
import { MarginRuler } from './MarginRuler.tsx';
import { Neighbours } from './Neighbours.tsx';
import { AMONG } from './reasons.ts';
import { useExplanation } from './useExplanation.ts';
import { VerdictWords } from './VerdictWords.tsx';
import { Waterfall } from './Waterfall.tsx';
import why from './WhyPanel.module.css';

interface Props {
  readonly photo: Photo;
  readonly work: PhotoWork & { status: 'ready' };
  readonly verdict: PhotoVerdict;
  readonly trained: Trained;
}

const FEW = AMONG;
const MANY = 30;

export function ExplainedVerdict({ photo, work, verdict, trained }: Props) {
  const [count, setCount] = useState(FEW);
  const [left, right] = useSides(verdict);
  const { explanation, names } = useExplanation(trained, verdict, work.features, count);
  const { kind } = trained.set;
  const ownRow = rowOf(photo, work, trained);
  const noun = kind === 'logits' ? 'classes' : 'channels';
  const { leftScores, rightScores } = useMemo(() => scoresOfSides(trained, verdict), [trained, verdict]);

  return (
    <div className={why.content}>
      <div className={styles.seen}>
        <HeatPhoto photo={photo} work={work} verdict={verdict} trained={trained} />
      </div>
      <div className={styles.words}>
        <VerdictWords
          verdict={verdict}
          trained={trained}
          features={work.features}
          explanation={explanation}
          nameOf={names.words}
          ownRow={ownRow}
        />
        <MarginRuler
          score={verdict.score}
          distance={verdict.distance}
          boundary={verdict.boundary}
          leftScores={leftScores}
          rightScores={rightScores}
          left={left}
          right={right}
        />
        <Waterfall
          explanation={explanation}
          score={verdict.score}
          left={left}
          right={right}
          nameOf={names.name}
          noun={noun}
        />
        <Button
          className={`${panel.button} ${panel.link} ${styles.more}`}
          onPress={() => setCount(count === FEW ? MANY : FEW)}
        >
          {(count === FEW ? words.why.showMore : words.why.showFewer)[noun]}
        </Button>
        <Neighbours verdict={verdict} trained={trained} ownRow={ownRow} />
      </div>
    </div>
  );
}

/** The row of a photo that was learned from; -1 for one that was not. */
function rowOf({ place }: Photo, { picture }: Props['work'], { set }: Trained): number {
  const target = set.binIds.indexOf(place);
  return set.sha256s.findIndex((sha256, row) => sha256 === picture.sha256 && set.targets[row] === target);
}

/** Scores of the photos that the boundary was learned from, by the side on which they belong. */
function scoresOfSides({ set, classifier }: Trained, { boundary, binId }: PhotoVerdict) {
  const positive = classifier.boundaries.length === 1 ? 1 : set.binIds.indexOf(binId);
  const scores = [...boundary.scores];
  return {
    leftScores: scores.filter((_, row) => set.targets[row] !== positive),
    rightScores: scores.filter((_, row) => set.targets[row] === positive),
  };
}

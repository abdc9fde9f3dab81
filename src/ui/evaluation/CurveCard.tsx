// Would more photos help?

import { wouldMoreHelp } from '../../core/evaluation/moreHelp.ts';
import type { LearningCurve } from '../../core/evaluation/types.ts';
import { words } from '../words/words.ts';
import { Card } from './Card.tsx';
import styles from './CurveCard.module.css';
import { moreSentence } from './evaluationSentences.ts';
import { LearningCurveChart } from './LearningCurveChart.tsx';
import type { Kept } from './useKept.ts';

interface Props {
  readonly curve: Kept<LearningCurve> | null;
}

export function CurveCard({ curve }: Props) {
  return (
    <Card title={words.evaluation.curve.title} isStale={curve?.isStale ?? false}>
      {curve ? (
        <LearningCurveChart
          curve={curve.value}
          sentence={moreSentence(wouldMoreHelp(curve.value))}
          chance={1 / curve.of.set.binIds.length}
        />
      ) : (
        <p className={styles.waiting}>{words.evaluation.curve.waiting}</p>
      )}
    </Card>
  );
}

// Would more photos help?

import { wouldMoreHelp } from '../../core/evaluation/learningCurve.ts';
import type { LearningCurve } from '../../core/evaluation/types.ts';
import { Card } from './Card.tsx';
import { moreSentence } from './evaluationSentences.ts';
import { LearningCurveChart } from './LearningCurveChart.tsx';

interface Props {
  readonly curve: LearningCurve | null;
  readonly bins: number;
}

const WAITING: LearningCurve = { points: [], repeats: 0 };

export function CurveCard({ curve, bins }: Props) {
  return (
    <Card title="Would five more photos help?">
      <LearningCurveChart
        curve={curve ?? WAITING}
        sentence={curve ? moreSentence(wouldMoreHelp(curve)) : 'Trying it out with fewer photos…'}
        chance={1 / bins}
      />
    </Card>
  );
}

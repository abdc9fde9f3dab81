// Why a support vector machine? Other ways to learn from the same features.

import type { Contender, HeadName } from '../../core/evaluation/types.ts';
import type { Evaluation } from '../../store/state.ts';
import { words } from '../words/words.ts';
import { Card } from './Card.tsx';
import { ContenderTable } from './ContenderTable.tsx';
import { agreements, HEADS } from './contenders.ts';
import { basisSentence } from './evaluationSentences.ts';
import type { Kept } from './useKept.ts';

interface Props {
  readonly contenders: Kept<readonly Contender<HeadName>[]> | null;
  readonly evaluation: Evaluation | null;
}

export function HeadsCard({ contenders, evaluation }: Props) {
  return (
    <Card title={words.evaluation.headsTitle} isStale={contenders?.isStale ?? false}>
      <ContenderTable
        caption={words.evaluation.headsCaption}
        contenders={contenders?.value ?? null}
        names={HEADS}
        inUse="svm"
        agreement={agreements(contenders?.value ?? null, 'svm', HEADS)}
        basis={basisSentence(evaluation)}
      />
    </Card>
  );
}

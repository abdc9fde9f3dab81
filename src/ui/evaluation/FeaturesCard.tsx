// What the machine looks at, and how strict it is: both can be changed here.

import type { Contender } from '../../core/evaluation/types.ts';
import type { FeatureKind } from '../../core/types.ts';
import type { Evaluation, Trained } from '../../store/state.ts';
import { useApp, useProject } from '../appContext.ts';
import { words } from '../words/words.ts';
import styles from './Card.module.css';
import { Card } from './Card.tsx';
import { ContenderTable } from './ContenderTable.tsx';
import { CSlider } from './CSlider.tsx';
import { agreements, FEATURES } from './contenders.ts';
import { basisSentence } from './evaluationSentences.ts';
import type { Kept } from './useKept.ts';

interface Props {
  readonly contenders: Kept<readonly Contender<FeatureKind>[]> | null;
  readonly trained: Trained;
  readonly evaluation: Evaluation | null;
  /** They could not be compared; any of them may still be chosen. */
  readonly hasFailed: boolean;
}

export function FeaturesCard({ contenders, trained, evaluation, hasFailed }: Props) {
  const { actions } = useApp();
  const { settings } = useProject();
  const { kind } = trained.set;
  return (
    <Card title={words.evaluation.featuresTitle}>
      <div className={styles.answer} aria-busy={contenders?.isStale ?? false}>
        <ContenderTable
          caption={words.evaluation.featuresCaption}
          contenders={contenders?.value ?? null}
          hasFailed={hasFailed}
          names={FEATURES}
          inUse={kind}
          agreement={agreements(contenders?.value ?? null, kind, FEATURES)}
          onUse={(features) => actions.set({ features })}
          basis={basisSentence(evaluation)}
        />
      </div>
      <CSlider value={settings.C} onChange={(C, done) => actions.set({ C }, done)} />
    </Card>
  );
}

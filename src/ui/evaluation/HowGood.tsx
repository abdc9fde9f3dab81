// How good the machine is, what it looks at, what it is made of, and where the photos lie.

import type { Trained } from '../../store/state.ts';
import { useAppState } from '../appContext.ts';
import { evaluationProblem } from '../sentences.ts';
import { CurveCard } from './CurveCard.tsx';
import { FeaturesCard } from './FeaturesCard.tsx';
import { HeadsCard } from './HeadsCard.tsx';
import styles from './HowGood.module.css';
import { LeftOutCard } from './LeftOutCard.tsx';
import { MakeupCard } from './MakeupCard.tsx';
import { MapCard } from './MapCard.tsx';
import { useKept } from './useKept.ts';

export function HowGood({ trained }: { readonly trained: Trained }) {
  const evaluation = useAppState((state) => state.evaluation);
  const closerLook = useAppState((state) => state.closerLook);
  const error = useAppState((state) => state.evaluationError);
  const look = closerLook?.of === trained ? closerLook : null;
  // After a failure nothing is on its way: a card that waits would wait for ever.
  const hasFailed = error !== null;
  const curve = useKept(look, 'curve', hasFailed);
  const features = useKept(look, 'features', hasFailed);
  const heads = useKept(look, 'heads', hasFailed);
  const map = useKept(look, 'map', hasFailed);
  return (
    <div className={styles.cards}>
      {error ? <p className={styles.failed}>{evaluationProblem(error)}</p> : null}
      {evaluation ? <LeftOutCard evaluation={evaluation} /> : null}
      {curve || !hasFailed ? <CurveCard curve={curve} /> : null}
      <FeaturesCard contenders={features} trained={trained} evaluation={evaluation} hasFailed={hasFailed} />
      {heads || !hasFailed ? <HeadsCard contenders={heads} evaluation={evaluation} /> : null}
      <MakeupCard trained={trained} />
      {map || !hasFailed ? <MapCard map={map} /> : null}
    </div>
  );
}

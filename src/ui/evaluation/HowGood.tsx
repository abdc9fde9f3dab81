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

export function HowGood({ trained }: { readonly trained: Trained }) {
  const evaluation = useAppState((state) => state.evaluation);
  const closerLook = useAppState((state) => state.closerLook);
  const error = useAppState((state) => state.evaluationError);
  const look = closerLook?.of === trained ? closerLook : null;
  // Nothing is on its way after a failure: a card that waits would wait for ever.
  const isMissing = (part: unknown) => error !== null && part === undefined;
  return (
    <div className={styles.cards}>
      {error ? <p className={styles.failed}>{evaluationProblem(error)}</p> : null}
      {evaluation ? <LeftOutCard evaluation={evaluation} /> : null}
      {isMissing(look?.curve) ? null : (
        <CurveCard curve={look?.curve ?? null} bins={trained.set.binIds.length} />
      )}
      <FeaturesCard contenders={look?.features ?? null} trained={trained} evaluation={evaluation} />
      {isMissing(look?.heads) ? null : <HeadsCard contenders={look?.heads ?? null} evaluation={evaluation} />}
      <MakeupCard trained={trained} />
      {isMissing(look?.map) ? null : (
        <MapCard map={look?.map ?? null} trained={trained} tests={look?.tests ?? []} />
      )}
    </div>
  );
}

// Whoever presses a button while photos are still being looked at, or right after, gets what they add a moment later.

import { type AppStore, areComing, type State } from './state.ts';
import { until } from './until.ts';

/** Is all known that the present photos can tell? What fails is not waited for, nor a network that is not there. */
function isSettled({
  history,
  work,
  network,
  training,
  trained,
  evaluation,
  evaluationError,
}: State): boolean {
  const isComing =
    (network.status === 'ready' || network.status === 'loading') && areComing({ history, work });
  const isJudged = trained === null || evaluation?.of === trained || evaluationError !== null;
  return !isComing && training.status !== 'training' && isJudged;
}

/**
 * The state once photos are seen, learned from and left out in turn.
 * @param patience milliseconds; then the state as it is
 */
export async function settled(store: AppStore, patience: number): Promise<State> {
  await until(store, isSettled, patience);
  return store.getState();
}

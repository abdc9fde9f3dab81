// Whoever presses a button right after the last photo was judged gets the probabilities too, a moment later.

import type { AppStore, State } from './state.ts';

/** Is all known that the present photos can tell? What failed is not waited for. */
const isSettled = ({ training, trained, evaluation, evaluationError }: State): boolean =>
  training.status !== 'training' &&
  (trained === null || evaluation?.of === trained || evaluationError !== null);

/**
 * The state once learning and trying out are done.
 * @param patience milliseconds; then the state as it is
 */
export async function settled(store: AppStore, patience = 5_000): Promise<State> {
  if (!isSettled(store.getState())) {
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(end, patience);
      const unsubscribe = store.subscribe((state) => {
        if (isSettled(state)) end();
      });
    });
  }
  return store.getState();
}

// Waiting that ends early when there is a reason to.

import type { AppStore, State } from './state.ts';

/** Resolves after so many milliseconds, or as soon as the state is such that nobody should wait any longer. */
export async function waitUnless(
  store: Pick<AppStore, 'getState' | 'subscribe'>,
  isOver: (state: State) => boolean,
  milliseconds: number,
): Promise<void> {
  if (isOver(store.getState())) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    const unsubscribe = store.subscribe((state) => {
      if (isOver(state)) end();
    });
  });
}

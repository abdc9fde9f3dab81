import type { AppStore, State } from './state.ts';

/** Resolves as soon as the state is as wanted, at the latest after `patience` milliseconds. */
export async function until(
  store: Pick<AppStore, 'getState' | 'subscribe'>,
  isReached: (state: State) => boolean,
  patience: number,
): Promise<void> {
  if (isReached(store.getState())) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const unsubscribe = store.subscribe((state) => {
      if (isReached(state)) end();
    });
  });
}

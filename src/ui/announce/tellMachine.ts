// Says when the network is there, when something else computes it, and when the page works without a connection.

import type { AppStore, State } from '../../store/state.ts';
import { words } from '../words/words.ts';
import type { Say } from './said.ts';

const backendOf = ({ network }: State) => (network.status === 'ready' ? network.info.backend : null);

/** @returns ends it */
export function tellMachine(store: AppStore, say: Say): () => void {
  let backend: ReturnType<typeof backendOf> = null;
  let isOffline = false;
  const look = (state: State): void => {
    const now = backendOf(state);
    if (now !== null && now !== backend) {
      say(backend === null ? words.said.networkReady : words.said.computedWith(words.common.backends[now]));
    }
    backend = now ?? backend;
    if (state.offline.isReady && !isOffline) say(words.said.offlineReady);
    isOffline = state.offline.isReady;
  };
  look(store.getState());
  return store.subscribe(look);
}

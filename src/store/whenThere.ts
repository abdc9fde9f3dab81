// A worker whose code could not be fetched is asked for now and then, until it comes.

import type { WorkerClient } from '../workers/workerClient.ts';

/** Milliseconds between two tries; a connection that is back is not waited for. */
const PAUSE = 5_000;

/**
 * @param then called once the worker is there
 * @returns begins to ask, unless it is being asked already
 */
export function whenThere(worker: Pick<WorkerClient<object>, 'ready'>, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  const ask = (): void => {
    clearTimeout(timer);
    globalThis.removeEventListener?.('online', ask);
    worker.ready().then(() => {
      isAsking = false;
      then();
    }, askLater);
  };
  const askLater = (): void => {
    timer = setTimeout(ask, PAUSE);
    // Not in Node, where its tests run.
    globalThis.addEventListener?.('online', ask);
  };
  return () => {
    if (isAsking) return;
    isAsking = true;
    askLater();
  };
}

// One worker that runs the network, on one backend.

import type { BackendName, BatchTime, FeaturizerApi, NetworkInfo } from './contract.ts';
import type { WorkerClient } from './workerClient.ts';

export interface Lane {
  readonly client: Pick<WorkerClient<FeaturizerApi, NetworkInfo>, 'ready' | 'call' | 'stop'>;
  readonly backend: BackendName;
  /** Photos at once. */
  readonly batch: number;
  isReady: boolean;
  /** Calls that have not been answered, in their order: the worker is, or died, at the first of them. */
  readonly open: object[];
  /** Looks inside that have not been answered: a lane that is let go answers them, too. */
  looks: number;
}

/** A worker has its next photo by the time it is done with one, however busy the page is with drawing. */
const WASM_CALLS = 2;
/** Milliseconds. */
const TIME_DEADLINE = 60_000;

/** A GPU gets its photos in batches, one at a time: their memory is the GPU's. */
export const roomIn = ({ backend, isReady, open }: Lane): number =>
  isReady ? Math.max(0, (backend === 'wasm' ? WASM_CALLS : 1) - open.length) : 0;

export const timesOf = async ({ client }: Lane, batches: readonly number[]): Promise<readonly BatchTime[]> =>
  await client.call((api) => api.time(batches), TIME_DEADLINE);

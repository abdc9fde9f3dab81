// Featurizers whose workers are fakes: their own code is the real one.

import type { BackendMemory, TrialResult } from '../../src/workers/backendMemory.ts';
import type { BackendName, FeaturizerApi, NetworkInfo } from '../../src/workers/contract.ts';
import { Featurizers } from '../../src/workers/featurizers.ts';
import type { FakeClient } from './fakeClient.ts';

const unused = (): Promise<never> => Promise.reject(new Error('not asked for here'));

export const UNUSED_FEATURIZER: FeaturizerApi = {
  loadModel: unused,
  model: unused,
  takeModel: unused,
  start: unused,
  time: unused,
  install: unused,
  featurize: unused,
  heatMap: unused,
  featureMaps: unused,
  channelNames: unused,
};

export function fakeMemory(
  trial: TrialResult | null = null,
  wanted: BackendName | null = null,
): BackendMemory {
  let last = trial;
  let wish = wanted;
  return {
    trial: () => last,
    rememberTrial: (result) => {
      last = result;
    },
    wanted: () => wish,
    rememberWanted: (backend) => {
      wish = backend;
    },
  };
}

/** A single worker, which is started anew whenever it has died. */
export const oneFeaturizer = (client: FakeClient<FeaturizerApi, NetworkInfo>): Featurizers =>
  new Featurizers({
    createClient: () => client,
    modelBase: '',
    manifest: Promise.resolve(null),
    only: 'webgl',
    memory: fakeMemory(),
    lanes: 1,
    onProgress: () => undefined,
  });

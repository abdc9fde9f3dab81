// The page's workers, each behind a client that survives its death.

import { createBackendMemory } from './backendMemory.ts';
import type {
  BackendName,
  DreamerApi,
  EvaluatorApi,
  FeaturizerApi,
  LoadProgress,
  NetworkInfo,
  PackerApi,
  ReaderApi,
  TrainerApi,
} from './contract.ts';
import { Featurizers } from './featurizers.ts';
import { WorkerClient } from './workerClient.ts';

export interface Workers {
  readonly reader: WorkerClient<ReaderApi>;
  readonly featurizers: Featurizers;
  /** A featurizer without a network, for taking the model from the user's files. */
  readonly installer: WorkerClient<FeaturizerApi>;
  readonly trainer: WorkerClient<TrainerApi>;
  /** Beside the trainer, so that a verdict never waits for an evaluation. */
  readonly evaluator: WorkerClient<EvaluatorApi>;
  /** Writes and reads the files that people take away; started by the first one that is asked for. */
  readonly packer: WorkerClient<PackerApi>;
  /** With a network of its own, which can be gone through backwards; started by the first dream. */
  readonly dreamer: WorkerClient<DreamerApi>;
}

interface SpawnOptions {
  /** Address of the model's folder, ending in a slash. */
  readonly modelBase: string;
  /** As in `Featurizers`. */
  readonly manifest: Promise<string | null>;
  /** This one alone, whatever is remembered. */
  readonly backend: BackendName | null;
  readonly onProgress: LoadProgress;
}

/** Milliseconds without any sign of life while the network is being loaded and tested. */
const START_DEADLINE = 120_000;

export function spawnWorkers({ modelBase, manifest, backend, onProgress }: SpawnOptions): Workers {
  const spawnFeaturizer = () =>
    new Worker(new URL('./featurizer.worker.ts', import.meta.url), { type: 'module' });
  const featurizers = new Featurizers({
    createClient: (prepare) =>
      new WorkerClient<FeaturizerApi, NetworkInfo>({
        name: 'featurizer',
        spawn: spawnFeaturizer,
        prepareDeadline: START_DEADLINE,
        prepare,
      }),
    modelBase,
    manifest,
    only: backend,
    memory: createBackendMemory(),
    lanes: lanesFor(navigator),
    onProgress,
  });
  return {
    reader: new WorkerClient<ReaderApi>({
      name: 'reader',
      spawn: () => new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' }),
    }),
    featurizers,
    installer: new WorkerClient<FeaturizerApi>({ name: 'featurizer', spawn: spawnFeaturizer }),
    trainer: new WorkerClient<TrainerApi>({
      name: 'trainer',
      spawn: () => new Worker(new URL('./trainer.worker.ts', import.meta.url), { type: 'module' }),
    }),
    evaluator: new WorkerClient<EvaluatorApi>({
      name: 'evaluator',
      spawn: () => new Worker(new URL('./evaluator.worker.ts', import.meta.url), { type: 'module' }),
    }),
    packer: new WorkerClient<PackerApi>({
      name: 'packer',
      spawn: () => new Worker(new URL('./packer.worker.ts', import.meta.url), { type: 'module' }),
    }),
    dreamer: new WorkerClient<DreamerApi>({
      name: 'dreamer',
      spawn: () => new Worker(new URL('./dreamer.worker.ts', import.meta.url), { type: 'module' }),
      prepareDeadline: START_DEADLINE,
      prepare: async (api) => await api.takeModel(await featurizers.model()),
    }),
  };
}

/** More would only take memory: the reader and the page itself want a core, too. */
const MOST_LANES = 4;

/** How many WASM workers this machine can feed; each holds some 80 MB. */
function lanesFor(machine: Navigator): number {
  // Gigabytes; only some browsers say, and none says more than 8.
  const { hardwareConcurrency: cores = 2, deviceMemory = 4 } = machine as Navigator & {
    deviceMemory?: number;
  };
  const most = deviceMemory < 2 ? 1 : deviceMemory < 4 ? 2 : MOST_LANES;
  return Math.max(1, Math.min(cores, most));
}

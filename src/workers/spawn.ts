// The page's workers, each behind a client that survives its death.

import { proxy } from 'comlink';
import type {
  BackendChoice,
  BackendName,
  EvaluatorApi,
  FeaturizerApi,
  LoadProgress,
  NetworkInfo,
  PackerApi,
  ReaderApi,
  TrainerApi,
} from './contract.ts';
import { WorkerClient } from './workerClient.ts';

export interface Workers {
  readonly reader: WorkerClient<ReaderApi>;
  readonly featurizer: WorkerClient<FeaturizerApi, NetworkInfo>;
  /** A featurizer without a network, for taking the model from the user's files. */
  readonly installer: WorkerClient<FeaturizerApi>;
  readonly trainer: WorkerClient<TrainerApi>;
  /** Beside the trainer, so that a verdict never waits for an evaluation. */
  readonly evaluator: WorkerClient<EvaluatorApi>;
  /** Writes and reads the files that people take away; started by the first one that is asked for. */
  readonly packer: WorkerClient<PackerApi>;
  /** The next featurizer leaves this GPU backend out: it failed at a photo. WASM and CPU are always tried again. */
  readonly avoid: (backend: BackendName) => void;
}

interface SpawnOptions {
  /** Address of the model's folder, ending in a slash. */
  readonly modelBase: string;
  readonly backend: BackendChoice;
  readonly onProgress: LoadProgress;
}

/** Milliseconds without any sign of life while the network is being loaded and tested. */
const START_DEADLINE = 120_000;

export function spawnWorkers({ modelBase, backend, onProgress }: SpawnOptions): Workers {
  const spawnFeaturizer = () =>
    new Worker(new URL('./featurizer.worker.ts', import.meta.url), { type: 'module' });
  const without = new Set<BackendName>();
  return {
    avoid: (failed) => {
      if (failed === 'webgpu' || failed === 'webgl') without.add(failed);
    },
    reader: new WorkerClient<ReaderApi>({
      name: 'reader',
      spawn: () => new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' }),
    }),
    featurizer: new WorkerClient<FeaturizerApi, NetworkInfo>({
      name: 'featurizer',
      spawn: spawnFeaturizer,
      prepareDeadline: START_DEADLINE,
      prepare: (api, alive) =>
        api.start(
          modelBase,
          { ...backend, without: [...without] },
          proxy((loaded: number, total: number) => {
            // A late word from a worker that has failed must not pass for a new beginning.
            if (alive()) onProgress(loaded, total);
          }),
        ),
    }),
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
  };
}

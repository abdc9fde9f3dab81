// The page's four workers on the spot, for tests of the pipeline. A photo's bytes are a short text, which is also
// its hash; its features are that text's letters. Training is the real one.

import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type {
  BackendName,
  Features,
  FeaturizerApi,
  NetworkInfo,
  ReaderApi,
  ReadPhoto,
  TrainerApi,
} from '../../src/workers/contract.ts';
import type { Workers } from '../../src/workers/spawn.ts';
import { FakeClient } from './fakeClient.ts';

/** Run before the work itself, with the photo's text; what they throw or wait for, the worker does. */
export interface Faults {
  /** A text that it returns is the id of another model than `NETWORK`'s, loaded from now on. */
  start?: () => unknown;
  read?: (text: string) => Promise<void> | void;
  featurize?: (text: string) => Promise<void> | void;
  install?: () => Promise<void> | void;
}

export const NETWORK: NetworkInfo = {
  backend: 'webgl',
  precision: 'uint8',
  modelBytes: 7,
  modelId: 'fake',
  passedOver: [],
};

export interface FakeWorkers extends Workers {
  readonly reader: FakeClient<ReaderApi>;
  readonly featurizer: FakeClient<FeaturizerApi, NetworkInfo>;
  readonly installer: FakeClient<FeaturizerApi>;
  readonly trainer: FakeClient<TrainerApi>;
  readonly faults: Faults;
  /** The texts that were read and featurized, tries included. */
  readonly read: string[];
  readonly featurized: string[];
  /** Backends that the pipeline gave up. */
  readonly avoided: BackendName[];
}

/** @param onProgress as the real featurizer's: called whenever a new one loads its model */
export function fakeWorkers(
  onProgress: (loaded: number, total: number) => void = () => undefined,
): FakeWorkers {
  const faults: Faults = {};
  const read: string[] = [];
  const featurized: string[] = [];
  const avoided: BackendName[] = [];
  const featurizerApi: FeaturizerApi = {
    start: () => Promise.resolve(NETWORK),
    async install() {
      await faults.install?.();
    },
    async featurize(square) {
      const text = new TextDecoder().decode(square);
      featurized.push(text);
      await faults.featurize?.(text);
      return featuresOf(text);
    },
  };
  return {
    faults,
    read,
    featurized,
    avoided,
    avoid: (backend) => void avoided.push(backend),
    reader: new FakeClient<ReaderApi>({
      async read(file) {
        const text = await file.text();
        read.push(text);
        await faults.read?.(text);
        const thumbnail = new Blob([text], { type: 'image/jpeg' });
        return { ...identityOf(text), square: new TextEncoder().encode(text), thumbnail };
      },
    }),
    featurizer: new FakeClient<FeaturizerApi, NetworkInfo>(featurizerApi, async () => {
      onProgress(0, 7);
      const modelId = await faults.start?.();
      onProgress(7, 7);
      return typeof modelId === 'string' ? { ...NETWORK, modelId } : NETWORK;
    }),
    installer: new FakeClient<FeaturizerApi>(featurizerApi),
    trainer: new FakeClient<TrainerApi>({
      train: (request) => Promise.resolve({ classifier: trainClassifier(request), ms: 1 }),
    }),
  };
}

const identityOf = (text: string): Omit<ReadPhoto, 'square' | 'thumbnail'> => ({
  sha256: text,
  mediaType: 'image/png',
  width: 300,
  height: 200,
});

export const featuresOf = (text: string): Features => ({
  logits: Float32Array.from({ length: 16 }, (_, i) => text.charCodeAt(i) || 0),
  pool5: new Float32Array(4),
});

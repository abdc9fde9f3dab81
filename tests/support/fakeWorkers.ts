// The page's workers on the spot, for tests of the pipeline. A photo's bytes are a short text, which is also its hash;
// its features are that text's letters. Training and evaluation are the real ones.

import { calibrate } from '../../src/core/evaluation/calibration.ts';
import { compareFeatures, compareHeads } from '../../src/core/evaluation/compare.ts';
import { holdOut } from '../../src/core/evaluation/heldOut.ts';
import { learningCurve } from '../../src/core/evaluation/learningCurve.ts';
import { mapPhotos } from '../../src/core/evaluation/photoMap.ts';
import { learnNovelty } from '../../src/core/novelty.ts';
import { prepareTraining } from '../../src/core/prepareTraining.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { Features } from '../../src/core/types.ts';
import type { PipelineWorkers } from '../../src/store/pipeline.ts';
import type {
  EvaluatorApi,
  FeaturizerApi,
  NetworkInfo,
  ReaderApi,
  ReadPhoto,
  TrainAnswer,
  TrainerApi,
  TrainRequest,
} from '../../src/workers/contract.ts';
import { FakeClient } from './fakeClient.ts';
import { oneFeaturizer, UNUSED_FEATURIZER } from './fakeFeaturizers.ts';

/** Run before the work itself, with the photo's text; what they throw or wait for, the worker does. */
export interface Faults {
  /** A text that it returns is the id of another model than `NETWORK`'s, loaded from now on. */
  start?: () => unknown;
  read?: (text: string) => Promise<void> | void;
  featurize?: (text: string) => Promise<void> | void;
  install?: () => Promise<void> | void;
  /** With the name of the question. */
  evaluate?: (question: keyof EvaluatorApi) => Promise<void> | void;
}

export const NETWORK: NetworkInfo = {
  backend: 'webgl',
  precision: 'uint8',
  arithmetic: 'full',
  modelBytes: 7,
  modelId: 'fake',
};

export interface FakeWorkers extends PipelineWorkers {
  readonly reader: FakeClient<ReaderApi>;
  /** The one worker behind `featurizers`. */
  readonly featurizer: FakeClient<FeaturizerApi, NetworkInfo>;
  readonly installer: FakeClient<FeaturizerApi>;
  readonly trainer: FakeClient<TrainerApi>;
  readonly evaluator: FakeClient<EvaluatorApi>;
  readonly faults: Faults;
  /** The texts that were read and featurized, tries included. */
  readonly read: string[];
  readonly featurized: string[];
  /** What the trainer and the evaluator were asked, in order. */
  readonly trained: TrainRequest[];
  readonly evaluated: (keyof EvaluatorApi)[];
}

/** @param onProgress as the real featurizer's: called whenever a new one loads its model */
export function fakeWorkers(
  onProgress: (loaded: number, total: number) => void = () => undefined,
): FakeWorkers {
  const faults: Faults = {};
  const read: string[] = [];
  const featurized: string[] = [];
  const trained: TrainRequest[] = [];
  const evaluated: (keyof EvaluatorApi)[] = [];
  const featurizerApi: FeaturizerApi = {
    ...UNUSED_FEATURIZER,
    async install() {
      await faults.install?.();
    },
    async featurize(squares) {
      const features = await Promise.all(
        squares.map(async (square) => {
          const text = new TextDecoder().decode(square);
          featurized.push(text);
          await faults.featurize?.(text);
          return featuresOf(text);
        }),
      );
      return { features, photoMs: 1 };
    },
  };
  const featurizer = new FakeClient<FeaturizerApi, NetworkInfo>(featurizerApi, async () => {
    onProgress(0, 7);
    const modelId = await faults.start?.();
    onProgress(7, 7);
    return typeof modelId === 'string' ? { ...NETWORK, modelId } : NETWORK;
  });
  return {
    featurizer,
    featurizers: oneFeaturizer(featurizer),
    faults,
    read,
    featurized,
    trained,
    evaluated,
    reader: new FakeClient<ReaderApi>({
      async read(file) {
        const text = await file.text();
        read.push(text);
        await faults.read?.(text);
        const thumbnail = new Blob([text], { type: 'image/jpeg' });
        return { ...identityOf(text), square: new TextEncoder().encode(text), thumbnail };
      },
      readFrame: () => Promise.reject(new Error('not asked for here')),
    }),
    installer: new FakeClient<FeaturizerApi>(featurizerApi),
    trainer: new FakeClient<TrainerApi>({
      train(request) {
        trained.push(request);
        return Promise.resolve(trainAnswer(request));
      },
    }),
    evaluator: new FakeClient<EvaluatorApi>(
      evaluatorApi(async (question) => {
        evaluated.push(question);
        await faults.evaluate?.(question);
      }),
    ),
  };
}

/** As trainer.worker.ts answers. */
export const trainAnswer = (request: TrainRequest): TrainAnswer => ({
  classifier: trainClassifier({ ...request, seed: 1 }),
  novelty: learnNovelty(request.logits, request.targets),
  ms: 1,
});

/**
 * As evaluator.worker.ts, with a clock that stands still.
 * @param before run before each answer; what it throws or waits for, the evaluator does
 */
export function evaluatorApi(before: (question: keyof EvaluatorApi) => Promise<void>): EvaluatorApi {
  const seed = 1;
  const now = () => 0;
  return {
    async judge(request) {
      await before('judge');
      const heldOut = holdOut({ ...request, seed });
      return { heldOut, calibration: calibrate(heldOut, request.targets), ms: 1 };
    },
    async curve(request) {
      await before('curve');
      const { gram, targets, C } = prepareTraining({ ...request, seed });
      // Fewer tries than the real one's: the store does not mind, and they take time.
      return learningCurve({ gram, targets, C, seed, repeats: 2 });
    },
    async compareFeatures(request) {
      await before('compareFeatures');
      return compareFeatures({ ...request, seed, now });
    },
    async compareHeads(request) {
      await before('compareHeads');
      return compareHeads({ ...request, seed, now });
    },
    async map(request) {
      await before('map');
      return mapPhotos(request);
    },
  };
}

const identityOf = (text: string): Omit<ReadPhoto, 'square' | 'thumbnail'> => ({
  sha256: text,
  mediaType: 'image/png',
  width: 300,
  height: 200,
});

/** Its first letters: as many as the kind of features takes. */
export const featuresOf = (text: string): Features => ({
  logits: letters(text, 16),
  pool5: letters(text, 12),
  inception_4d: letters(text, 8),
});

const letters = (text: string, count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => text.charCodeAt(i) || 0);

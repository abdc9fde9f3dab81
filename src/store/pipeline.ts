// The one conductor. It watches the store, sees what is missing (a photo not read, features not computed, a model
// that is out of date), asks a worker, and puts the answer into the store.

import { asBinsightError, BinsightError } from '../core/errors.ts';
import type { HeatMap } from '../core/heatMap.ts';
import type { UnscaledScore } from '../core/scaling.ts';
import type { FeatureKind, Features } from '../core/types.ts';
import type { BackendName, FeatureMaps, Featurized, NetworkInfo, Stage } from '../workers/contract.ts';
import type { Workers } from '../workers/spawn.ts';
import type { Actions } from './actions.ts';
import { createEvaluation } from './evaluation.ts';
import { createPace } from './pace.ts';
import type { PhotoKey } from './project.ts';
import { createReading, type ReadingDuties, type ReadSquare } from './reading.ts';
import type { AppStore, PhotoWork } from './state.ts';
import { createTraining } from './training.ts';

/** Milliseconds. */
const INSTALL_DEADLINE = 180_000;
/** How often a photo is tried before its tile says that it failed. */
const ATTEMPTS = 3;

export type PipelineWorkers = Omit<Workers, 'packer' | 'dreamer'>;

export interface Pipeline {
  /** Takes the network's weights from the user's files. */
  installModel(files: readonly File[]): Promise<void>;
  /** Tries to load the network again. */
  reloadNetwork(): void;
  /** @param backend null for whatever is fastest */
  chooseBackend(backend: BackendName | null): void;
  /** Learns the same bins once more. */
  learnAgain(): void;
  /** The exact square that the network saw of a photo: [224, 224, 3] RGB. */
  readSquare(key: PhotoKey): Promise<Uint8Array>;
  /** What the network says of a picture that is no photo of the project: a camera's frame, or the talk's cat. */
  see(picture: Blob | ImageBitmap): Promise<Features>;
  /** Where on a photo its score comes from. */
  heatMap(photo: ScoredPhoto): Promise<HeatMap>;
  /** The strongest channels of a stage of the network on a photo. */
  featureMaps(key: PhotoKey, sha256: string, stage: Stage, count: number): Promise<FeatureMaps>;
  /** Which ImageNet classes channels speak for: per channel, indices of classes, strongest first. */
  channelNames(
    kind: 'pool5' | 'inception_4d',
    channels: readonly number[],
    average: Float64Array,
  ): Promise<readonly (readonly number[])[]>;
}

export interface ScoredPhoto {
  readonly key: PhotoKey;
  readonly sha256: string;
  readonly kind: FeatureKind;
  /** The score as a function of the photo's features. */
  readonly score: UnscaledScore;
}

export function startPipeline(
  store: AppStore,
  actions: Actions,
  workers: PipelineWorkers,
  { files, known, recall }: Pick<ReadingDuties, 'files' | 'known' | 'recall'>,
): Pipeline {
  const { featurizers, installer } = workers;
  const attempts = new Map<PhotoKey, number>();
  const recentMs: number[] = [];
  const pace = createPace(() => performance.now());
  /** Pictures that wait for a worker, which they take when they are called. */
  const sights: (() => void)[] = [];
  /** Of the photo that was asked about last: it is asked about again at every training. */
  let lastSquare: { readonly sha256: string; readonly square: Promise<Uint8Array> } | null = null;

  const setWork = (key: PhotoKey, work: PhotoWork): void => {
    store.setState((state) => ({ work: { ...state.work, [key]: work } }));
  };

  /** A photo goes back to the queue after a failure that is not its own; a tile says so only when that keeps happening. */
  const afterFailure = (key: PhotoKey, thrown: unknown): PhotoWork => {
    const error = asBinsightError(thrown);
    // Not an attempt where the worker died of the photo before, or was not there at all.
    const isNone = error.detail.state === 'waiting' || error.code === 'worker-missing';
    const tries = (attempts.get(key) ?? 0) + (isNone ? 0 : 1);
    attempts.set(key, tries);
    const again = !error.code.startsWith('photo-') && tries < ATTEMPTS;
    if (!again) attempts.delete(key);
    return again ? { status: 'queued' } : { status: 'failed', error };
  };

  const reading = createReading(store, actions, workers.reader, {
    files,
    known,
    recall,
    setWork,
    afterFailure,
  });
  const training = createTraining(store, workers.trainer);
  const evaluation = createEvaluation(store, workers.evaluator);

  /** Numbers of one model must never be mixed with another's: a model that is not the last one sees all photos anew. */
  const takeNetwork = (info: NetworkInfo): void => {
    const { modelId } = store.getState();
    if (modelId !== null && modelId !== info.modelId) {
      known.features.clear();
      store.setState(({ work }) => ({
        work: Object.fromEntries(
          Object.entries(work).map(([key, done]) => [
            key,
            done.status === 'ready' ? { status: 'queued' } : done,
          ]),
        ),
      }));
    }
    store.setState({ network: { status: 'ready', info }, modelId: info.modelId });
  };

  const startNetwork = async (): Promise<void> => {
    try {
      takeNetwork(await featurizers.ready());
      pump();
    } catch (error) {
      failNetwork(error);
    } finally {
      store.setState({ backends: featurizers.report });
      // Their code is fetched before it is needed, as the server may be gone then, but not before the network's, and not
      // before the page has said how it stands.
      setTimeout(() => {
        for (const worker of [workers.reader, workers.trainer, workers.evaluator]) {
          // If it does not come now it is asked for again, and missed, when it is needed.
          worker.ready().catch(() => undefined);
        }
      });
    }
  };

  const failNetwork = (error: unknown): void => {
    const known = asBinsightError(error);
    store.setState({
      network: known.code === 'model-missing' ? { status: 'missing' } : { status: 'failed', error: known },
    });
  };

  /**
   * Hands photos to every worker that has nothing to do. A camera's frame comes first, as somebody is looking at it; but
   * there is only one at a time, and the next one has to be read before it can wait here. So both go on: where there is
   * room for one call, as on a GPU, frames and batches of photos take turns. In the reader they do, too, which takes one
   * photo at a time and answers in the order in which it was asked.
   */
  const featurizeMore = (): void => {
    while (store.getState().network.status === 'ready' && featurizers.free > 0) {
      const look = sights.shift();
      if (look) {
        look();
        continue;
      }
      const batch = reading.next(featurizers.batch);
      if (batch.length === 0) return;
      void featurize(batch);
    }
  };

  const featurize = async (batch: readonly ReadSquare[]): Promise<void> => {
    const { modelId } = store.getState();
    try {
      pace.start();
      const { features: found, photoMs } = await featurizers.featurize(batch.map(({ square }) => square));
      if (store.getState().modelId !== modelId) {
        // Numbers of a network that was let go meanwhile: another one sees the photos, whose fault that is not.
        pace.end(0);
        for (const { key } of batch) setWork(key, { status: 'queued' });
        return;
      }
      pace.end(batch.length);
      recentMs.push(photoMs);
      if (recentMs.length > 9) recentMs.shift();
      const work: Record<PhotoKey, PhotoWork> = {};
      for (const [i, { key, picture }] of batch.entries()) {
        const features = found[i];
        if (!features) continue;
        known.features.set(picture.sha256, features);
        attempts.delete(key);
        work[key] = { status: 'ready', picture, features };
      }
      store.setState((state) => ({
        work: { ...state.work, ...work },
        photoMs: median(recentMs),
        pace: pace.msPerPhoto,
      }));
    } catch (error) {
      pace.end(0);
      for (const { key } of batch) setWork(key, afterFailure(key, error));
      noteLoss();
    } finally {
      if (store.getState().network.status === 'loading') void startNetwork();
      pump();
    }
  };

  /** A picture that is no photo, as soon as there is room for it. */
  const inTurn = (square: Uint8Array): Promise<Featurized> =>
    new Promise((resolve, reject) => {
      sights.push(() => void featurizers.featurize([square]).then(resolve, reject));
      pump();
    });

  /** Another worker may still be there; else a new one loads the model anew. */
  const noteLoss = (): void => {
    if (!featurizers.info) store.setState({ network: { status: 'loading', loaded: 0, total: 0 } });
  };

  /** Of the photo that was asked about last. */
  const squareOf = async (key: PhotoKey, sha256: string): Promise<Uint8Array> => {
    if (lastSquare?.sha256 !== sha256) {
      lastSquare = { sha256, square: reading.readSquare(key) };
      lastSquare.square.catch(() => {
        lastSquare = null;
      });
    }
    return await lastSquare.square;
  };

  const pump = (): void => {
    reading.pump();
    featurizeMore();
    training.pump();
    evaluation.pump();
  };

  featurizers.onChange(() => {
    const { info } = featurizers;
    const { network } = store.getState();
    store.setState({ backends: featurizers.report });
    // Another backend has taken over.
    if (info && network.status === 'ready' && info !== network.info) takeNetwork(info);
    pump();
  });
  store.subscribe(pump);
  void startNetwork();

  return {
    async installModel(files) {
      if (store.getState().network.status === 'ready') {
        actions.notify({ kind: 'model-not-needed' });
        return;
      }
      store.setState({ network: { status: 'installing' } });
      try {
        await installer.call((api) => api.install(files), INSTALL_DEADLINE);
      } catch (error) {
        actions.notify({ kind: 'model-refused', error: asBinsightError(error) });
      } finally {
        installer.stop();
      }
      await startNetwork();
    },
    chooseBackend(backend) {
      store.setState({ network: { status: 'loading', loaded: 0, total: 0 }, photoMs: null });
      recentMs.length = 0;
      featurizers.choose(backend).then(takeNetwork, failNetwork).finally(pump);
      store.setState({ backends: featurizers.report });
    },
    reloadNetwork() {
      store.setState({ network: { status: 'loading', loaded: 0, total: 0 } });
      void startNetwork();
    },
    learnAgain: training.again,
    readSquare: reading.readSquare,
    async see(picture) {
      const square = await reading.squareOf(picture);
      await featurizers.ready();
      try {
        const {
          features: [features],
        } = await inTurn(square);
        if (!features) throw new BinsightError('worker-failed', { worker: 'featurizer' });
        return features;
      } catch (error) {
        noteLoss();
        if (store.getState().network.status === 'loading') void startNetwork();
        throw error;
      } finally {
        pump();
      }
    },
    async heatMap({ key, sha256, kind, score }) {
      const square = await squareOf(key, sha256);
      return await featurizers.look((api) => api.heatMap({ sha256, square, kind, score }));
    },
    async featureMaps(key, sha256, stage, count) {
      const square = await squareOf(key, sha256);
      return await featurizers.look((api) => api.featureMaps({ sha256, square, stage, count }));
    },
    async channelNames(kind, channels, average) {
      return await featurizers.look((api) => api.channelNames({ kind, channels, average }));
    },
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

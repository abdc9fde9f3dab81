// What the page may ask of its workers. Types only, so that the page loads none of their code.

import type { HeatMap } from '../core/heatMap.ts';
import type { TrainingInput } from '../core/trainClassifier.ts';
import type { Classifier, Features } from '../core/types.ts';
import type { BackendName } from '../network/backendNames.ts';
import type { ChannelNamesRequest, HeatMapRequest } from '../network/inspector.ts';
import type { LoadProgress } from '../network/loadModel.ts';
import type { BackendChoice, NetworkInfo } from '../network/network.ts';
import type { ReadPhoto } from './photoReader.ts';

/** reader.worker.ts: from a file to the square that the network sees. */
export interface ReaderApi {
  read(file: Blob): Promise<ReadPhoto>;
}

/** featurizer.worker.ts: the network. */
export interface FeaturizerApi {
  /** Loads the served model, or the one kept from the user's files. */
  start(base: string, choice: BackendChoice, onProgress: LoadProgress): Promise<NetworkInfo>;
  /** Verifies the model in the user's files and keeps it for next time. */
  install(files: readonly File[]): Promise<void>;
  featurize(square: Uint8Array): Promise<Features>;
  /** Where on a photo its score comes from. */
  heatMap(request: HeatMapRequest): Promise<HeatMap>;
  /** Which ImageNet classes channels speak for. */
  channelNames(request: ChannelNamesRequest): Promise<readonly (readonly number[])[]>;
}

/** The trainer has a seed of its own. */
export type TrainRequest = Omit<TrainingInput, 'seed'>;

/** trainer.worker.ts: the support vector machine. */
export interface TrainerApi {
  train(request: TrainRequest): Promise<{ classifier: Classifier; ms: number }>;
}

export type { BackendChoice, BackendName, Classifier, Features, LoadProgress, NetworkInfo, ReadPhoto };

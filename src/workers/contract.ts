// What the page may ask of its workers. Types only, so that the page loads none of their code.

import type { MapInput } from '../core/evaluation/photoMap.ts';
import type {
  Calibration,
  Contender,
  HeadName,
  HeldOut,
  LearningCurve,
  PhotoMap,
} from '../core/evaluation/types.ts';
import type { HeatMap } from '../core/heatMap.ts';
import type { NoveltyRule } from '../core/novelty.ts';
import type { TrainingInput } from '../core/prepareTraining.ts';
import type { UnscaledScore } from '../core/scaling.ts';
import type { Classifier, FeatureKind, Features, FeatureVector } from '../core/types.ts';
import type { AsideRecord } from '../export/asideEntries.ts';
import type { GatheredBundle } from '../export/bundle/gatherBundle.ts';
import type { PortableProject } from '../export/project/portableProject.ts';
import type { ImportedProject, ProjectSource } from '../export/project/readProject.ts';
import type { Stage } from '../network/architecture.ts';
import type { BackendName } from '../network/backendNames.ts';
import type { DreamSettings } from '../network/dream/dream.ts';
import type {
  ChannelNamesRequest,
  FeatureMaps,
  FeatureMapsRequest,
  HeatMapRequest,
} from '../network/inspector.ts';
import type { LoadProgress, VerifiedModel } from '../network/loadModel.ts';
import type { BatchTime, NetworkInfo } from '../network/network.ts';
import type { ReadPhoto } from './photoReader.ts';

/** reader.worker.ts: from a file to the square that the network sees. */
export interface ReaderApi {
  read(file: Blob): Promise<ReadPhoto>;
  /** The square of a camera's frame; the worker's copy of it is closed. */
  readFrame(frame: ImageBitmap): Promise<Uint8Array>;
}

/** featurizer.worker.ts: the network. */
export interface Featurized {
  readonly features: readonly Features[];
  /** Milliseconds a photo, in the worker. */
  readonly photoMs: number;
}

export interface FeaturizerApi {
  /** Begins to fetch the served model; `manifest` where that has come already. */
  loadModel(base: string, onProgress: LoadProgress, manifest: string | null): Promise<void>;
  /** The verified model, for the next worker, which then need not load it. */
  model(): Promise<VerifiedModel>;
  takeModel(model: VerifiedModel): Promise<void>;
  /**
   * With the served model, or the one kept from the user's files.
   * @throws BinsightError `model-…`, `backend-refused` (reason), or whatever the backend throws
   */
  start(backend: BackendName, allowSoftware: boolean): Promise<NetworkInfo>;
  /** @param batches how many photos at once, each to be timed */
  time(batches: readonly number[]): Promise<readonly BatchTime[]>;
  /** Verifies the model in the user's files and keeps it for next time. */
  install(files: readonly File[]): Promise<void>;
  featurize(squares: readonly Uint8Array[]): Promise<Featurized>;
  /** Where on a photo its score comes from. */
  heatMap(request: HeatMapRequest): Promise<HeatMap>;
  /** What a stage of the network says of a photo. */
  featureMaps(request: FeatureMapsRequest): Promise<FeatureMaps>;
  /** Which ImageNet classes channels speak for. */
  channelNames(request: ChannelNamesRequest): Promise<readonly (readonly number[])[]>;
}

/** The trainer has a seed of its own. */
export interface TrainRequest extends Omit<TrainingInput, 'seed'> {
  /** What the photos look like to ImageNet, whatever the SVM learns from: one row of 1000 logits per photo. */
  readonly logits: readonly FeatureVector[];
}

export interface TrainAnswer {
  readonly classifier: Classifier;
  readonly novelty: NoveltyRule | null;
  readonly ms: number;
}

/** trainer.worker.ts: the support vector machine. */
export interface TrainerApi {
  train(request: TrainRequest): Promise<TrainAnswer>;
}

/** How good a classifier is, by photos that it has not seen. */
export interface Judgement {
  readonly heldOut: HeldOut;
  readonly calibration: Calibration;
  readonly ms: number;
}

/** The same photos and C as for a training. */
export type EvaluationRequest = Omit<TrainingInput, 'seed'>;

/** The same, with photos that nothing was learned from. */
export interface TestedRequest extends EvaluationRequest {
  readonly tests: readonly FeatureVector[];
}

/** With what is known of the classifier in use already. */
export interface HeadsRequest extends TestedRequest {
  readonly heldOut: HeldOut;
}

export interface FeaturesRequest extends Omit<EvaluationRequest, 'rows'> {
  readonly rows: readonly Features[];
  readonly tests: readonly Features[];
  readonly known: { readonly kind: FeatureKind; readonly heldOut: HeldOut };
}

/** evaluator.worker.ts: how good the machine is, and what it is made of. */
export interface EvaluatorApi {
  judge(request: EvaluationRequest): Promise<Judgement>;
  curve(request: EvaluationRequest): Promise<LearningCurve>;
  compareFeatures(request: FeaturesRequest): Promise<readonly Contender<FeatureKind>[]>;
  compareHeads(request: HeadsRequest): Promise<readonly Contender<HeadName>[]>;
  map(request: MapInput): Promise<PhotoMap>;
}

/** What a photo is to look more like. */
export type DreamGoal =
  /** One side of a boundary: `sign` +1 for where its score is positive. */
  | {
      readonly kind: FeatureKind;
      readonly score: UnscaledScore;
      /** What is added to the score: the boundary's bias. */
      readonly bias: number;
      readonly sign: 1 | -1;
    }
  /** What one channel of a stage finds. */
  | { readonly stage: Stage; readonly channel: number };

export interface DreamRequest {
  readonly photo: Blob;
  readonly goal: DreamGoal;
  readonly settings: DreamSettings;
}

/** A dream so far. */
export interface DreamPicture {
  /** Counted from 1. */
  readonly step: number;
  /** The boundary's score, or the channel's mean activation, before this step. */
  readonly score: number;
  readonly side: number;
  /** [side, side, 4] RGBA. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** dreamer.worker.ts: DeepDream, one at a time, at the pace at which somebody asks for steps. */
export interface DreamerApi {
  takeModel(model: VerifiedModel): Promise<void>;
  /** @throws BinsightError photo-undecodable */
  begin(request: DreamRequest): Promise<void>;
  /** @returns null when the dream is over */
  next(): Promise<DreamPicture | null>;
}

/** packer.worker.ts: files to take away, and files that come back. */
export interface PackerApi {
  /** @param date what the files in the zip say they were changed at */
  packProject(project: PortableProject, date: Date): Promise<Blob>;
  readProject(source: ProjectSource): Promise<ImportedProject>;
  /** @param base address of the model's folder, ending in a slash */
  packBundle(bundle: GatheredBundle, base: string, date: Date): Promise<Blob>;
  packAside(records: readonly AsideRecord[], date: Date): Promise<Blob>;
}

export type { BackendNote } from './backendNotes.ts';
export type { BackendReport } from './featurizers.ts';
export type {
  BackendName,
  BatchTime,
  FeatureMaps,
  ImportedProject,
  LoadProgress,
  NetworkInfo,
  PortableProject,
  ReadPhoto,
  Stage,
  VerifiedModel,
};

// Everything the page shows, as one value.

import { createStore } from 'zustand/vanilla';
import type { BinsightError } from '../core/errors.ts';
import type { Classifier, Features, NetworkInfo } from '../workers/contract.ts';
import { type History, startHistory } from './history.ts';
import { type BinId, EMPTY_PROJECT, type PhotoKey, type Place, type Project } from './project.ts';

/** What is known of a photo's bytes before the network has seen it. */
export interface Picture {
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  /** Object URL of the centred square, 224 x 224. */
  readonly thumbnail: string;
}

/** How far a photo has come. */
export type PhotoWork =
  | { readonly status: 'queued' }
  | { readonly status: 'reading'; readonly picture?: Picture }
  | { readonly status: 'ready'; readonly picture: Picture; readonly features: Features }
  | { readonly status: 'failed'; readonly error: BinsightError };

/** The photo's identity, once its bytes have been read. */
export const sha256Of = (work: PhotoWork | undefined): string | undefined =>
  work?.status === 'ready' || work?.status === 'reading' ? work.picture?.sha256 : undefined;

type NetworkState =
  | { readonly status: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly status: 'ready'; readonly info: NetworkInfo }
  | { readonly status: 'missing' }
  | { readonly status: 'installing' }
  | { readonly status: 'failed'; readonly error: BinsightError };

/** What came of the last training that was finished. */
export interface Trained {
  readonly classifier: Classifier;
  /** Which bin each of the classifier's labels is. */
  readonly binIds: readonly BinId[];
  readonly photos: number;
  /** Milliseconds in the worker. */
  readonly ms: number;
}

type TrainingState =
  | { readonly status: 'empty' }
  /** Some bins still need a photo before there are two kinds to tell apart. */
  | { readonly status: 'waiting'; readonly bins: readonly BinId[] }
  | { readonly status: 'training'; readonly photos: number }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly error: BinsightError };

/** Something worth saying that no tile can say. */
export type Notice =
  | {
      readonly id: number;
      readonly kind: 'already-there';
      readonly names: readonly string[];
      readonly place: Place;
    }
  | { readonly id: number; readonly kind: 'nothing-dropped'; readonly names: readonly string[] }
  | { readonly id: number; readonly kind: 'left-out'; readonly names: readonly string[] }
  | { readonly id: number; readonly kind: 'unreadable-drop'; readonly names: readonly string[] }
  | {
      readonly id: number;
      readonly kind: 'drawn-samples' | 'samples-failed' | 'model-not-needed' | 'no-class-names';
    }
  | { readonly id: number; readonly kind: 'model-refused'; readonly error: BinsightError };

export interface State {
  readonly history: History<Project>;
  readonly work: Readonly<Record<PhotoKey, PhotoWork>>;
  readonly network: NetworkState;
  readonly training: TrainingState;
  /** Kept while a newer one is being trained, so that verdicts never blink. */
  readonly trained: Trained | null;
  /** Milliseconds the network takes for a photo: median of the last ones; null before the first. */
  readonly photoMs: number | null;
  readonly chosen: PhotoKey | null;
  /** ImageNet's 1000 classes; empty until they have been fetched. */
  readonly classNames: readonly string[];
  readonly notices: readonly Notice[];
}

const INITIAL_STATE: State = {
  history: startHistory(EMPTY_PROJECT),
  work: {},
  network: { status: 'loading', loaded: 0, total: 0 },
  training: { status: 'empty' },
  trained: null,
  photoMs: null,
  chosen: null,
  classNames: [],
  notices: [],
};

export const createAppStore = () => createStore<State>()(() => INITIAL_STATE);
export type AppStore = ReturnType<typeof createAppStore>;

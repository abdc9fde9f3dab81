// Everything the page shows, as one value.

import { createStore } from 'zustand/vanilla';
import type { BinsightError } from '../core/errors.ts';
import type { Contender, HeadName, LearningCurve, PhotoMap } from '../core/evaluation/types.ts';
import type { NoveltyRule } from '../core/novelty.ts';
import type { Classifier, FeatureKind, Features } from '../core/types.ts';
import type { BackendReport, Judgement, NetworkInfo } from '../workers/contract.ts';
import { type History, startHistory } from './history.ts';
import {
  type BinId,
  emptyProject,
  type Photo,
  type PhotoKey,
  type Place,
  type Project,
  type ProjectId,
} from './project.ts';
import type { Listed } from './storage/library.ts';
import type { TrainingSet } from './trainingSet.ts';

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

/** Once its bytes have been read. */
export const pictureOf = (work: PhotoWork | undefined): Picture | undefined =>
  work?.status === 'ready' || work?.status === 'reading' ? work.picture : undefined;

/** The photo's identity, once its bytes have been read. */
export const sha256Of = (work: PhotoWork | undefined): string | undefined => pictureOf(work)?.sha256;

/** Is a photo still to be read, or to be seen by the network? */
export const isOnItsWay = (work: PhotoWork | undefined): boolean =>
  work?.status === 'queued' || work?.status === 'reading';

/** Are such photos of the project on their way? A removed one that waits for an undo does not count. */
export const areComing = (
  { history, work }: Pick<State, 'history' | 'work'>,
  isMeant: (photo: Photo) => boolean = () => true,
): boolean => history.present.photos.some((photo) => isOnItsWay(work[photo.key]) && isMeant(photo));

/** Would nothing be gone if the page were closed now? */
export const isAllSaved = ({ saving, stranded }: Pick<State, 'saving' | 'stranded'>): boolean =>
  saving.status === 'saved' && stranded === 0;

type NetworkState =
  | { readonly status: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly status: 'ready'; readonly info: NetworkInfo }
  | { readonly status: 'missing' }
  | { readonly status: 'installing' }
  | { readonly status: 'failed'; readonly error: BinsightError };

/** What came of the last training that was finished. */
export interface Trained {
  readonly classifier: Classifier;
  /** When a photo is unlike all that were learned from; null with too few to tell. */
  readonly novelty: NoveltyRule | null;
  /** What it was trained on. The classifier's labels are in the order of its bins. */
  readonly set: TrainingSet;
  /** The photos' logits at unit length, for the similarities of others to them. */
  readonly units: readonly Float64Array[];
  /** Milliseconds in the worker. */
  readonly ms: number;
}

/** What is known of how good a trained classifier is: what models say that have not seen the photo. */
export interface Evaluation extends Judgement {
  readonly of: Trained;
}

/** The slower looks at the same photos, each as soon as it is there. */
export interface CloserLook {
  readonly of: Trained;
  /** The test photos that were compared and drawn, by hash. */
  readonly tests: readonly string[];
  readonly curve?: LearningCurve;
  readonly features?: readonly Contender<FeatureKind>[];
  readonly heads?: readonly Contender<HeadName>[];
  readonly map?: PhotoMap;
}

type TrainingState =
  | { readonly status: 'empty' }
  /** Some bins still need a photo before there are two kinds to tell apart. */
  | { readonly status: 'waiting'; readonly bins: readonly BinId[] }
  | { readonly status: 'training'; readonly photos: number }
  | { readonly status: 'ready' }
  | { readonly status: 'failed'; readonly error: BinsightError };

/** Is what a person did on this browser's disk, so that it is there again after a crash? */
export type Saving =
  | { readonly status: 'saved' }
  | { readonly status: 'saving' }
  /**
   * The disk, or the browser's share of it, is full. `photos`: how many found no room; other things may not be saved,
   * either. `shown`: how many photos of the project that is shown are saved nowhere.
   */
  | { readonly status: 'full'; readonly photos: number; readonly shown: number }
  /** Nothing can be saved: a private window, storage that is switched off, or one that fails. */
  | { readonly status: 'off'; readonly error: BinsightError }
  /** Another tab has the project open and saves it; here it is only looked at. */
  | { readonly status: 'elsewhere' }
  /** Another tab has deleted the project; it is brought back by a change, or a button. */
  | { readonly status: 'deleted' };

/** A saved project in the list of them. */
export interface ProjectSummary {
  readonly id: ProjectId;
  readonly name: string;
  readonly photos: number;
  /** When it was changed last, and when it was deleted (null: it was not): milliseconds since 1970. */
  readonly changed: number;
  readonly deleted: number | null;
}

/** Bytes. */
export interface Usage {
  readonly used: number;
  /** What the browser grants this site. */
  readonly granted: number;
  /** Has the browser promised not to clear it when the disk runs low? */
  readonly persistent: boolean;
}

/** Something worth saying that no tile can say. */
export type Notice =
  | {
      readonly id: number;
      readonly kind: 'already-there';
      readonly names: readonly string[];
      readonly place: Place;
      /** Per photo that was not put there, the same one that is. */
      readonly twins: Readonly<Record<PhotoKey, PhotoKey>>;
    }
  | { readonly id: number; readonly kind: 'nothing-dropped'; readonly names: readonly string[] }
  | { readonly id: number; readonly kind: 'left-out'; readonly names: readonly string[] }
  | { readonly id: number; readonly kind: 'unreadable-drop'; readonly names: readonly string[] }
  | {
      readonly id: number;
      readonly kind:
        | 'drawn-samples'
        | 'samples-failed'
        | 'model-not-needed'
        | 'no-language'
        | 'no-talk'
        | 'no-class-names'
        | 'open-elsewhere';
    }
  /** `unsaved`: photos of it that found no room. */
  | {
      readonly id: number;
      readonly kind: 'project-deleted';
      readonly name: string;
      readonly unsaved: number;
    }
  /** Saved things that could not be read: they were set aside, the rest is there. */
  | { readonly id: number; readonly kind: 'set-aside'; readonly aside: Listed['aside'] }
  /** Projects that a newer version of the page has saved. */
  | { readonly id: number; readonly kind: 'newer-projects'; readonly names: readonly string[] }
  /** Photos that are not saved, of a project that another tab has. */
  | {
      readonly id: number;
      readonly kind: 'photos-wait';
      readonly project: ProjectId;
      readonly name: string;
      readonly count: number;
    }
  /** A project that is no longer in the database, or cannot be read. */
  | { readonly id: number; readonly kind: 'project-gone'; readonly name: string }
  /** Photos that an earlier page was closed upon before they were saved. */
  | {
      readonly id: number;
      readonly kind: 'never-saved';
      readonly project: string;
      readonly names: readonly string[];
    }
  | { readonly id: number; readonly kind: 'model-refused'; readonly error: BinsightError }
  /** A project file that was not taken, or something that could not be made to take away. */
  | {
      readonly id: number;
      readonly kind: 'project-refused';
      readonly file: string;
      readonly error: BinsightError;
    }
  | {
      readonly id: number;
      readonly kind: 'export-failed';
      /** `aside`: what was set aside. */
      readonly what: 'project' | 'bundle' | 'head' | 'csv' | 'report' | 'aside';
      readonly error: BinsightError;
    }
  /** Something was taken away without photos whose bytes are gone or damaged. */
  | {
      readonly id: number;
      readonly kind: 'export-without';
      readonly file: string;
      readonly names: readonly string[];
    }
  /** A project file whose photos are others, more or fewer than when it was written. */
  | {
      readonly id: number;
      readonly kind: 'project-changed';
      readonly file: string;
      readonly changed: readonly string[];
      readonly added: readonly string[];
      readonly missing: readonly string[];
    };

export interface State {
  readonly history: History<Project>;
  readonly work: Readonly<Record<PhotoKey, PhotoWork>>;
  readonly network: NetworkState;
  readonly training: TrainingState;
  /** Kept while a newer one is being trained, so that verdicts never blink. */
  readonly trained: Trained | null;
  /** Of `trained`, or still of an earlier one. */
  readonly evaluation: Evaluation | null;
  /** Why the last evaluation could not be made; null when it could. */
  readonly evaluationError: BinsightError | null;
  /** Is somebody looking at the section that needs the slower evaluations? */
  readonly closer: boolean;
  readonly closerLook: CloserLook | null;
  /** Is a setting being dragged? Verdicts follow at once, the slower looks when it is let go. */
  readonly adjusting: boolean;
  /** Milliseconds that one worker takes for a photo: median of the last ones; null before the first. */
  readonly photoMs: number | null;
  /** Milliseconds between a photo's end and the next one's, all workers together; null before the third. */
  readonly pace: number | null;
  readonly chosen: PhotoKey | null;
  /** ImageNet's 1000 classes; empty until they have been fetched. */
  readonly classNames: readonly string[];
  readonly notices: readonly Notice[];
  /** Names of the project files that are being opened, the first one now. */
  readonly opening: readonly string[];
  readonly backends: BackendReport;
  readonly saving: Saving;
  /** Photos that are not saved and wait in this tab, because another one has their project. */
  readonly stranded: number;
  /** Saved projects, deleted ones too, the last changed first. */
  readonly projects: readonly ProjectSummary[];
  /** How many records that could not be read lie aside. */
  readonly asideCount: number;
  /** Projects that were deleted in this session, or whose making was undone. */
  readonly removed: ReadonlySet<ProjectId>;
  /** null where the browser does not say. */
  readonly usage: Usage | null;
  /** The network whose features are shown; null before the first are there. */
  readonly modelId: string | null;
  readonly offline: Offline;
}

export interface Offline {
  /** All that the page needs is kept: it opens without a network. */
  readonly isReady: boolean;
  /** A newer version is there; opens it. */
  readonly update: (() => void) | null;
}

const initialState = (project: Project): State => ({
  history: startHistory(project),
  work: {},
  network: { status: 'loading', loaded: 0, total: 0 },
  training: { status: 'empty' },
  trained: null,
  evaluation: null,
  evaluationError: null,
  closer: false,
  closerLook: null,
  adjusting: false,
  photoMs: null,
  pace: null,
  chosen: null,
  classNames: [],
  notices: [],
  opening: [],
  backends: { wanted: null, trying: null, notes: {} },
  saving: { status: 'saved' },
  stranded: 0,
  projects: [],
  asideCount: 0,
  removed: new Set(),
  usage: null,
  modelId: null,
  offline: { isReady: false, update: null },
});

export const createAppStore = (project: Project = emptyProject('project')) =>
  createStore<State>()(() => initialState(project));
export type AppStore = ReturnType<typeof createAppStore>;

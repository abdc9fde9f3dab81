// The pipeline's first half: photos are read one by one, a little ahead of the network, so that every tile shows its
// picture early while only a few squares are held.

import { asBinsightError } from '../core/errors.ts';
import type { Features } from '../core/types.ts';
import type { ReaderApi, ReadPhoto } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import type { Actions } from './actions.ts';
import { createDeadEnds } from './deadEnds.ts';
import type { Known } from './known.ts';
import type { PhotoFiles } from './photoFiles.ts';
import type { Photo, PhotoKey, Project } from './project.ts';
import { type AppStore, type PhotoWork, type Picture, sha256Of } from './state.ts';
import { whenThere } from './whenThere.ts';

/** Milliseconds for reading and decoding one photo; 100 megapixels take about five seconds. */
const READ_DEADLINE = 20_000;
/** Milliseconds after which a photo is said to be read; most take less. */
const NOTICEABLE = 100;
/** Squares read ahead of the network (150 kB each). */
const AHEAD = 64;

export interface ReadSquare {
  readonly key: PhotoKey;
  readonly picture: Picture;
  readonly square: Uint8Array;
}

export interface ReadingDuties {
  readonly files: PhotoFiles;
  readonly known: Known;
  /** What an earlier session found out about a photo. */
  readonly recall: (sha256: string) => Promise<Features | null>;
  readonly setWork: (key: PhotoKey, work: PhotoWork) => void;
  /** What becomes of a photo after a failure. */
  readonly afterFailure: (key: PhotoKey, error: unknown) => PhotoWork;
}

export interface Reading {
  /** Reads the next queued photo, if none is being read. */
  pump(): void;
  /** Takes the oldest squares that still wait for the network. */
  next(most: number): readonly ReadSquare[];
  readSquare(key: PhotoKey): Promise<Uint8Array>;
  /** The square of a picture that is no photo of the project. */
  squareOf(picture: Blob | ImageBitmap): Promise<Uint8Array>;
}

export function createReading(
  store: AppStore,
  actions: Actions,
  reader: WorkerClient<ReaderApi>,
  { files, known, recall, setWork, afterFailure }: ReadingDuties,
): Reading {
  let squares: readonly ReadSquare[] = [];
  /** The one that is being read. */
  let current: PhotoKey | null = null;
  /** The worker's code could not be fetched: what is no photo's fault is said of one, and the others wait. */
  let isMissing = false;
  /** Photos that have been read, and are being looked up. */
  const lookups = new Set<PhotoKey>();
  const deadEnds = createDeadEnds(store, actions);

  const project = (): Project => store.getState().history.present;

  const askForReader = whenThere(reader, () => {
    isMissing = false;
    for (const [key, work] of Object.entries(store.getState().work)) {
      if (work.status === 'failed' && work.error.code === 'worker-missing')
        setWork(key, { status: 'queued' });
    }
    void readNext();
  });

  /** Photos that were removed meanwhile wait for an undo, not in the way of others. */
  const letGoOfRemoved = (): void => {
    // Asked after every change of the store, mostly with nothing to let go of.
    if (squares.length === 0) return;
    const here = new Set(project().photos.map(({ key }) => key));
    const gone = squares.filter(({ key }) => !here.has(key));
    if (gone.length === 0) return;
    squares = squares.filter(({ key }) => here.has(key));
    for (const { key } of gone) setWork(key, { status: 'queued' });
  };

  const findNext = (): PhotoKey | undefined => {
    const { work } = store.getState();
    return project().photos.find(
      ({ key }) => work[key]?.status === 'queued' && !lookups.has(key) && !deadEnds.has(key),
    )?.key;
  };

  const readNext = async (): Promise<void> => {
    letGoOfRemoved();
    if (current !== null || isMissing || squares.length + lookups.size >= AHEAD) return;
    const key = findNext();
    if (key === undefined) {
      deadEnds.tell();
      return;
    }
    current = key;
    const mark = setTimeout(() => setWork(key, { status: 'reading' }), NOTICEABLE);
    let read: ReadPhoto;
    try {
      read = await readFile(key);
    } catch (error) {
      const known = asBinsightError(error);
      isMissing = known.code === 'worker-missing';
      if (isMissing) {
        setWork(key, { status: 'failed', error: known });
        askForReader();
      } else fail(key, known);
      return;
    } finally {
      clearTimeout(mark);
      current = null;
      // After a failure it may be the same photo again.
      queueMicrotask(readNext);
    }
    lookups.add(key);
    try {
      await take(key, read);
    } catch (error) {
      fail(key, error);
    } finally {
      lookups.delete(key);
      void readNext();
    }
  };

  const fail = (key: PhotoKey, error: unknown): void => {
    const work = afterFailure(key, error);
    if (work.status === 'failed') deadEnds.refuse(key, work);
    else setWork(key, work);
  };

  /** The next photo is read while this one is looked up and shown. */
  const take = async (key: PhotoKey, { sha256, width, height, thumbnail, square }: ReadPhoto) => {
    const recalled = known.features.get(sha256) ?? (await recall(sha256));
    const photo = project().photos.find((candidate) => candidate.key === key);
    if (!photo || hasTwin(photo, sha256)) {
      // Not judged now: it may come back by undo, to a place that has changed meanwhile.
      if (store.getState().work[key]?.status !== 'queued') setWork(key, { status: 'queued' });
      if (photo) deadEnds.dropTwin(key, sha256);
      return;
    }
    const picture = known.pictures.get(sha256)?.picture ?? {
      sha256,
      width,
      height,
      thumbnail: URL.createObjectURL(thumbnail),
    };
    if (!known.pictures.has(sha256)) known.pictures.set(sha256, { picture, thumbnail });
    const features = known.features.get(sha256) ?? recalled;
    if (features) {
      known.features.set(sha256, features);
      setWork(key, { status: 'ready', picture, features });
    } else {
      squares = [...squares, { key, picture, square }];
      setWork(key, { status: 'reading', picture });
    }
  };

  const readFile = async (key: PhotoKey) => {
    const file = await files.read(key);
    return await reader.call((api) => api.read(file), READ_DEADLINE);
  };

  /** The same photo twice in one place is kept once. */
  const hasTwin = ({ key, place }: Photo, sha256: string): boolean => {
    const { work } = store.getState();
    return project().photos.some(
      (other) => other.key !== key && other.place === place && sha256Of(work[other.key]) === sha256,
    );
  };

  return {
    pump: () => void readNext(),
    next(most) {
      letGoOfRemoved();
      const taken: ReadSquare[] = [];
      for (let first = squares[0]; first && taken.length < most; first = squares[0]) {
        squares = squares.slice(1);
        const { key, picture } = first;
        const features = known.features.get(picture.sha256);
        if (!features) taken.push(first);
        // A twin elsewhere has been featurized since.
        else setWork(key, { status: 'ready', picture, features });
      }
      return taken;
    },
    async readSquare(key) {
      return (await readFile(key)).square;
    },
    async squareOf(picture) {
      if (picture instanceof Blob)
        return (await reader.call((api) => api.read(picture), READ_DEADLINE)).square;
      return await reader.call((api) => api.readFrame(picture), READ_DEADLINE);
    },
  };
}

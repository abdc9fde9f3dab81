// The pipeline's first half: photos are read one by one, a little ahead of the network, so that every tile shows its
// picture early while only a few squares are held.

import type { Features } from '../core/types.ts';
import type { ReaderApi, ReadPhoto } from '../workers/contract.ts';
import type { WorkerClient } from '../workers/workerClient.ts';
import type { Actions } from './actions.ts';
import type { Known } from './known.ts';
import type { PhotoFiles } from './photoFiles.ts';
import type { PhotoKey, Project } from './project.ts';
import { type AppStore, type PhotoWork, type Picture, sha256Of } from './state.ts';

/** Milliseconds for reading and decoding one photo; 100 megapixels take about five seconds. */
const READ_DEADLINE = 20_000;
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
  readonly giveBack: (key: PhotoKey, error: unknown) => void;
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
  { files, known, recall, setWork, giveBack }: ReadingDuties,
): Reading {
  let squares: readonly ReadSquare[] = [];
  let busy = false;
  /** Photos that have been read, and are being looked up. */
  let lookups = 0;

  const project = (): Project => store.getState().history.present;

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

  const readNext = async (): Promise<void> => {
    letGoOfRemoved();
    if (busy || squares.length + lookups >= AHEAD) return;
    const { work } = store.getState();
    const photo = project().photos.find(({ key }) => work[key]?.status === 'queued');
    if (!photo) return;
    busy = true;
    setWork(photo.key, { status: 'reading' });
    let read: ReadPhoto;
    try {
      read = await readFile(photo.key);
    } catch (error) {
      giveBack(photo.key, error);
      return;
    } finally {
      busy = false;
      // After a failure it may be the same photo again.
      queueMicrotask(readNext);
    }
    lookups++;
    try {
      await take(photo.key, read);
    } catch (error) {
      giveBack(photo.key, error);
    } finally {
      lookups--;
      void readNext();
    }
  };

  /** The next photo is read while this one is looked up and shown. */
  const take = async (key: PhotoKey, { sha256, width, height, thumbnail, square }: ReadPhoto) => {
    const recalled = known.features.get(sha256) ?? (await recall(sha256));
    const isRemoved = !project().photos.some((photo) => photo.key === key);
    // Not judged now: it may come back by undo, to a place that has changed meanwhile.
    if (isRemoved || isThereAlready(key, sha256)) {
      setWork(key, { status: 'queued' });
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
  const isThereAlready = (key: PhotoKey, sha256: string): boolean => {
    const { work } = store.getState();
    const photo = project().photos.find((candidate) => candidate.key === key);
    const twin = project().photos.find((other) => {
      return other.key !== key && other.place === photo?.place && sha256Of(work[other.key]) === sha256;
    });
    if (!photo || !twin) return false;
    actions.forget(key, sha256);
    actions.notify({ kind: 'already-there', names: [photo.name], place: photo.place });
    return true;
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

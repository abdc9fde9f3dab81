// A tab without its screen, for tests in a real browser: the store, the pipeline and all of saving, with the real
// database, locks and channel. Only the network is a fake, which counts how often it is asked.

import type { Features } from '../../src/core/types.ts';
import { type Actions, createActions } from '../../src/store/actions.ts';
import { type Beginning, readBeginning } from '../../src/store/beginning.ts';
import { createKnown } from '../../src/store/known.ts';
import { createPhotoFiles, type PhotoFiles } from '../../src/store/photoFiles.ts';
import { startPipeline } from '../../src/store/pipeline.ts';
import type { Place, ProjectId } from '../../src/store/project.ts';
import { type AppStore, createAppStore, type PhotoWork, type State } from '../../src/store/state.ts';
import { openDatabase } from '../../src/store/storage/database.ts';
import { Library } from '../../src/store/storage/library.ts';
import type { TabLocks } from '../../src/store/storage/tabs.ts';
import { createUnsavedNotes } from '../../src/store/storage/unsavedNotes.ts';
import { type Storage, startStorage } from '../../src/store/storage.ts';
import type { FeaturizerApi, NetworkInfo, ReaderApi } from '../../src/workers/contract.ts';
import { FakeClient } from './fakeClient.ts';
import { oneFeaturizer, UNUSED_FEATURIZER } from './fakeFeaturizers.ts';
import { type FakeWorkers, fakeWorkers, NETWORK } from './fakeWorkers.ts';

export interface Options {
  /** Of the database, the locks and the channel: what tabs of one test have in common. */
  readonly site: string;
  readonly last?: ProjectId | null;
  readonly modelId?: string;
  /** null: the network is not there. */
  readonly network?: Promise<void> | null;
  readonly now?: () => number;
  readonly open?: typeof openDatabase;
  /** A tab that hangs: it holds its lock, but hears and says nothing. */
  readonly isDeaf?: boolean;
  /** As on pages without https, or where storage is switched off. */
  readonly hasLocks?: boolean | 'forbidden';
  /** Milliseconds until a page that is busy being opened hears that it has a lock. */
  readonly grantDelay?: number;
}

export interface Tab {
  readonly store: AppStore;
  readonly actions: Actions;
  readonly storage: Storage;
  readonly library: Library;
  readonly files: PhotoFiles;
  readonly workers: FakeWorkers;
  readonly beginning: Beginning;
  /** Texts of photos that the network was run on. */
  readonly featurized: readonly string[];
  readonly drop: (place: Place, ...texts: readonly string[]) => void;
  readonly keyOf: (text: string) => string;
  readonly workOf: (text: string) => PhotoWork | undefined;
  /** The photos that are shown, with what has become of them. */
  readonly photos: () => Readonly<Record<string, PhotoWork['status'] | undefined>>;
  readonly until: (what: (state: State) => boolean) => Promise<void>;
  readonly saved: () => Promise<void>;
  readonly ready: () => Promise<void>;
  /** Ends it as a crash does. */
  readonly close: () => void;
}

export const textOf = (name: string): string => name.replace('.jpg', '');

export async function openTab(options: Options): Promise<Tab> {
  const { site, last = null, modelId = 'fake', network = Promise.resolve(), now = Date.now } = options;
  const library = new Library(options.open ?? openDatabase, site);
  const beginning = await readBeginning(library, last, now());
  const store = createAppStore(beginning.project);
  const files = createPhotoFiles(
    (key) => library.readFile(key),
    async (bytes) => hashOf(new TextDecoder().decode(bytes)),
  );
  const known = createKnown();
  const actions = createActions(store, files);
  const channel = new BroadcastChannel(options.isDeaf ? `${site} deaf ${Math.random()}` : site);
  const { locks, leave } = locksOf(site, options);
  const notes = createUnsavedNotes(`${site} unsaved `);
  const parts = { library, files, known, now, channel, locks, notes };
  const storage = startStorage(store, actions, beginning, parts);
  const featurized: string[] = [];
  const featurizer = new FakeClient<FeaturizerApi, NetworkInfo>(
    {
      ...UNUSED_FEATURIZER,
      featurize(squares) {
        const texts = squares.map((square) => new TextDecoder().decode(square));
        featurized.push(...texts);
        return Promise.resolve({ features: texts.map(wholeFeatures), photoMs: 1 });
      },
    },
    async () => {
      await (network ?? new Promise(() => undefined));
      return { ...NETWORK, modelId };
    },
  );
  const workers = {
    ...fakeWorkers(),
    featurizer,
    featurizers: oneFeaturizer(featurizer),
    reader: new FakeClient<ReaderApi>({
      readFrame: () => Promise.reject(new Error('not asked for here')),
      async read(file) {
        const text = await file.text();
        const thumbnail = new Blob([text], { type: 'image/jpeg' });
        const square = new TextEncoder().encode(text);
        return { sha256: await hashOf(text), mediaType: 'image/png', width: 3, height: 2, square, thumbnail };
      },
    }),
  };
  startPipeline(store, actions, workers, { files, known, recall: storage.recall });

  const until = (what: (state: State) => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`this never came: ${JSON.stringify([store.getState().saving, photos()])}`));
      }, 8_000);
      const look = () => {
        if (!what(store.getState())) return;
        clearTimeout(timer);
        stop();
        resolve();
      };
      const stop = store.subscribe(look);
      look();
    });
  const project = () => store.getState().history.present;
  const keyOf = (text: string) => project().photos.find(({ name }) => textOf(name) === text)?.key ?? '';
  const workOf = (text: string) => store.getState().work[keyOf(text)];
  const photos = () =>
    Object.fromEntries(
      project().photos.map(({ key, name }) => [textOf(name), store.getState().work[key]?.status]),
    );
  return {
    store,
    actions,
    storage,
    library,
    files,
    workers,
    beginning,
    featurized,
    keyOf,
    workOf,
    photos,
    drop: (place, ...texts) =>
      actions.arrive(
        texts.map((text) => ({ name: `${text}.jpg`, file: new Blob([text]), target: { place } })),
      ),
    until,
    saved: () => until(({ saving }) => saving.status === 'saved'),
    ready: () => until(() => Object.values(photos()).every((status) => status === 'ready')),
    close() {
      leave();
      channel.close();
      workers.reader.die();
      // Nothing that it still does counts: its locks are gone, and it cannot save.
      store.setState({ saving: { status: 'elsewhere' } });
    },
  };
}

/** The browser's locks under names of this site; `leave` gives back what this tab has, as its end would. */
function locksOf(
  site: string,
  { hasLocks = true, grantDelay = 0 }: Options,
): { readonly locks: TabLocks | null; readonly leave: () => void } {
  if (hasLocks === false) return { locks: null, leave: () => undefined };
  let leave: () => void = () => undefined;
  let hasLeft = false;
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  const nameOf = (name: string) => `${site} ${name}`;
  type Granted = (lock: Lock | null) => unknown;
  const request = async (name: string, options: LockOptions, granted: Granted) => {
    if (hasLocks === 'forbidden') throw new DOMException('no', 'SecurityError');
    if (hasLeft) return await new Promise(() => undefined);
    return await navigator.locks.request(nameOf(name), options, async (lock) => {
      if (grantDelay > 0) await new Promise((resolve) => setTimeout(resolve, grantDelay));
      return hasLeft ? undefined : await Promise.race([granted(lock), left]);
    });
  };
  return {
    locks: {
      request: request as LockManager['request'],
      async query() {
        const { held = [], pending = [] } = await navigator.locks.query();
        const ours = (all: readonly LockInfo[]) =>
          all
            .filter(({ name }) => name?.startsWith(`${site} `))
            .map(({ name = '', ...lock }) => ({ ...lock, name: name.slice(site.length + 1) }));
        return { held: ours(held), pending: ours(pending) };
      },
    },
    leave() {
      hasLeft = true;
      leave();
    },
  };
}

export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const wholeFeatures = (text: string): Features => {
  const letters = (count: number) =>
    Float32Array.from({ length: count }, (_, i) => text.charCodeAt(i % text.length) + i);
  return { logits: letters(1000), pool5: letters(1024), inception_4d: letters(528) };
};

// Joins the rooms.

import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createTakeAway } from './export/createTakeAway.ts';
import { fetchLabels } from './network/labels.ts';
import { sha256Hex } from './network/sha256.ts';
import { createActions } from './store/actions.ts';
import { readBeginning } from './store/beginning.ts';
import { createDreams } from './store/dreaming.ts';
import { createKnown } from './store/known.ts';
import { createPhotoFiles } from './store/photoFiles.ts';
import { startPipeline } from './store/pipeline.ts';
import { createSampleLoader, fetchTalkPhoto } from './store/samples.ts';
import { type AppStore, areComing, createAppStore, type Offline, type State } from './store/state.ts';
import { lastProject } from './store/storage/lastProject.ts';
import { Library } from './store/storage/library.ts';
import { startStorage } from './store/storage.ts';
import { until } from './store/until.ts';
import { App } from './ui/App.tsx';
import { AppContext } from './ui/appContext.ts';
import './ui/base.css';
import type { TakeEarlyDrops } from './ui/earlyDrops.ts';
import { showState } from './ui/shownState.ts';
import { InLanguage } from './ui/words/InLanguage.tsx';
import { speakFirstLanguage } from './ui/words/language.ts';
import type { Workers } from './workers/spawn.ts';

/** How far the network's weights are. */
export interface Loading {
  /** Bytes. */
  loaded: number;
  total: number;
  /** Called when they have changed. */
  tell: () => void;
}

interface Begun {
  /** Address of the model's folder, ending in a slash. */
  readonly modelBase: string;
  readonly loading: Loading;
  readonly workers: Workers;
  readonly takeEarlyDrops: TakeEarlyDrops;
}

export async function showPage({ modelBase, loading, workers, takeEarlyDrops }: Begun): Promise<void> {
  const speaking = speakFirstLanguage();
  const library = new Library();
  const beginning = await readBeginning(library, lastProject(), Date.now());
  const store = createAppStore(beginning.project);
  const files = createPhotoFiles((key) => library.readFile(key), sha256Hex);
  const known = createKnown();
  const actions = createActions(store, files);
  const storage = startStorage(store, actions, beginning, { library, files, known, now: Date.now });
  loading.tell = () => {
    const { loaded, total } = loading;
    store.setState({ network: { status: 'loading', loaded, total } });
  };
  if (loading.total > 0) loading.tell();
  const pipeline = startPipeline(store, actions, workers, { files, known, recall: storage.recall });
  const takeAway = createTakeAway({
    store,
    actions,
    packer: workers.packer,
    files,
    pipeline,
    modelBase,
    now: () => new Date(),
  });
  const dreams = createDreams(workers, files);
  const samplesBase = new URL('samples/cars/', document.baseURI).href;
  const loadSamples = createSampleLoader(actions, samplesBase, sha256Hex);

  // Verdicts can be given without the names; they are put on as soon as they are there.
  fetchLabels(new URL('labels.txt', modelBase))
    .then((classNames) => store.setState({ classNames }))
    .catch(() => actions.notify({ kind: 'no-class-names' }));

  void tellWhatHappens(store);
  // Where its code does not come either, nothing is worse than before.
  if (import.meta.env.PROD) keepPageOffline(store, modelBase, samplesBase).catch(() => undefined);

  // Photos come with their pictures, not a moment before them.
  await storage.broughtBack;
  if (speaking) await speaking;
  const root = document.getElementById('root');
  if (!root) return;
  const parts = {
    store,
    shown: showState(store),
    actions,
    pipeline,
    files,
    storage,
    takeAway,
    dreams,
    loadSamples,
    loadTalkPhoto: () => fetchTalkPhoto(samplesBase, sha256Hex),
  };
  const app = (
    <StrictMode>
      <AppContext value={parts}>
        <InLanguage>
          <App takeEarlyDrops={takeEarlyDrops} />
        </InLanguage>
      </AppContext>
    </StrictMode>
  );
  // In slices: the browser can answer in between.
  startTransition(() => createRoot(root).render(app));
}

/** Milliseconds that screen readers wait for the network's code to come first. */
const SILENCE = 1500;

async function tellWhatHappens(store: AppStore): Promise<void> {
  await until(store, ({ network }) => network.status !== 'loading', SILENCE);
  // Without a server all of it can still be read.
  const heard = await import('./ui/announce/listen.ts').catch(() => null);
  heard?.listen(store);
}

/** Milliseconds for which the page is left alone with what a person does first; and the longest that this is waited for. */
const REST = 1500;
const PATIENCE = 60_000;

async function keepPageOffline(store: AppStore, modelBase: string, samplesBase: string): Promise<void> {
  const isAtRest = (state: State) => state.network.status !== 'loading' && !areComing(state);
  await until(store, isAtRest, PATIENCE);
  await new Promise((resolve) => setTimeout(resolve, REST));
  await until(store, isAtRest, PATIENCE);
  const [{ keepOffline }, { listLargeFiles }] = await Promise.all([
    import('./offline/keepOffline.ts'),
    import('./offline/largeFiles.ts'),
  ]);
  const tell = (news: Partial<Offline>) =>
    store.setState(({ offline }) => ({ offline: { ...offline, ...news } }));
  await keepOffline({
    base: document.baseURI,
    listFiles: () => listLargeFiles(modelBase, samplesBase, sha256Hex),
    hash: sha256Hex,
    onReady: () => tell({ isReady: true }),
    onUpdate: (update) => tell({ update }),
  });
}

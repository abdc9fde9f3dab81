// Keeps what a person does in this browser, brings it back, and tells the page how that stands.

import type { Features } from '../core/types.ts';
import type { Actions } from './actions.ts';
import type { Beginning } from './beginning.ts';
import { record, startHistory } from './history.ts';
import type { Known } from './known.ts';
import type { PhotoFiles } from './photoFiles.ts';
import type { PhotoKey, Project, ProjectId } from './project.ts';
import { startSaving } from './saving.ts';
import type { AppStore, PhotoWork, ProjectSummary } from './state.ts';
import { rememberProject } from './storage/lastProject.ts';
import { Ledger } from './storage/ledger.ts';
import type { Library, SavedResults } from './storage/library.ts';
import type { SavedProject } from './storage/records.ts';
import { createTabs } from './storage/tabs.ts';
import { startUsage } from './storage/usage.ts';

export interface Storage {
  /** Shows another saved project; a deleted one is brought back. */
  readonly open: (id: ProjectId) => Promise<void>;
  /** Takes the project from the tab that has it. */
  readonly takeOver: () => Promise<void>;
  readonly tryAgain: () => void;
  /** Looks again at which projects there are: other tabs may have changed that. */
  readonly list: () => Promise<void>;
  /** What an earlier session found out about a photo; null for nothing. */
  readonly recall: (sha256: string) => Promise<Features | null>;
}

interface Parts {
  readonly library: Library;
  readonly files: PhotoFiles;
  readonly known: Known;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Days that a deleted project can be brought back. */
export const DAYS_DELETED = 30;
const DAY = 24 * 3600 * 1000;
/** Milliseconds after the start until what nobody needs is cleared away. */
const CLEAR_AFTER = 5_000;

export function startStorage(
  store: AppStore,
  actions: Actions,
  { saved, all, aside, error }: Beginning,
  { library, files, known, now }: Parts,
): Storage {
  const ledger = new Ledger(files, known);

  const present = (): Project => store.getState().history.present;

  /** Photos come back with what is known of them; the others are read once more. */
  const bringBack = async ({ project, sha256s, ...about }: SavedProject): Promise<void> => {
    const modelId = store.getState().modelId ?? about.modelId;
    const { work } = store.getState();
    const coming = project.photos.filter(({ key }) => work[key]?.status !== 'ready');
    const put = (status: (key: PhotoKey) => PhotoWork) => {
      const found = Object.fromEntries(coming.map(({ key }) => [key, status(key)]));
      store.setState((state) => ({ work: { ...state.work, ...found } }));
    };
    // Nobody reads them while their results are on the way.
    put(() => ({ status: 'reading' }));
    const hashes = [...sha256s.values()];
    const results = await library.readResults(hashes, modelId).catch((): SavedResults[] => []);
    ledger.know({ project, sha256s, ...about, modelId }, results);
    // Another network may have started meanwhile.
    const isSameModel = store.getState().modelId === modelId;
    for (const [i, sha256] of hashes.entries()) {
      const { picture = null, features = null } = results[i] ?? {};
      if (picture && !known.pictures.has(sha256)) {
        const { width, height, thumbnail } = picture;
        const url = URL.createObjectURL(thumbnail);
        known.pictures.set(sha256, { picture: { sha256, width, height, thumbnail: url }, thumbnail });
      }
      if (features && isSameModel) known.features.set(sha256, features);
    }
    put((key) => {
      const sha256 = sha256s.get(key) ?? '';
      const picture = known.pictures.get(sha256)?.picture;
      const features = known.features.get(sha256);
      return picture && features ? { status: 'ready', picture, features } : { status: 'queued' };
    });
  };

  const show = (id: ProjectId, { project, ...rest }: SavedProject, isStep: boolean): void => {
    ledger.know({ project, ...rest });
    if (present().id !== id) return;
    store.setState(({ history }) => ({
      history: isStep ? record(history, project) : startHistory(project),
    }));
    void bringBack({ project, ...rest });
  };

  /** The project as the other tab left it. */
  const refresh = async (id: ProjectId, isStep: boolean): Promise<void> => {
    const latest = await library.load(id).catch(() => null);
    if (latest && latest.revision !== ledger.revision(id)) show(id, latest, isStep);
  };

  const tabs = createTabs(
    {
      onGained: (id) => void refresh(id, true).finally(() => saver.gain(id)),
      onAsked: () => saver.settled(),
      onLost: (id) => saver.lose(id),
      onSaved(id) {
        if (store.getState().saving.status === 'elsewhere') void refresh(id, false);
      },
    },
    new BroadcastChannel('binsight'),
  );

  store.setState({ projects: all.map(summaryOf), modelId: saved?.modelId ?? null });
  if (aside.length > 0) actions.notify({ kind: 'set-aside', names: aside });
  if (saved) {
    ledger.know(saved);
    void bringBack(saved);
  }
  const saver = startSaving(store, { library, ledger, tabs, error, now });
  startUsage(store);
  rememberProject(present().id);
  store.subscribe(({ history }, before) => {
    if (history.present.id !== before.history.present.id) rememberProject(history.present.id);
  });
  setTimeout(() => {
    void tabs
      .whenAlone(() => {
        const { past, present, future } = store.getState().history;
        const kept = [...past, present, ...future].flatMap(({ photos }) => photos.map(({ key }) => key));
        return library.clearAway(new Set(kept), now() - DAYS_DELETED * DAY);
      })
      // What is left lying does no harm.
      .catch(() => undefined);
  }, CLEAR_AFTER);

  return {
    async open(id) {
      await saver.settled();
      if (present().id === id) return;
      const found = await library.load(id);
      if (!found) {
        actions.notify({ kind: 'set-aside', names: [id] });
        return;
      }
      ledger.know(found);
      actions.openProject(found.project);
      await bringBack(found);
    },
    async takeOver() {
      const { id } = present();
      await tabs.takeOver();
      await refresh(id, true);
      saver.gain(id);
    },
    tryAgain: saver.tryAgain,
    async list() {
      const { projects } = await library.list(now());
      store.setState({ projects: projects.map(summaryOf) });
    },
    async recall(sha256) {
      const { modelId } = store.getState();
      const [found] = await library.readResults([sha256], modelId).catch((): SavedResults[] => []);
      return found?.features ?? null;
    },
  };
}

const summaryOf = ({ project, changed, deleted }: SavedProject): ProjectSummary => ({
  id: project.id,
  name: project.name,
  photos: project.photos.length,
  changed,
  deleted,
});

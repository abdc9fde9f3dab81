// Keeps what a person does in this browser, brings it back, and tells the page how that stands.

import type { Features } from '../core/types.ts';
import type { Actions } from './actions.ts';
import type { Beginning } from './beginning.ts';
import { createBringBack } from './bringBack.ts';
import { record } from './history.ts';
import type { Known } from './known.ts';
import type { PhotoFiles } from './photoFiles.ts';
import {
  addPhotos,
  holdsTheSame,
  type Photo,
  type Place,
  type Project,
  type ProjectId,
  TRAY,
} from './project.ts';
import { summaryOf } from './projectList.ts';
import { startSaving } from './saving.ts';
import type { AppStore } from './state.ts';
import { type Channel, openChannel } from './storage/channel.ts';
import { withinDeadline } from './storage/deadline.ts';
import { featuresId } from './storage/featuresId.ts';
import { rememberProject } from './storage/lastProject.ts';
import { Ledger } from './storage/ledger.ts';
import type { Library, SavedResults } from './storage/library.ts';
import type { SavedProject } from './storage/records.ts';
import { type Alone, createTabs, type TabLocks } from './storage/tabs.ts';
import { createUnsavedNotes, type UnsavedNotes } from './storage/unsavedNotes.ts';
import { roomLeft, startUsage } from './storage/usage.ts';
import { tellWhatWasLost } from './tellWhatWasLost.ts';
import { withdrawNotices } from './withdrawNotices.ts';

export interface Storage {
  /** What is known of the photos that the page begins with is there; a page that waits for it draws them but once. */
  readonly broughtBack: Promise<void>;
  /**
   * Shows another saved project; a deleted one is brought back.
   * @throws BinsightError `storage-failed` and the like
   */
  readonly open: (id: ProjectId) => Promise<void>;
  /** Takes the project from the tab that has it. */
  readonly takeOver: () => Promise<void>;
  /** Saves what could not be saved. */
  readonly tryAgain: () => void;
  /**
   * Removes deleted projects for good, before their time, and saves what had found no room.
   * Not while another tab of the page is open, which may still want them.
   * @param isSure a person says that there is none, where that cannot be told
   * @throws BinsightError `storage-failed` and the like
   */
  readonly clearDeleted: (isSure?: boolean) => Promise<Alone>;
  /** Brings back the shown project, which another tab has deleted. */
  readonly keep: () => void;
  /** How many photos would be gone if the page were closed now. */
  readonly countAtRisk: () => number;
  /**
   * Records that could not be read, as they were, and the photos that they name.
   * @throws BinsightError `storage-failed` and the like
   */
  readonly readAside: Library['readAside'];
  /**
   * Looks again at which projects there are: other tabs may have changed that.
   * @throws BinsightError `storage-failed` and the like
   */
  readonly list: () => Promise<void>;
  /** What was found out about a photo, in this session or an earlier one, and saved; null for nothing. */
  readonly recall: (sha256: string) => Promise<Features | null>;
}

interface Parts {
  readonly library: Library;
  readonly files: PhotoFiles;
  readonly known: Known;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Between the tabs. */
  readonly channel?: Channel;
  readonly locks?: TabLocks | null;
  readonly notes?: UnsavedNotes;
}

/** Days that a deleted project can be brought back. */
export const DAYS_DELETED = 30;
const DAY = 24 * 3600 * 1000;
/** Milliseconds after the start until what nobody needs is cleared away. */
const CLEAR_AFTER = 5_000;
/** Milliseconds after which photos are shown without their pictures. */
const BACK_PATIENCE = 1_000;
/** Milliseconds after which room that was made counts as room. */
const ROOM_PATIENCE = 2_500;
/** Milliseconds that another project is kept waiting for this one to be saved; the rest is saved behind it. */
const OPEN_PATIENCE = 3_000;

export function startStorage(
  store: AppStore,
  actions: Actions,
  { saved, all, aside, newer, asideCount, error }: Beginning,
  {
    library,
    files,
    known,
    now,
    channel = openChannel('binsight'),
    locks,
    notes = createUnsavedNotes(),
  }: Parts,
): Storage {
  const ledger = new Ledger(files, known);
  const bringBack = createBringBack(store, { library, ledger, files, known });

  const present = (): Project => store.getState().history.present;

  /** @returns the project's revision; 0 for one that is not there */
  const lookForDeletion = async (id: ProjectId): Promise<number> => {
    const found = await library.signature(id).catch(() => null);
    if (!found || found.revision === 0) return 0;
    saver.seeDeletion(id, found.deleted !== null);
    return found.revision;
  };

  const refresh = async (id: ProjectId, isOurs: boolean): Promise<boolean> => {
    if (ledger.revision(id) === 0) return true;
    const known = ledger.revision(id);
    const revision = await lookForDeletion(id);
    const isLatest = revision === 0 || revision === known;
    // One that is not shown is looked at again when it is.
    if (present().id !== id) return isLatest;
    const isUnsaved = () => !ledger.isWritten(present()) || ledger.countUnsaved(present()) > 0;
    // What is not saved is not shown as if it were the other tab's.
    if (isLatest && (isOurs || !isUnsaved())) {
      if (isOurs) landStranded(id);
      return true;
    }
    const latest = await library.load(id).catch(() => null);
    // What cannot be read here is not written over either.
    if (!latest) return true;
    if (present().id !== id) return false;
    // Another look was quicker, and something may have been done here since.
    if (ledger.revision(id) !== known) return true;
    const before = present();
    const isStep = isUnsaved();
    const unsaved = ledger.unsavedPhotos(before);
    ledger.know(latest);
    const { project } = latest;
    // Its steps before would undo all that the other tab did. What was done here and not saved stays one of them, and
    // the photos are put onto what the other tab made.
    const isOther = (step: Project) => step.id !== id;
    store.setState(({ history: { past, future } }) => {
      if (holdsTheSame(before, project)) return { history: { past, present: project, future } };
      return {
        history: {
          past: [...past.filter(isOther), ...(isStep ? [before] : [])],
          present: project,
          future: future.filter(isOther),
        },
        adjusting: false,
      };
    });
    if (isOurs) landStranded(id, unsaved);
    else if (unsaved.length > 0) saver.strand({ id, name: project.name, photos: unsaved });
    else if (isStep) actions.notify({ kind: 'open-elsewhere' });
    void bringBack(latest);
    return true;
  };

  /**
   * Photos that could not be saved while another tab had their project come into it now, as a step of their own.
   * @param unsaved more of them
   */
  const landStranded = (id: ProjectId, unsaved: readonly Photo[] = []): void => {
    if (present().id !== id) return;
    const wanted = new Map([...saver.takeStranded(id), ...unsaved].map((photo) => [photo.key, photo]));
    for (const { key } of present().photos) wanted.delete(key);
    const photos = [...wanted.values()];
    if (photos.length === 0) return;
    const places = new Set<Place>([TRAY, ...present().bins.map((bin) => bin.id)]);
    const landing = photos.map((photo) => (places.has(photo.place) ? photo : { ...photo, place: TRAY }));
    store.setState(({ history }) => ({ history: record(history, addPhotos(history.present, landing)) }));
  };

  const tabs = createTabs(
    {
      onGained: async (id) => {
        await refresh(id, true);
        saver.gain(id);
        // It asks for what has come.
        withdrawNotices(store, ({ kind }) => kind === 'open-elsewhere');
      },
      onAsked: () => saver.settled(),
      onLost: (id) => saver.lose(id),
      onSaved(id) {
        if (store.getState().saving.status === 'elsewhere') void refresh(id, false);
        else void lookForDeletion(id);
      },
    },
    channel,
    locks,
  );

  const list = async (): Promise<void> => {
    const { projects, aside, asideCount: count } = await library.list(now());
    saver.seeList(projects.map(summaryOf));
    store.setState({ projects: projects.map(summaryOf), asideCount: count });
    if (aside.length > 0) actions.notify({ kind: 'set-aside', aside });
  };

  /** What the steps of this session hold, and so may bring back. */
  const inHand = (isStep: (project: Project) => boolean): Set<string> => {
    const { past, present, future } = store.getState().history;
    const photos = [...past, present, ...future].filter(isStep).flatMap((project) => project.photos);
    return new Set([...photos.map(({ key }) => key), ...known.pictures.keys(), ...known.features.keys()]);
  };

  /** Deleted projects go before their time, and the steps that would bring them back. */
  const makeRoom = async (): Promise<void> => {
    const { removed, projects, history } = store.getState();
    const shown = history.present.id;
    const over = new Set(removed);
    for (const { id, deleted } of projects) if (deleted !== null) over.add(id);
    over.delete(shown);
    if (over.size === 0) return;
    const staying = inHand(({ id }) => !over.has(id));
    const gone = await library.clearAway(staying, ({ project }) => over.has(project.id));
    ledger.forget(gone);
    saver.drop(over);
    store.setState((state) => ({
      history: {
        past: state.history.past.filter(({ id }) => !over.has(id)),
        present: state.history.present,
        future: state.history.future.filter(({ id }) => !over.has(id)),
      },
      projects: state.projects.filter(({ id }) => !over.has(id)),
    }));
  };

  /** What earlier sessions know; looked up once, as every look waits for the writes before it. The ledger has the rest. */
  const recallable = library.featuresIds().catch((): ReadonlySet<string> => new Set());
  const modelId = saved?.modelId ?? all.find((project) => project.modelId !== null)?.modelId ?? null;
  store.setState({ projects: all.map(summaryOf), asideCount, modelId });
  if (aside.length > 0) actions.notify({ kind: 'set-aside', aside });
  if (newer.length > 0) actions.notify({ kind: 'newer-projects', names: newer });
  // Before anything is noted of this page's own.
  const left = notes.read();
  if (saved) ledger.know(saved);
  const broughtBack = saved
    ? withinDeadline(bringBack(saved), BACK_PATIENCE).catch(() => undefined)
    : Promise.resolve();
  const saver = startSaving(store, {
    library,
    ledger,
    tabs,
    refresh,
    notes,
    onStranded({ id, name, photos }) {
      actions.notify({ kind: 'photos-wait', project: id, name, count: photos.length });
    },
    roomLeft,
    error,
    now,
  });
  startUsage(store);
  rememberProject(present().id);
  store.subscribe(({ history }, before) => {
    if (history.present.id !== before.history.present.id) rememberProject(history.present.id);
  });
  void tellWhatWasLost(left, { store, actions, library, tabs, notes });
  setTimeout(() => {
    const before = now() - DAYS_DELETED * DAY;
    const isOver = ({ project, deleted }: SavedProject) =>
      deleted !== null && deleted < before && project.id !== present().id;
    tabs
      .whenAlone(async () => {
        const gone = await library.clearAway(
          inHand(() => true),
          isOver,
        );
        if (gone.projects.length > 0) await list();
      })
      // What is left lying does no harm.
      .catch(() => undefined);
  }, CLEAR_AFTER);

  return {
    broughtBack,
    async open(id) {
      await Promise.race([saver.settled(), new Promise((resolve) => setTimeout(resolve, OPEN_PATIENCE))]);
      if (present().id === id) return;
      const unsaved = saver.unsaved(id);
      if (unsaved) {
        actions.openProject(unsaved);
        return;
      }
      const found = await library.load(id);
      if (!found) {
        const name = store.getState().projects.find((project) => project.id === id)?.name;
        await list();
        if (name !== undefined) actions.notify({ kind: 'project-gone', name });
        return;
      }
      ledger.know(found);
      actions.openProject(found.project);
      await bringBack(found);
    },
    takeOver: tabs.takeOver,
    tryAgain: saver.tryAgain,
    async clearDeleted(isSure) {
      const outcome = await tabs.whenAlone(makeRoom, isSure);
      // Browsers need a moment until they count the room that was made.
      if (outcome === 'done') {
        saver.tryAgain();
        setTimeout(() => {
          if (store.getState().saving.status === 'full') saver.tryAgain();
        }, ROOM_PATIENCE);
      }
      return outcome;
    },
    keep: saver.keep,
    countAtRisk: saver.countAtRisk,
    readAside: () => library.readAside(),
    list,
    async recall(sha256) {
      const { modelId } = store.getState();
      const isThere =
        ledger.hasFeatures(modelId, sha256) || (await recallable).has(featuresId(modelId, sha256));
      if (!isThere) return null;
      const [found] = await library.readResults([sha256], modelId).catch((): SavedResults[] => []);
      // Another network may have started meanwhile.
      return store.getState().modelId === modelId ? (found?.features ?? null) : null;
    },
  };
}

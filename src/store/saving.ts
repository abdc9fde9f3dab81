// Whatever a person does is saved at once, and so is what the network says of each photo. This conductor watches the
// store, sees what is not on the disk yet, and writes it: one small batch at a time, of the newest state.

import { asBinsightError, BinsightError } from '../core/errors.ts';
import { isUntouched, type PhotoKey, type Project, type ProjectId } from './project.ts';
import type { AppStore, PhotoWork, ProjectSummary, Saving } from './state.ts';
import { copyFiles } from './storage/copyFiles.ts';
import { isQuotaExceeded } from './storage/database.ts';
import type { Ledger } from './storage/ledger.ts';
import { type Batch, type Library, WrittenElsewhere } from './storage/library.ts';
import type { Tabs } from './storage/tabs.ts';

export interface Saver {
  /** Another tab writes this project now. */
  readonly lose: (id: ProjectId) => void;
  /** This tab writes it now. */
  readonly gain: (id: ProjectId) => void;
  /** Tries again what failed or found no room. */
  readonly tryAgain: () => void;
  /** Resolves when nothing is left to write, or nothing can be. */
  readonly settled: () => Promise<void>;
  /** A project as it is here and not on the disk, be it only for want of room; undefined for one that is saved. */
  readonly unsaved: (id: ProjectId) => Project | undefined;
  /** These are not to be saved any more. */
  readonly drop: (ids: Iterable<ProjectId>) => void;
}

interface Parts {
  readonly library: Pick<Library, 'load' | 'save' | 'markDeleted'>;
  readonly ledger: Ledger;
  readonly tabs: Pick<Tabs, 'claim' | 'holds' | 'announce'>;
  /**
   * Looks whether another tab has written a project since this one last saw it, and shows what that tab made of it.
   * @param isOurs false while the other tab goes on with it
   * @returns false where this tab's version must not be written
   */
  readonly refresh: (id: ProjectId, isOurs: boolean) => Promise<boolean>;
  /** Why nothing could be read. */
  readonly error: BinsightError | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds until a full disk, or storage that fails, is tried again. */
const AGAIN = 15_000;

export function startSaving(store: AppStore, parts: Parts): Saver {
  const { library, ledger, tabs, refresh, error, now } = parts;
  /** Changed projects, as they are now; the one that is shown need not be among them. */
  const waiting = new Map<ProjectId, Project>();
  /** Projects with photos that found no room. */
  const short = new Map<ProjectId, Project>();
  /** Projects whose deletion this session has seen on the disk: one that is wanted again is unmarked. */
  const marked = new Set<ProjectId>();
  let owned: ProjectId | null = null;
  /** The shown project that another tab has. */
  let elsewhere: ProjectId | null = null;
  let running: Promise<void> | null = null;
  let isWanted = false;
  /** Nothing is tried before the timer, or a person, says so. */
  let isPaused = false;
  let failure: Saving | null = error && { status: 'off', error };
  /** Storage has failed and not been seen to work since. */
  let isDoubtful = error !== null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last look at the store found. */
  let seen: readonly unknown[] = [];

  const present = (): Project => store.getState().history.present;

  const isWorthSaving = (project: Project): boolean =>
    !isUntouched(project) || ledger.revision(project.id) > 0;

  const summaryOf = (id: ProjectId): ProjectSummary | undefined =>
    store.getState().projects.find((project) => project.id === id);

  const plan = (project: Project): Batch | null => {
    const state = store.getState();
    const deleted = state.removed.has(project.id) ? (summaryOf(project.id)?.deleted ?? now()) : null;
    return ledger.plan(project, state, now(), deleted);
  };

  const isUnsaved = (): boolean => {
    const shown = present();
    if (shown.id === elsewhere) return false;
    const projects = new Set(waiting.values());
    if (isWorthSaving(shown)) projects.add(shown);
    return [...projects].some((project) => plan(project) !== null) || marks().length > 0;
  };

  const say = (saving: Saving): void => {
    if (JSON.stringify(store.getState().saving) !== JSON.stringify(saving)) store.setState({ saving });
  };

  /** Where things stand when nothing is being written. */
  const sayWhereItStands = (): void => {
    const unsaved = new Map(short).set(present().id, present());
    const photos = [...unsaved.values()].reduce((sum, project) => sum + ledger.countUnsaved(project), 0);
    if (elsewhere === present().id) say({ status: 'elsewhere' });
    else if (failure) say(failure);
    else if (isUnsaved()) say({ status: 'saving' });
    else if (photos > 0 || ledger.lacksResults) say({ status: 'full', photos });
    else say({ status: 'saved' });
  };

  const list = (summary: ProjectSummary): void => {
    const [first] = store.getState().projects;
    const { id, name, photos, deleted } = summary;
    const isSame =
      first?.id === id && first.name === name && first.photos === photos && first.deleted === deleted;
    // Only the time differs, which is read from the disk when the list is looked at. Whoever shows 500 photos has much
    // to do at every change of the state.
    if (isSame) return;
    store.setState(({ projects }) => ({
      projects: [summary, ...projects.filter(({ id }) => id !== summary.id)].sort(
        (a, b) => b.changed - a.changed,
      ),
    }));
  };

  const write = async (batch: Batch): Promise<'again' | 'stop'> => {
    const { project, changed, deleted } = batch;
    const { id, name, photos } = project;
    const { files, unreadable } = await copyFiles(batch.files);
    if (unreadable.length > 0) {
      ledger.cannotRead(unreadable);
      sayUnreadable(unreadable);
      return 'again';
    }
    // Meanwhile another tab may have taken over.
    if (id !== owned) return 'again';
    try {
      ledger.wrote(batch, await library.save({ ...batch, files }));
      tabs.announce(id);
      if (deleted !== null) marked.add(id);
      list({ id, name, photos: photos.length, changed, deleted });
      failure = null;
      return 'again';
    } catch (error) {
      if (error instanceof WrittenElsewhere) {
        // The last write of a tab that has had to hand over may come late; what it wrote is shown, and goes on here.
        const known = ledger.revision(id);
        const goesOn = tabs.holds(id) && (await refresh(id, true)) && ledger.revision(id) !== known;
        if (!goesOn) lose(id);
        return 'again';
      }
      const setback = ledger.failed(batch, error);
      if (setback === 'again') return 'again';
      isDoubtful = setback === 'broken';
      failure = isDoubtful
        ? { status: 'off', error: storageError(error) }
        : { status: 'full', photos: ledger.countUnsaved(present()) };
      return 'stop';
    }
  };

  /** They would not be there after a reload. */
  const sayUnreadable = (photos: readonly PhotoKey[]): void => {
    const failed: PhotoWork = { status: 'failed', error: new BinsightError('photo-unreadable') };
    const found = Object.fromEntries(photos.map((key) => [key, failed]));
    store.setState(({ work }) => ({ work: { ...work, ...found } }));
  };

  /** Deletions that were made or undone, and are not on the disk. */
  const marks = (): readonly ProjectSummary[] => {
    const { projects, removed } = store.getState();
    return projects.filter(({ id, deleted }) =>
      removed.has(id) ? deleted === null : deleted !== null && marked.has(id) && id !== elsewhere,
    );
  };

  const mark = async (): Promise<void> => {
    for (const summary of marks()) {
      const { id, deleted } = summary;
      const when = deleted === null ? now() : null;
      await library.markDeleted(id, when);
      if (when === null) marked.delete(id);
      else marked.add(id);
      list({ ...summary, deleted: when });
    }
  };

  /** Takes the lock of a project, and lets go of the last one. */
  const claim = async (id: ProjectId): Promise<void> => {
    // The place in the queue for the one that is shown is given up for it.
    if (id !== present().id) elsewhere = null;
    const isOurs = await tabs.claim(id);
    const isLatest = await refresh(id, isOurs);
    if (isOurs && isLatest) owned = id;
    else if (isOurs) waiting.delete(id);
    else lose(id);
  };

  /** The project to write next, once it is this tab's; null when there is none. */
  const nextProject = async (): Promise<Project | null> => {
    for (;;) {
      const shown = present();
      const id = owned !== null && waiting.has(owned) ? owned : ([...waiting.keys()][0] ?? shown.id);
      if (id === elsewhere) return null;
      if (id === owned) return waiting.get(id) ?? (isWorthSaving(shown) ? shown : null);
      await claim(id);
    }
  };

  const run = async (): Promise<'done' | 'stopped'> => {
    if (isDoubtful) {
      // Throws where it still fails; with nothing to write nobody would know.
      await library.load(present().id);
      isDoubtful = false;
      failure = null;
    }
    for (let project = await nextProject(); project; project = await nextProject()) {
      const batch = plan(project);
      if (batch) {
        say({ status: 'saving' });
        if ((await write(batch)) === 'stop') return 'stopped';
      } else {
        if (waiting.get(project.id) === project) waiting.delete(project.id);
        if (ledger.countUnsaved(project) > 0) short.set(project.id, project);
        else short.delete(project.id);
        if (project === present() && waiting.size === 0) break;
      }
    }
    await mark();
    return 'done';
  };

  const work = async (): Promise<void> => {
    try {
      // Whatever changes while it runs makes it run once more.
      while (isWanted) {
        isWanted = false;
        isPaused = (await run()) === 'stopped';
        if (isPaused) break;
      }
    } catch (error) {
      isPaused = true;
      isDoubtful = !isQuotaExceeded(error);
      failure = isDoubtful
        ? { status: 'off', error: storageError(error) }
        : { status: 'full', photos: ledger.countUnsaved(present()) };
    } finally {
      running = null;
      isWanted = false;
      sayWhereItStands();
      const { status } = store.getState().saving;
      clearTimeout(timer);
      if (status === 'full' || status === 'off') timer = setTimeout(tryAgain, AGAIN);
    }
  };

  const pump = (): void => {
    isWanted = true;
    if (isUnsaved()) say({ status: 'saving' });
    running ??= work();
  };

  /** Has anything changed that is to be saved since this was last asked? */
  const isNews = (): boolean => {
    const { history, work, modelId, removed, projects } = store.getState();
    const { present } = history;
    const found = [present, work, modelId, removed, projects];
    if (found.every((part, i) => part === seen[i])) return false;
    seen = found;
    if (elsewhere !== null && present.id !== elsewhere) {
      // What is shown now may be changed at once.
      elsewhere = null;
      say({ status: 'saving' });
    }
    // A deleted project that is opened is one that is wanted again.
    if (summaryOf(present.id)?.deleted) marked.add(present.id);
    if (present.id !== elsewhere && isWorthSaving(present)) waiting.set(present.id, present);
    return true;
  };

  const look = (): void => {
    // A slider that is being dragged is saved when it is let go.
    if (store.getState().adjusting) {
      if (!running && !failure && isUnsaved()) say({ status: 'saving' });
    } else if (isNews()) {
      if (!isPaused) pump();
    } else if (!running && !isPaused && store.getState().saving.status === 'saving') {
      // It was dragged back to where it was.
      sayWhereItStands();
    }
  };

  const lose = (id: ProjectId): void => {
    if (owned === id) owned = null;
    // What is here is not to be written over what the other tab makes of it.
    waiting.delete(id);
    if (id !== present().id) return;
    elsewhere = id;
    sayWhereItStands();
  };

  const tryAgain = (): void => {
    ledger.forgetSetbacks();
    for (const [id, project] of short) if (!waiting.has(id)) waiting.set(id, project);
    short.clear();
    if (!isDoubtful) failure = null;
    isPaused = false;
    pump();
  };

  if (failure) say(failure);
  store.subscribe(look);
  look();

  return {
    lose,
    gain(id) {
      if (id !== present().id) return;
      owned = id;
      elsewhere = null;
      pump();
    },
    tryAgain,
    async settled() {
      while (running) await running;
    },
    unsaved: (id) => waiting.get(id) ?? short.get(id),
    drop(ids) {
      for (const id of ids) {
        waiting.delete(id);
        short.delete(id);
        marked.delete(id);
      }
    },
  };
}

const storageError = (error: unknown): BinsightError =>
  error instanceof BinsightError && error.code.startsWith('storage-')
    ? error
    : new BinsightError('storage-failed', { reason: asBinsightError(error).message }, { cause: error });

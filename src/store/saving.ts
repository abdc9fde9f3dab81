// Whatever a person does is saved at once, and so is what the network says of each photo. This conductor watches the
// store, sees what is not on the disk yet, and writes it: one small batch at a time, of the newest state.

import { BinsightError } from '../core/errors.ts';
import { createDeletionMarks, type DeletionMarks } from './deletionMarks.ts';
import { isUntouched, type Photo, type PhotoKey, type Project, type ProjectId } from './project.ts';
import { listProject } from './projectList.ts';
import { createRetry } from './retry.ts';
import { type AppStore, areComing, type PhotoWork, type Saving, type State } from './state.ts';
import { copyFiles } from './storage/copyFiles.ts';
import { isQuotaExceeded } from './storage/database.ts';
import type { Ledger } from './storage/ledger.ts';
import { type Batch, type Library, WrittenElsewhere } from './storage/library.ts';
import { storageError } from './storage/storageError.ts';
import type { Tabs } from './storage/tabs.ts';
import type { UnsavedNotes } from './storage/unsavedNotes.ts';
import { createStrandedPhotos, type WithPhotos, without } from './strandedPhotos.ts';
import { until } from './until.ts';
import { withdrawNotices } from './withdrawNotices.ts';

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
  /** How many photos would be gone if the page were closed now. */
  readonly countAtRisk: () => number;
  /** What is not saved of a project that another tab goes on with waits here, and that is said. */
  readonly strand: (project: WithPhotos) => void;
  /** They wait no more. */
  readonly takeStranded: (id: ProjectId) => readonly Photo[];
  /** The list of projects, as another tab may have changed it. */
  readonly seeList: DeletionMarks['compare'];
  /** Another tab has deleted a project, or brought it back. */
  readonly seeDeletion: (id: ProjectId, isDeleted: boolean) => void;
  /** The shown project, which another tab has deleted, is wanted here. */
  readonly keep: () => void;
  /** These are not to be saved any more. */
  readonly drop: (ids: Iterable<ProjectId>) => void;
}

/** What keeps anything at all from being written. */
type Failure = { readonly status: 'full' } | Extract<Saving, { readonly status: 'off' }>;

interface Parts {
  readonly library: Pick<Library, 'load' | 'save' | 'markDeleted'>;
  readonly ledger: Ledger;
  readonly tabs: Pick<Tabs, 'id' | 'claim' | 'holds' | 'announce'>;
  /**
   * Looks whether another tab has written a project since this one last saw it, and shows what that tab made of it.
   * @param isOurs false while the other tab goes on with it
   * @returns false where this tab's version must not be written
   */
  readonly refresh: (id: ProjectId, isOurs: boolean) => Promise<boolean>;
  readonly notes: Pick<UnsavedNotes, 'update'>;
  /** Tells a person of photos that wait for their project. */
  readonly onStranded: (project: WithPhotos) => void;
  /** Bytes that the browser still has for this page. */
  readonly roomLeft: () => Promise<number>;
  /** Why nothing could be read. */
  readonly error: BinsightError | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Milliseconds for which a few results wait for more while photos are on their way: each write, however small, takes the
 * page and the browser as long as half a photo. What waits is found out once more should the page be closed.
 */
const REST = 200;

export function startSaving(store: AppStore, parts: Parts): Saver {
  const { library, ledger, tabs, refresh, notes, onStranded, roomLeft, error, now } = parts;
  /** Changed projects, as they are now; the one that is shown need not be among them. */
  const waiting = new Map<ProjectId, Project>();
  /** Projects with photos that found no room. */
  const short = new Map<ProjectId, Project>();
  const stranded = createStrandedPhotos(ledger);
  let owned: ProjectId | null = null;
  /** The shown project that another tab has. */
  let elsewhere: ProjectId | null = null;
  /** The shown project as it was when another tab deleted it: it goes unless something is done with it here. */
  let withdrawn: Project | null = null;
  let running: Promise<void> | null = null;
  let isWanted = false;
  /** When something was written last, by the clock of this page. */
  let wroteAt = Number.NEGATIVE_INFINITY;
  /** Nothing is tried before the timer, or a person, says so. */
  let isPaused = false;
  let failure: Failure | null = error && { status: 'off', error };
  /** Storage has failed and not been seen to work since. */
  let isDoubtful = error !== null;
  /** What the last look at the store found. */
  let seen: readonly unknown[] = [];
  /** The project that was shown then. */
  let lastShown: Project | null = null;

  const present = (): Project => store.getState().history.present;

  const marks = createDeletionMarks(store, {
    library,
    announce: tabs.announce,
    isElsewhere: (id) => id === elsewhere,
    now,
  });

  const isWorthSaving = (project: Project): boolean =>
    project !== withdrawn && (!isUntouched(project) || ledger.revision(project.id) > 0);

  const plan = (project: Project): Batch | null =>
    ledger.plan(project, store.getState(), now(), marks.deletedSince(project.id));

  /** All that is not on the disk, or may not be: each project as it is now. */
  const candidates = (): ReadonlyMap<ProjectId, Project> => {
    const shown = present();
    return new Map([...short, ...waiting]).set(shown.id, shown);
  };

  const isUnsaved = (): boolean => {
    if (present().id === elsewhere) return false;
    const projects = [...candidates().values()].filter(isWorthSaving);
    return projects.some((project) => plan(project) !== null) || marks.areDue();
  };

  /** Photos that would be gone if the page were closed now. */
  const atRisk = (): ReadonlyMap<ProjectId, WithPhotos> => {
    const found = new Map<ProjectId, WithPhotos>();
    for (const project of candidates().values()) {
      const { id, name } = project;
      found.set(id, { id, name, photos: ledger.unsavedPhotos(project) });
    }
    for (const { id, name, photos } of stranded.list()) {
      const others = found.get(id)?.photos ?? [];
      found.set(id, { id, name, photos: [...others, ...without(others, photos)] });
    }
    return found;
  };

  /** For the page that is opened next, should this one be closed or die. */
  const noteWhatIsUnsaved = (): void => {
    for (const project of atRisk().values()) notes.update({ tab: tabs.id, ...project });
    countStranded();
  };

  const countStranded = (): void => {
    const count = stranded.list().reduce((sum, { photos }) => sum + photos.length, 0);
    if (store.getState().stranded !== count) store.setState({ stranded: count });
  };

  const strand = (project: WithPhotos): void => {
    const photos = stranded.add(project);
    if (photos.length === 0) return;
    noteWhatIsUnsaved();
    onStranded({ id: project.id, name: project.name, photos });
  };

  /** What is here of a project is not to be written over what another tab makes of it. */
  const letGo = (id: ProjectId): void => {
    const project = waiting.get(id) ?? short.get(id);
    waiting.delete(id);
    short.delete(id);
    // The photos of one that is shown are still to be seen; they are stranded when it is left.
    if (project && id !== present().id) strand(project);
  };

  /** @param isBroken it is not for want of room */
  const fail = (error: unknown, isBroken: boolean): void => {
    isDoubtful = isBroken;
    failure = isBroken ? { status: 'off', error: storageError(error) } : { status: 'full' };
  };

  const say = (saving: Saving): void => {
    if (JSON.stringify(store.getState().saving) !== JSON.stringify(saving)) store.setState({ saving });
  };

  /** Where things stand when nothing is being written. */
  const sayWhereItStands = (): void => {
    const unsaved = new Map(short).set(present().id, present());
    const photos = [...unsaved.values()].reduce((sum, project) => sum + ledger.countUnsaved(project), 0);
    const sayFull = () => say({ status: 'full', photos, shown: ledger.unsavedPhotos(present()).length });
    if (elsewhere === present().id) say({ status: 'elsewhere' });
    else if (withdrawn === present()) say({ status: 'deleted' });
    else if (failure?.status === 'full') sayFull();
    else if (failure) say(failure);
    else if (isUnsaved()) say({ status: 'saving' });
    else if (photos > 0 || ledger.lacksResults) sayFull();
    else say({ status: 'saved' });
  };

  const write = async (batch: Batch): Promise<'again' | 'stop'> => {
    const { project, changed, deleted } = batch;
    const { id, name, photos } = project;
    if (batch.files.length > 0 && !ledger.fits(batch, await roomLeft())) return 'again';
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
      wroteAt = performance.now();
      tabs.announce(id);
      if (deleted !== null) marks.add(id);
      listProject(store, { id, name, photos: photos.length, changed, deleted });
      noteWhatIsUnsaved();
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
      fail(error, setback === 'broken');
      return 'stop';
    }
  };

  /** They would not be there after a reload. */
  const sayUnreadable = (photos: readonly PhotoKey[]): void => {
    const failed: PhotoWork = { status: 'failed', error: new BinsightError('photo-unreadable') };
    const found = Object.fromEntries(photos.map((key) => [key, failed]));
    store.setState(({ work }) => ({ work: { ...work, ...found } }));
  };

  /** Takes the lock of a project, and lets go of the last one. */
  const claim = async (id: ProjectId): Promise<void> => {
    // The place in the queue for the one that is shown is given up for it.
    if (id !== present().id) elsewhere = null;
    const isOurs = await tabs.claim(id);
    const isLatest = await refresh(id, isOurs);
    if (isOurs && isLatest) owned = id;
    else if (isOurs) letGo(id);
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
    // Before the lock is given back: who gets it then sees what has become of the project.
    await marks.write();
    for (let project = await nextProject(); project; project = await nextProject()) {
      const batch = plan(project);
      if (batch) {
        say({ status: 'saving' });
        const rest = wroteAt + REST - performance.now();
        const isOver = (state: State) => !areComing(state) || state.history.present !== project;
        if (ledger.canWait(batch) && rest > 0 && !isOver(store.getState())) {
          await until(store, isOver, rest);
          continue;
        }
        if ((await write(batch)) === 'stop') return 'stopped';
      } else {
        if (waiting.get(project.id) === project) waiting.delete(project.id);
        if (ledger.countUnsaved(project) > 0) short.set(project.id, project);
        else short.delete(project.id);
        if (project === present() && waiting.size === 0) break;
      }
    }
    await marks.write();
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
      fail(error, !isQuotaExceeded(error));
    } finally {
      running = null;
      isWanted = false;
      sayWhereItStands();
      const { status } = store.getState().saving;
      if (status === 'full' || status === 'off') retry.later();
      else retry.stop();
    }
  };

  const pump = (): void => {
    isWanted = true;
    // To plan a write takes its time with many photos.
    if (store.getState().saving.status !== 'saving' && isUnsaved()) say({ status: 'saving' });
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
    if (withdrawn && present !== withdrawn) {
      // Whoever works on it wants it.
      if (present.id === withdrawn.id) marks.add(present.id);
      withdrawn = null;
    }
    // A deleted project that is opened is one that is wanted again.
    const isDeleted = projects.some(({ id, deleted }) => id === present.id && deleted !== null);
    if (isDeleted && present !== withdrawn) marks.add(present.id);
    if (present.id !== elsewhere && isWorthSaving(present)) waiting.set(present.id, present);
    const left = lastShown;
    lastShown = present;
    if (present.photos !== left?.photos) noteWhatIsUnsaved();
    // Nobody else looks after the photos of a project that was not this tab's to save.
    if (left && left.id !== present.id && !waiting.has(left.id) && !short.has(left.id)) strand(left);
    return true;
  };

  const look = (): void => {
    // A slider that is being dragged is saved when it is let go.
    if (store.getState().adjusting) {
      if (!running && !failure && isUnsaved()) say({ status: 'saving' });
    } else if (isNews()) {
      if (!isPaused) pump();
      else if (failure?.status === 'full') waitForRoom();
    } else if (!running && !isPaused && store.getState().saving.status === 'saving') {
      // It was dragged back to where it was.
      sayWhereItStands();
    }
  };

  const waitForRoom = (): void => {
    sayWhereItStands();
    retry.soon();
  };

  const lose = (id: ProjectId): void => {
    if (owned === id) owned = null;
    letGo(id);
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

  const retry = createRetry(tryAgain, () => {
    isPaused = false;
    pump();
  });

  if (error) say({ status: 'off', error });
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
    countAtRisk: () => [...atRisk().values()].reduce((sum, { photos }) => sum + photos.length, 0),
    strand,
    takeStranded(id) {
      const photos = stranded.take(id);
      if (photos.length > 0) {
        // What was said of them is true no longer.
        withdrawNotices(store, (notice) => notice.kind === 'photos-wait' && notice.project === id);
      }
      return photos;
    },
    seeList: marks.compare,
    seeDeletion(id, isDeleted) {
      const shown = present();
      const isOurDoing = marks.has(id) || store.getState().removed.has(id);
      if (id !== shown.id || isOurDoing || isDeleted === (withdrawn === shown)) return;
      withdrawn = isDeleted ? shown : null;
      if (isDeleted) waiting.delete(id);
      sayWhereItStands();
    },
    keep() {
      if (withdrawn !== present()) return;
      const { id, name, photos } = present();
      withdrawn = null;
      marks.add(id);
      listProject(store, { id, name, photos: photos.length, changed: now(), deleted: now() });
      pump();
    },
    drop(ids) {
      for (const id of ids) {
        waiting.delete(id);
        short.delete(id);
        stranded.take(id);
        marks.drop(id);
      }
      countStranded();
    },
  };
}

// Whatever a person does is saved at once, and so is what the network says of each photo. This conductor watches the
// store, sees what is not on the disk yet, and writes it: one small batch at a time, of the newest state.

import { asBinsightError, BinsightError } from '../core/errors.ts';
import { isUntouched, type Project, type ProjectId } from './project.ts';
import type { AppStore, ProjectSummary, Saving } from './state.ts';
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
}

interface Parts {
  readonly library: Library;
  readonly ledger: Ledger;
  readonly tabs: Pick<Tabs, 'claim' | 'announce'>;
  /** Why nothing could be read. */
  readonly error: BinsightError | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds until a full disk is tried again. */
const AGAIN = 15_000;

export function startSaving(store: AppStore, { library, ledger, tabs, error, now }: Parts): Saver {
  /** Changed projects, as they are now; the one that is shown need not be among them. */
  const waiting = new Map<ProjectId, Project>();
  /** Projects that are marked as deleted. */
  const marked = new Set<ProjectId>();
  let owned: ProjectId | null = null;
  /** The shown project that another tab has. */
  let elsewhere: ProjectId | null = null;
  let running: Promise<void> | null = null;
  let failure: Saving | null = error && { status: 'off', error };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What the last look at the store found. */
  let seen: readonly unknown[] = [];

  const present = (): Project => store.getState().history.present;

  const say = (saving: Saving): void => {
    if (JSON.stringify(store.getState().saving) !== JSON.stringify(saving)) store.setState({ saving });
  };

  /** Where things stand when nothing is being written. */
  const sayWhereItStands = (): void => {
    const unsaved = ledger.countUnsaved(present());
    if (elsewhere === present().id) say({ status: 'elsewhere' });
    else if (failure) say(failure);
    else if (unsaved > 0 || ledger.isFull) say({ status: 'full', photos: unsaved });
    else say({ status: 'saved' });
  };

  const list = (
    id: ProjectId,
    change: (summary: ProjectSummary | undefined) => ProjectSummary | undefined,
  ) => {
    store.setState(({ projects }) => {
      const summary = change(projects.find((project) => project.id === id));
      const others = projects.filter((project) => project.id !== id);
      return {
        projects: summary ? [summary, ...others].sort((a, b) => b.changed - a.changed) : others,
      };
    });
  };

  const write = async (batch: Batch): Promise<'again' | 'stop'> => {
    const { project } = batch;
    try {
      ledger.wrote(batch, await library.save(batch));
      tabs.announce(project.id);
      const { id, name, photos } = project;
      list(id, () => ({ id, name, photos: photos.length, changed: batch.now, deleted: null }));
      failure = null;
      return 'again';
    } catch (error) {
      if (error instanceof WrittenElsewhere) {
        lose(project.id);
        waiting.delete(project.id);
        return 'again';
      }
      const setback = ledger.failed(batch, error);
      if (setback === 'again') return 'again';
      failure =
        setback === 'full'
          ? { status: 'full', photos: ledger.countUnsaved(present()) }
          : { status: 'off', error: storageError(error) };
      return 'stop';
    }
  };

  /** Deletions that were made or undone since. */
  const mark = async (): Promise<void> => {
    const { removed } = store.getState();
    for (const id of [...removed].filter((id) => !marked.has(id))) {
      const when = now();
      marked.add(id);
      await library.markDeleted(id, when);
      list(id, (summary) => summary && { ...summary, deleted: when });
    }
    for (const id of [...marked].filter((id) => !removed.has(id))) {
      marked.delete(id);
      await library.markDeleted(id, null);
      list(id, (summary) => summary && { ...summary, deleted: null });
    }
  };

  /** Takes the lock of a project, and lets go of the last one. */
  const claim = async (id: ProjectId): Promise<void> => {
    if (await tabs.claim(id)) {
      owned = id;
    } else {
      waiting.delete(id);
      lose(id);
    }
  };

  /** The project to write next, once it is this tab's; null when there is none. */
  const nextProject = async (): Promise<Project | null> => {
    for (;;) {
      const shown = present();
      const id = [owned, ...waiting.keys()].find((key) => key !== null && waiting.has(key)) ?? shown.id;
      if (id === elsewhere) return null;
      if (id === owned) return waiting.get(id) ?? (isWorthSaving(shown) ? shown : null);
      await claim(id);
    }
  };

  const isWorthSaving = (project: Project): boolean =>
    !isUntouched(project) || ledger.revision(project.id) > 0;

  const run = async (): Promise<void> => {
    for (let project = await nextProject(); project; project = await nextProject()) {
      const batch = ledger.plan(project, store.getState(), now());
      if (batch) {
        say({ status: 'saving' });
        if ((await write(batch)) === 'stop') return;
      } else {
        const isLast = project === present() && [...waiting.keys()].every((id) => id === project?.id);
        if (waiting.get(project.id) === project) waiting.delete(project.id);
        if (isLast) break;
      }
    }
    await mark();
  };

  const pump = (): void => {
    clearTimeout(timer);
    running ??= run()
      .catch((error: unknown) => {
        failure = { status: 'off', error: storageError(error) };
      })
      .finally(() => {
        running = null;
        if (isNews()) pump();
        else {
          sayWhereItStands();
          if (store.getState().saving.status === 'full') timer = setTimeout(tryAgain, AGAIN);
        }
      });
  };

  /** Has anything changed that is to be saved since this was last asked? */
  const isNews = (): boolean => {
    const { history, work, modelId, removed, adjusting } = store.getState();
    const { present } = history;
    const found = [present, work, modelId, removed];
    // A slider that is being dragged is saved when it is let go.
    if (adjusting || found.every((part, i) => part === seen[i])) return false;
    seen = found;
    const isChanged = present.id !== elsewhere && isWorthSaving(present) && !ledger.isWritten(present);
    if (isChanged) waiting.set(present.id, present);
    return true;
  };

  const lose = (id: ProjectId): void => {
    if (owned === id) owned = null;
    elsewhere = id;
    sayWhereItStands();
  };

  const tryAgain = (): void => {
    ledger.forgetSetbacks();
    failure = null;
    pump();
  };

  store.subscribe(() => {
    if (isNews()) pump();
  });

  if (isNews()) pump();

  return {
    lose,
    gain(id) {
      owned = id;
      if (elsewhere === id) elsewhere = null;
      pump();
    },
    tryAgain,
    async settled() {
      while (running) await running;
    },
  };
}

const storageError = (error: unknown): BinsightError =>
  error instanceof BinsightError && error.code.startsWith('storage-')
    ? error
    : new BinsightError('storage-failed', { reason: asBinsightError(error).message }, { cause: error });

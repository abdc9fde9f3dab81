// What a person can do. Every change to the project goes through `change`, so that it can be undone.

import { amend, type History, record, redo, rewrite, undo } from './history.ts';
import { type DroppedFile, planIntake } from './intake.ts';
import { isLasting, withoutTooMany } from './lastingNotices.ts';
import { newKey } from './newKey.ts';
import type { PhotoFiles } from './photoFiles.ts';
import type { BinId, Photo, PhotoKey, Place, Project, Settings } from './project.ts';
import * as project from './project.ts';
import { createProjectActions } from './projectActions.ts';
import { type AppStore, type Notice, type PhotoWork, sha256Of } from './state.ts';
import { twinsIn } from './twins.ts';
import { withdrawNotices } from './withdrawNotices.ts';

/** A photo on its way into a bin or the tray. */
export interface Arrival {
  readonly name: string;
  readonly file: Blob;
  readonly target: { readonly place: Place } | { readonly label: string };
  readonly credit?: string;
}

type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

export type Actions = ReturnType<typeof createActions>;

export function createActions(store: AppStore, files: PhotoFiles) {
  const projects = createProjectActions(store, files);
  let lastNotice = 0;

  /** The project that a setting which is still being dragged has made last. */
  let adjusted: Project | null = null;

  /** What another tab has open is not changed here: one of the two would lose its work. */
  const mayChange = (): boolean => {
    if (store.getState().saving.status !== 'elsewhere') return true;
    notify({ kind: 'open-elsewhere' });
    return false;
  };

  /** @param fresh photos that come with the change, to be read */
  const change = (next: (current: Project) => Project, fresh: readonly PhotoKey[] = []): void => {
    if (!mayChange()) return;
    const queued = fresh.map((key): [PhotoKey, PhotoWork] => [key, { status: 'queued' }]);
    store.setState(({ history, work }) => ({
      history: record(history, next(history.present)),
      adjusting: false,
      ...(queued.length > 0 ? { work: { ...work, ...Object.fromEntries(queued) } } : {}),
    }));
  };

  const travel = (step: (history: History<Project>) => History<Project>): void => {
    const { history } = store.getState();
    const next = step(history);
    // A step to another project is none in this one.
    if (next.present.id === history.present.id && !mayChange()) return;
    const removed = projects.removedAfter(history, next);
    store.setState(({ notices }) => ({
      history: next,
      removed,
      adjusting: false,
      // What was said of a deletion may be true no longer.
      notices: notices.filter(({ kind }) => kind !== 'project-deleted'),
    }));
  };

  const notify = (notice: NewNotice): void => {
    lastNotice++;
    const added: Notice = { ...notice, id: lastNotice };
    store.setState(({ notices }) => {
      const last = notices.at(-1);
      // A drop of photos that are all there already is one thing to say, not twenty.
      const merged =
        last?.kind === 'already-there' && added.kind === 'already-there' && last.place === added.place
          ? [
              ...notices.slice(0, -1),
              {
                ...added,
                names: [...last.names, ...added.names],
                twins: { ...last.twins, ...added.twins },
              },
            ]
          : [...notices, added];
      return { notices: withoutTooMany(merged) };
    });
  };

  /** Adds photos as one undoable step, making the bins that they ask for. */
  const arrive = (arrivals: readonly Arrival[]): void => {
    if (!mayChange()) return;
    const keyed = arrivals.map((arrival) => ({ ...arrival, key: newKey('photo') }));
    for (const { key, file } of keyed) files.add(key, file);
    const add = (current: Project): Project => {
      const wanted = arrivals.flatMap(({ target }) => ('label' in target ? [target.label] : []));
      const missing = [...new Set(wanted)].filter((label) => !project.findBin(current, label));
      const places = new Set(arrivals.flatMap(({ target }) => ('place' in target ? [target.place] : [])));
      let next = missing.length > 0 ? project.dropUnusedDefaults(current, places) : current;
      for (const label of wanted) if (!project.findBin(next, label)) next = project.addBin(next, label);
      const photos = keyed.map(({ key, name, target, credit }): Photo => {
        // A bin may have been removed while a big folder was being listed.
        const bin =
          'place' in target
            ? next.bins.find(({ id }) => id === target.place)
            : project.findBin(next, target.label);
        const place = bin?.id ?? project.TRAY;
        return { key, name, place, ...(credit === undefined ? {} : { credit }) };
      });
      return project.addPhotos(next, photos);
    };
    change(
      add,
      keyed.map(({ key }) => key),
    );
  };

  return {
    arrive,
    notify,
    newProject: projects.newProject,
    openProject: projects.openProject,
    duplicateProject: projects.duplicateProject,
    importProject: projects.importProject,
    deleteProject(): void {
      if (!mayChange()) return;
      const { history, saving } = store.getState();
      const { name } = history.present;
      projects.deleteProject();
      notify({ kind: 'project-deleted', name, unsaved: saving.status === 'full' ? saving.shown : 0 });
    },
    renameProject: (name: string) => change((p) => project.renameProject(p, name)),

    /** Files and folders that were dropped, chosen or pasted; `onto` is null for the page itself. */
    drop(files: readonly DroppedFile[], onto: Place | null, droppedNames: readonly string[] = []): void {
      const { accepted, leftOut } = planIntake(files, onto);
      // What was said of an earlier drop is over.
      withdrawNotices(store, (notice) => !isLasting(notice));
      if (accepted.length > 0) {
        arrive(accepted.map(({ file, target }) => ({ name: file.name, file, target })));
      }
      if (leftOut.length > 0) notify({ kind: 'left-out', names: leftOut });
      else if (accepted.length === 0) notify({ kind: 'nothing-dropped', names: droppedNames });
    },

    /** A photo that lies there already is not put beside itself, but it leaves its old place all the same. */
    move(keys: Iterable<PhotoKey>, place: Place): void {
      if (!mayChange()) return;
      const state = store.getState();
      const { present } = state.history;
      const wanted = new Set(keys);
      const coming = present.photos.filter((p) => wanted.has(p.key) && p.place !== place);
      const twins = twinsIn(state, place, coming, ({ key }) => sha256Of(state.work[key]));
      const gone = new Set(Object.keys(twins));
      if (project.movePhotos(present, wanted, place) === present) return;
      change((p) => project.movePhotos(project.removePhotos(p, gone), wanted, place));
      if (gone.size === 0) return;
      const names = coming.filter(({ key }) => gone.has(key)).map(({ name }) => name);
      notify({ kind: 'already-there', names, place, twins });
    },
    remove: (keys: Iterable<PhotoKey>) => change((p) => project.removePhotos(p, new Set(keys))),
    renameBin: (id: BinId, label: string) => change((p) => project.renameBin(p, id, label)),
    /** @param stem what bins are called in the page's language, before their number */
    addBin: (stem?: string) => change((p) => project.addBin(p, project.nextLabel(p, stem))),
    removeBin: (id: BinId) => change((p) => project.removeBin(p, id)),
    clear: () => change(project.clearPhotos),

    /** @param done false while a slider is being dragged: what follows is the same step to undo */
    set(changes: Partial<Settings>, done = true): void {
      if (!mayChange()) return;
      const { history } = store.getState();
      const goesOn = adjusted === history.present;
      const before = (goesOn ? history.past.at(-1) : null) ?? history.present;
      const next = project.changeSettings(before, { ...history.present.settings, ...changes });
      store.setState({
        history: goesOn ? amend(history, next) : record(history, next),
        adjusting: !done,
      });
      // A drag that is where it began has no step that could go on.
      adjusted = done || next === before ? null : next;
    },
    lookCloser: (closer: boolean) => store.setState({ closer }),
    undo: () => travel(undo),
    redo: () => travel(redo),

    /**
     * Takes tiles out as if they had never come, wherever the same photo lies beside them; before and after, where it
     * does not, they stay. Not a step to undo.
     * @param twins their keys, each with its photo's hash
     */
    forget(twins: ReadonlyMap<PhotoKey, string>): void {
      store.setState(({ history, work }) => {
        const withoutTwins = (p: Project): Project => {
          const others = p.photos.filter(({ key }) => !twins.has(key));
          const there = new Set(others.map(({ key, place }) => `${place} ${sha256Of(work[key])}`));
          const isGone = ({ key, place }: Photo) => twins.has(key) && there.has(`${place} ${twins.get(key)}`);
          const gone = p.photos.filter(isGone);
          return project.removePhotos(p, new Set(gone.map(({ key }) => key)));
        };
        return { history: rewrite(history, withoutTwins, project.holdsTheSame) };
      });
    },

    retry(key: PhotoKey): void {
      store.setState(({ work }) => ({ work: { ...work, [key]: { status: 'queued' } } }));
    },

    choose: (chosen: PhotoKey | null) => store.setState({ chosen }),
    dismiss: (id: number) => withdrawNotices(store, (notice) => notice.id === id),
  };
}

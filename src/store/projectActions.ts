// What a person can do with projects as a whole. A step that leads to another project is one to undo like any other.

import type { PortableProject } from '../workers/contract.ts';
import { type History, record } from './history.ts';
import { isLasting } from './lastingNotices.ts';
import { newKey } from './newKey.ts';
import type { PhotoFiles } from './photoFiles.ts';
import * as project from './project.ts';
import { type Bin, type Photo, type PhotoKey, type Project, type ProjectId, TRAY } from './project.ts';
import type { AppStore, PhotoWork } from './state.ts';

export function createProjectActions(store: AppStore, files: PhotoFiles) {
  /** Projects that steps of this session have made, and those that a step has put in place of a deleted one. */
  const made = new Set<ProjectId>();
  const inPlaceOf = new Map<ProjectId, ProjectId>();

  const present = (): Project => store.getState().history.present;

  const takenNames = (): string[] => {
    const { projects, removed } = store.getState();
    const others = projects.filter(({ id, deleted }) => deleted === null && !removed.has(id));
    const own = project.isUntouched(present()) ? [] : [present().name];
    return [...others.map(({ name }) => name), ...own];
  };

  const show = (next: Project, work: Readonly<Record<PhotoKey, PhotoWork>> = {}): void => {
    store.setState((state) => {
      const removed = new Set(state.removed);
      removed.delete(next.id);
      return {
        history: record(state.history, next),
        work: { ...work, ...state.work },
        removed,
        adjusting: false,
        chosen: null,
        notices: state.notices.filter(isLasting),
      };
    });
  };

  const make = (next: Project, work?: Readonly<Record<PhotoKey, PhotoWork>>): void => {
    made.add(next.id);
    show(next, work);
  };

  const empty = (): Project => {
    const { id, name } = project.emptyProject(newKey('project'));
    return project.emptyProject(id, project.freeName(name, takenNames()));
  };

  return {
    openProject: (next: Project) => show(next),
    newProject: () => make(empty()),

    /** The photos are the same, and so is what is known of them. */
    duplicateProject(): void {
      const original = present();
      const name = project.freeName(`${original.name} copy`, takenNames());
      make({ ...original, id: newKey('project'), name });
    },

    deleteProject(): void {
      const { id } = present();
      const next = empty();
      inPlaceOf.set(next.id, id);
      make(next);
      store.setState(({ removed }) => ({ removed: new Set([...removed, id]) }));
    },

    importProject({ name, settings, bins, photos }: PortableProject): void {
      const work: Record<PhotoKey, PhotoWork> = {};
      const places = bins.map((label, i): Bin => ({ id: `bin-${i + 1}`, label }));
      const arrived = photos.map(({ name, file, bin, credit }): Photo => {
        const key = newKey('photo');
        files.add(key, file);
        work[key] = { status: 'queued' };
        const place = (bin === null ? undefined : places[bin])?.id ?? TRAY;
        return { key, name, place, ...(credit === undefined ? {} : { credit }) };
      });
      const id = newKey('project');
      make({ id, name: project.freeName(name, takenNames()), bins: places, photos: arrived, settings }, work);
    },

    /**
     * Which projects count as deleted after a step back or forth in the history: those whose making was undone, and
     * those whose deletion was done again.
     */
    removedAfter(from: History<Project>, to: History<Project>): ReadonlySet<ProjectId> {
      const removed = new Set(store.getState().removed);
      const { id } = to.present;
      const left = from.present.id;
      if (id === left) return removed;
      const isNoMore = !to.past.some((step) => step.id === left);
      if (made.has(left) && isNoMore) removed.add(left);
      const deleted = inPlaceOf.get(id);
      if (deleted !== undefined && deleted === left) removed.add(deleted);
      removed.delete(id);
      return removed;
    },
  };
}

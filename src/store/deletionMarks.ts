// Deleted projects stay for a while with a mark in their record. Here the marks follow what a person does: delete, undo
// that, or open a deleted project, which is one that is wanted again.

import type { ProjectId } from './project.ts';
import { listProject } from './projectList.ts';
import type { AppStore, ProjectSummary } from './state.ts';
import type { Library } from './storage/library.ts';

interface Parts {
  readonly library: Pick<Library, 'markDeleted'>;
  /** Tells the other tabs. */
  readonly announce: (id: ProjectId) => void;
  /** Another tab goes on with it, and with its mark. */
  readonly isElsewhere: (id: ProjectId) => boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface DeletionMarks {
  /** Since when a project counts as deleted, for its record; null for one that does not. */
  readonly deletedSince: (id: ProjectId) => number | null;
  /** Its record bears the mark, and may be wanted again. */
  readonly add: (id: ProjectId) => void;
  readonly has: (id: ProjectId) => boolean;
  readonly drop: (id: ProjectId) => void;
  /** Projects as they lie in the database: one whose mark another tab has taken away is deleted no more. */
  readonly compare: (projects: readonly ProjectSummary[]) => void;
  /** Is there a mark to set, or to take away? */
  readonly areDue: () => boolean;
  readonly write: () => Promise<void>;
}

export function createDeletionMarks(
  store: AppStore,
  { library, announce, isElsewhere, now }: Parts,
): DeletionMarks {
  /** Projects whose mark this session has seen. */
  const marked = new Set<ProjectId>();

  const due = (): readonly ProjectSummary[] => {
    const { projects, removed } = store.getState();
    return projects.filter(({ id, deleted }) =>
      removed.has(id)
        ? deleted === null && !marked.has(id)
        : deleted !== null && marked.has(id) && !isElsewhere(id),
    );
  };

  return {
    deletedSince(id) {
      const { projects, removed } = store.getState();
      if (!removed.has(id)) return null;
      return projects.find((project) => project.id === id)?.deleted ?? now();
    },
    add: (id) => void marked.add(id),
    has: (id) => marked.has(id),
    drop: (id) => void marked.delete(id),
    compare(projects) {
      const { removed } = store.getState();
      const back = projects.filter(
        ({ id, deleted }) => deleted === null && removed.has(id) && marked.has(id),
      );
      if (back.length === 0) return;
      const left = new Set(removed);
      for (const { id } of back) {
        left.delete(id);
        marked.delete(id);
      }
      store.setState({ removed: left });
    },
    areDue: () => due().length > 0,
    async write() {
      for (const summary of due()) {
        const { id } = summary;
        const deleted = summary.deleted === null ? now() : null;
        await library.markDeleted(id, deleted);
        if (deleted === null) marked.delete(id);
        else marked.add(id);
        announce(id);
        listProject(store, { ...summary, deleted });
      }
    },
  };
}

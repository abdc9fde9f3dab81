// The list of saved projects, kept up to date with what this tab writes.

import type { AppStore, ProjectSummary } from './state.ts';
import type { SavedProject } from './storage/records.ts';

export const summaryOf = ({ project, changed, deleted }: SavedProject): ProjectSummary => ({
  id: project.id,
  name: project.name,
  photos: project.photos.length,
  changed,
  deleted,
});

export function listProject(store: AppStore, summary: ProjectSummary): void {
  const [first] = store.getState().projects;
  const { id, name, photos, deleted } = summary;
  const isSame =
    first?.id === id && first.name === name && first.photos === photos && first.deleted === deleted;
  // Only the time differs, which is read from the disk when the list is looked at. Whoever shows 500 photos has much
  // to do at every change of the state.
  if (isSame) return;
  store.setState(({ projects }) => ({
    projects: [summary, ...projects.filter((project) => project.id !== id)].sort(
      (a, b) => b.changed - a.changed,
    ),
  }));
}

// The saved projects beside the one that is shown.

import type { ProjectSummary, State } from '../../store/state.ts';

interface OtherProjects {
  readonly saved: readonly ProjectSummary[];
  /** In this session or before. */
  readonly deleted: readonly ProjectSummary[];
}

export function otherProjects({
  history,
  projects,
  removed,
}: Pick<State, 'history' | 'projects' | 'removed'>): OtherProjects {
  const others = projects.filter(({ id }) => id !== history.present.id);
  const isDeleted = ({ id, deleted }: ProjectSummary) => deleted !== null || removed.has(id);
  return { saved: others.filter((project) => !isDeleted(project)), deleted: others.filter(isDeleted) };
}

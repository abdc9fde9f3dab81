// Which project was open last: in this tab, else in any.

import type { ProjectId } from '../project.ts';

const KEY = 'binsight-project';

/** Storage may be forbidden; then there is none. */
export function lastProject(): ProjectId | null {
  try {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function rememberProject(id: ProjectId): void {
  try {
    sessionStorage.setItem(KEY, id);
    localStorage.setItem(KEY, id);
  } catch {
    // See above.
  }
}

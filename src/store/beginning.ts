// What the page begins with: the project that was open last.

import { BinsightError } from '../core/errors.ts';
import { newKey } from './newKey.ts';
import { emptyProject, type Project, type ProjectId } from './project.ts';
import { withinDeadline } from './storage/deadline.ts';
import type { Library, Listed } from './storage/library.ts';
import type { SavedProject } from './storage/records.ts';

export interface Beginning {
  readonly project: Project;
  /** null for a project that was never saved. */
  readonly saved: SavedProject | null;
  readonly all: readonly SavedProject[];
  /** Saved projects that could not be read, or not all of them. */
  readonly aside: Listed['aside'];
  readonly newer: Listed['newer'];
  readonly asideCount: number;
  /** Why nothing can be saved; null when it can. */
  readonly error: BinsightError | null;
}

/** Milliseconds that the page waits for the database before it shows itself: some browsers never answer. */
const DEADLINE = 2_000;

/**
 * @param last the project's id, as the browser remembers it
 * @param now milliseconds since 1970
 */
export async function readBeginning(
  library: Library,
  last: ProjectId | null,
  now: number,
): Promise<Beginning> {
  const empty = emptyProject(newKey('project'));
  try {
    const { projects: all, ...others } = await withinDeadline(library.list(now), DEADLINE);
    const open = all.filter(({ deleted }) => deleted === null);
    const saved = open.find(({ project }) => project.id === last) ?? open[0] ?? null;
    return { project: saved?.project ?? empty, saved, all, ...others, error: null };
  } catch (thrown) {
    const error =
      thrown instanceof BinsightError
        ? thrown
        : new BinsightError('storage-failed', { reason: String(thrown) }, { cause: thrown });
    return { project: empty, saved: null, all: [], aside: [], newer: [], asideCount: 0, error };
  }
}

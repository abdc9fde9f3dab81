// Which photos are in no database yet, noted where a page that is closed, or dies, leaves it behind: the next one can
// say which did not make it.

import * as v from 'valibot';
import type { PhotoKey, ProjectId } from '../project.ts';

export interface UnsavedNote {
  readonly id: ProjectId;
  /** The project's. */
  readonly name: string;
  readonly photos: readonly { readonly key: PhotoKey; readonly name: string }[];
}

export interface UnsavedNotes {
  /** In place of the project's last note. No photos: there is nothing to note any more. */
  readonly write: (note: UnsavedNote) => void;
  /** What pages have left behind, and what those that are open still have to save. */
  readonly read: () => readonly UnsavedNote[];
}

const noteSchema = v.object({
  name: v.string(),
  photos: v.array(v.object({ key: v.string(), name: v.string() })),
});

export function createUnsavedNotes(prefix = 'binsight-unsaved '): UnsavedNotes {
  return {
    write({ id, name, photos }) {
      try {
        if (photos.length === 0) localStorage.removeItem(prefix + id);
        else localStorage.setItem(prefix + id, JSON.stringify({ name, photos }));
      } catch {
        // Storage may be forbidden or full; then nobody will know.
      }
    },
    read() {
      try {
        return Object.keys(localStorage)
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => {
            const note = v.safeParse(noteSchema, parsed(localStorage.getItem(key)));
            return note.success ? [{ id: key.slice(prefix.length), ...note.output }] : [];
          });
      } catch {
        return [];
      }
    },
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

// Which photos are in no database yet, noted where a page that is closed, or dies, leaves it behind: the next one can
// say which did not make it.

import * as v from 'valibot';
import type { PhotoKey, ProjectId } from '../project.ts';

export interface UnsavedNote {
  /** Of the page that holds the photos, as long as it lives. */
  readonly tab: string;
  readonly id: ProjectId;
  /** The project's. */
  readonly name: string;
  readonly photos: readonly { readonly key: PhotoKey; readonly name: string }[];
}

export interface UnsavedNotes {
  /** In place of this page's last note of the project. No photos: there is nothing to note any more. */
  readonly update: (note: UnsavedNote) => void;
  readonly remove: (note: Pick<UnsavedNote, 'tab' | 'id'>) => void;
  /** What pages have left behind, and what those that are open still have to save. */
  readonly read: () => readonly UnsavedNote[];
}

const noteSchema = v.object({
  tab: v.string(),
  id: v.string(),
  name: v.string(),
  photos: v.array(v.object({ key: v.string(), name: v.string() })),
});

export function createUnsavedNotes(prefix = 'binsight-unsaved '): UnsavedNotes {
  /** Projects of which this page has left a note. */
  const noted = new Set<ProjectId>();

  const keyOf = ({ tab, id }: Pick<UnsavedNote, 'tab' | 'id'>): string => `${prefix}${tab} ${id}`;

  const remove: UnsavedNotes['remove'] = (note) => {
    noted.delete(note.id);
    ignoringFailure(() => localStorage.removeItem(keyOf(note)));
  };

  return {
    remove,
    update(note) {
      if (note.photos.length > 0) {
        noted.add(note.id);
        const photos = note.photos.map(({ key, name }) => ({ key, name }));
        ignoringFailure(() => localStorage.setItem(keyOf(note), JSON.stringify({ ...note, photos })));
      } else if (noted.has(note.id)) {
        remove(note);
      }
    },
    read() {
      try {
        return Object.keys(localStorage)
          .filter((key) => key.startsWith(prefix))
          .flatMap((key) => {
            const note = v.safeParse(noteSchema, parsed(localStorage.getItem(key)));
            return note.success ? [note.output] : [];
          });
      } catch {
        return [];
      }
    },
  };
}

/** Storage may be forbidden or full; then nobody will know. */
function ignoringFailure(act: () => void): void {
  try {
    act();
  } catch {
    // See above.
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

// Says which photos an earlier page was closed upon, or died with, before they were saved.

import type { Actions } from './actions.ts';
import type { Photo, ProjectId } from './project.ts';
import type { AppStore } from './state.ts';
import type { Library } from './storage/library.ts';
import type { Tabs } from './storage/tabs.ts';
import type { UnsavedNote, UnsavedNotes } from './storage/unsavedNotes.ts';

interface Parts {
  readonly store: AppStore;
  readonly actions: Pick<Actions, 'notify'>;
  readonly library: Pick<Library, 'load'>;
  readonly tabs: Pick<Tabs, 'isAlive'>;
  readonly notes: UnsavedNotes;
}

/** Milliseconds: a page that is being reloaded dies a moment later. */
const PATIENCE = 1_500;

/** @param left notes as they were before this page noted anything itself */
export async function tellWhatWasLost(
  left: readonly UnsavedNote[],
  { store, actions, library, tabs, notes }: Parts,
): Promise<void> {
  for (const note of left) {
    const { tab, id, name, photos } = note;
    // One that lives is still at it.
    if (await tabs.isAlive(tab)) {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      if (await tabs.isAlive(tab)) continue;
    }
    const { present } = store.getState().history;
    const saved = present.id === id ? present.photos : await savedPhotos(library, id);
    // Nobody knows: the next page may.
    if (!saved) continue;
    const keys = new Set(saved.map(({ key }) => key));
    const lost = photos.filter(({ key }) => !keys.has(key));
    // Told once.
    notes.remove(note);
    if (lost.length > 0) {
      actions.notify({ kind: 'never-saved', project: name, names: lost.map((photo) => photo.name) });
    }
  }
}

/** @returns none of a project that is not there; null where that cannot be read */
async function savedPhotos(library: Parts['library'], id: ProjectId): Promise<readonly Photo[] | null> {
  try {
    return (await library.load(id))?.project.photos ?? [];
  } catch {
    return null;
  }
}

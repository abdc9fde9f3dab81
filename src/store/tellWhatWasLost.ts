// Says which photos an earlier page was closed upon, or died with, before they were saved.

import type { Actions } from './actions.ts';
import type { AppStore } from './state.ts';
import type { Library } from './storage/library.ts';
import type { Tabs } from './storage/tabs.ts';
import type { UnsavedNote, UnsavedNotes } from './storage/unsavedNotes.ts';

interface Parts {
  readonly store: AppStore;
  readonly actions: Pick<Actions, 'notify'>;
  readonly library: Pick<Library, 'load'>;
  readonly tabs: Pick<Tabs, 'isHeld' | 'holds'>;
  readonly notes: UnsavedNotes;
}

/** Milliseconds: a page that is being reloaded gives its projects back a moment later. */
const PATIENCE = 1_500;

/** @param left notes as they were before this page noted anything itself */
export async function tellWhatWasLost(
  left: readonly UnsavedNote[],
  { store, actions, library, tabs, notes }: Parts,
): Promise<void> {
  /** A tab that lives is still at it. */
  const isUnderWay = async (id: string) => !tabs.holds(id) && (await tabs.isHeld(id));

  for (const note of left) {
    const { id, name, photos } = note;
    if (await isUnderWay(id)) {
      await new Promise((resolve) => setTimeout(resolve, PATIENCE));
      if (await isUnderWay(id)) continue;
    }
    const { present } = store.getState().history;
    const project = present.id === id ? present : (await library.load(id).catch(() => null))?.project;
    const saved = new Set(project?.photos.map(({ key }) => key));
    const lost = photos.filter(({ key }) => !saved.has(key));
    // Told once; unless this page has noted something of its own since.
    const latest = notes.read().find((other) => other.id === id);
    if (JSON.stringify(latest) === JSON.stringify(note)) notes.remove(id);
    if (lost.length > 0) {
      actions.notify({ kind: 'never-saved', project: name, names: lost.map((photo) => photo.name) });
    }
  }
}

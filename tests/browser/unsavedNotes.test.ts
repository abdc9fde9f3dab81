// What a page leaves behind about photos that it had no time to save, and who may read it.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAppStore } from '../../src/store/state.ts';
import {
  createUnsavedNotes,
  type UnsavedNote,
  type UnsavedNotes,
} from '../../src/store/storage/unsavedNotes.ts';
import { tellWhatWasLost } from '../../src/store/tellWhatWasLost.ts';

const note: UnsavedNote = {
  tab: 'tab-1',
  id: 'project-1',
  name: 'Cars',
  photos: [{ key: 'photo-1', name: 'a.jpg' }],
};

let prefix: string;
let notes: UnsavedNotes;
beforeEach(() => {
  prefix = `notes-${Math.random()} `;
  notes = createUnsavedNotes(prefix);
});
afterEach(() => {
  vi.useRealTimers();
});

/** @param alive answers to the question whether the tab lives, the last one again and again */
async function tell(alive: readonly boolean[], saved: readonly string[] = []): Promise<unknown[]> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const told: unknown[] = [];
  const photos = saved.map((key) => ({ key, name: key, place: 'tray' }));
  const { present } = createAppStore().getState().history;
  let asked = 0;
  const done = tellWhatWasLost(notes.read(), {
    store: createAppStore(),
    actions: { notify: (notice) => void told.push(notice) },
    library: {
      load: async () => ({
        project: { ...present, id: note.id, photos },
        sha256s: new Map(),
        modelId: null,
        revision: 1,
        changed: 0,
        deleted: null,
      }),
    },
    tabs: { isAlive: async () => alive[asked++] ?? alive.at(-1) ?? false },
    notes,
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await done;
  return told;
}

it('is told once', async () => {
  notes.update(note);
  expect(await tell([false])).toEqual([{ kind: 'never-saved', project: 'Cars', names: ['a.jpg'] }]);
  expect(notes.read()).toEqual([]);
});

it('is not told while a tab is at it, and stays for later', async () => {
  notes.update(note);
  expect(await tell([true])).toEqual([]);
  expect(notes.read()).toEqual([note]);
});

it('is told when the tab that had it gives it back late, as one does that is being reloaded', async () => {
  notes.update(note);
  expect(await tell([true, false])).toHaveLength(1);
});

it('is not told of photos that were saved after all', async () => {
  notes.update(note);
  expect(await tell([false], ['photo-1'])).toEqual([]);
  expect(notes.read()).toEqual([]);
});

it('is taken back when all is saved', () => {
  notes.update(note);
  notes.update({ ...note, photos: [] });
  expect(notes.read()).toEqual([]);
});

it('that is none of ours is passed over', () => {
  localStorage.setItem(`${prefix}x`, '{"name":7}');
  localStorage.setItem(`${prefix}y`, 'no JSON');
  localStorage.setItem('another page', JSON.stringify(note));
  expect(notes.read()).toEqual([]);
});

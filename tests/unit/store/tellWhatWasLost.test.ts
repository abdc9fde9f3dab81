// What a page says of photos that an earlier one was closed upon, where the database does not answer as it should.

import { expect, it } from 'vitest';
import { createAppStore } from '../../../src/store/state.ts';
import type { UnsavedNote } from '../../../src/store/storage/unsavedNotes.ts';
import { tellWhatWasLost } from '../../../src/store/tellWhatWasLost.ts';

const note: UnsavedNote = {
  tab: 'tab-1',
  id: 'project-1',
  name: 'Cars',
  photos: [{ key: 'photo-1', name: 'a.jpg' }],
};

async function tell(load: () => Promise<null>): Promise<{ told: unknown[]; removed: unknown[] }> {
  const told: unknown[] = [];
  const removed: unknown[] = [];
  await tellWhatWasLost([note], {
    store: createAppStore(),
    actions: { notify: (notice) => void told.push(notice) },
    library: { load },
    tabs: { isAlive: async () => false },
    notes: { update: () => undefined, remove: (gone) => void removed.push(gone), read: () => [note] },
  });
  return { told, removed };
}

it('names photos whose project is not there', async () => {
  expect(await tell(async () => null)).toEqual({
    told: [{ kind: 'never-saved', project: 'Cars', names: ['a.jpg'] }],
    removed: [note],
  });
});

it('says nothing of a project that cannot be read, and leaves the note to the next page', async () => {
  const fail = () => Promise.reject(new DOMException('not now', 'UnknownError'));
  expect(await tell(fail)).toEqual({ told: [], removed: [] });
});

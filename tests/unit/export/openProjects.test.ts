// Projects that are brought back: one after another, and everything worth saying is said at the end.

import { beforeEach, expect, it } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { createTakeAway } from '../../../src/export/createTakeAway.ts';
import type { ProjectToOpen } from '../../../src/export/takeAway.ts';
import { createActions } from '../../../src/store/actions.ts';
import { createPhotoFiles } from '../../../src/store/photoFiles.ts';
import { type AppStore, createAppStore } from '../../../src/store/state.ts';
import type { ImportedProject, PackerApi } from '../../../src/workers/contract.ts';
import { type Deferred, defer, FakeClient, settle } from '../../support/fakeClient.ts';
import { SETTINGS } from '../../support/portableProjects.ts';

let store: AppStore;
let asked: Deferred<ImportedProject>[];
let open: (projects: readonly ProjectToOpen[]) => Promise<void>;

const never = () => Promise.reject(new Error('not asked for here'));

beforeEach(() => {
  store = createAppStore();
  asked = [];
  const packer = new FakeClient<PackerApi>({
    packProject: never,
    packBundle: never,
    packAside: never,
    readProject() {
      const answer = defer<ImportedProject>();
      asked.push(answer);
      return answer.promise;
    },
  });
  const files = createPhotoFiles();
  open = createTakeAway({
    store,
    actions: createActions(store, files),
    packer,
    files,
    pipeline: { readSquare: never },
    modelBase: '',
    now: () => new Date(0),
  }).openProjects;
});

const project = (name: string, changes: Partial<ImportedProject> = {}): ImportedProject => ({
  name,
  settings: SETTINGS,
  bins: ['old'],
  photos: [],
  changed: [],
  added: [],
  missing: [],
  ...changes,
});
const file = (name: string): ProjectToOpen => ({ name, source: new Blob() });
const shown = () => store.getState().history.present.name;
const notices = () => store.getState().notices.map(({ id: _, ...notice }) => notice);

it('opens one after another, also those that are handed over meanwhile, and names the one it is at', async () => {
  const all = Promise.all([open([file('a.zip'), file('b.zip')]), open([file('c.zip')])]);
  await settle();
  expect([store.getState().opening, asked.length]).toEqual([['a.zip', 'b.zip', 'c.zip'], 1]);
  asked[0]?.resolve(project('A'));
  await settle();
  expect([store.getState().opening, asked.length, shown()]).toEqual([['b.zip', 'c.zip'], 2, 'A']);
  asked[1]?.resolve(project('B'));
  await settle();
  asked[2]?.resolve(project('C'));
  await all;
  expect([store.getState().opening, shown(), notices()]).toEqual([[], 'C', []]);
});

it('says what is not as it was, and what was refused, once all are open', async () => {
  const all = open([file('a.zip'), file('bad.zip'), file('b.zip')]);
  await settle();
  asked[0]?.resolve(project('A', { missing: ['x.jpg'] }));
  await settle();
  const error = new BinsightError('archive-not-a-zip');
  asked[1]?.reject(error);
  await settle();
  expect([shown(), notices()]).toEqual(['A', []]);
  asked[2]?.resolve(project('B', { changed: ['old/y.jpg'], added: ['old/z.jpg'] }));
  await all;
  expect([shown(), store.getState().opening]).toEqual(['B', []]);
  expect(notices()).toEqual([
    { kind: 'project-changed', file: 'a.zip', changed: [], added: [], missing: ['x.jpg'] },
    { kind: 'project-refused', file: 'bad.zip', error },
    { kind: 'project-changed', file: 'b.zip', changed: ['old/y.jpg'], added: ['old/z.jpg'], missing: [] },
  ]);
});

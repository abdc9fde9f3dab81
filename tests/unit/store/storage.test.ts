// What storage makes of its parts, with a database that keeps what it is given.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Features } from '../../../src/core/types.ts';
import { type Actions, createActions } from '../../../src/store/actions.ts';
import { createKnown, type Known } from '../../../src/store/known.ts';
import { createPhotoFiles } from '../../../src/store/photoFiles.ts';
import { TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore } from '../../../src/store/state.ts';
import { featuresId } from '../../../src/store/storage/featuresId.ts';
import type { Batch, Library, SavedResults } from '../../../src/store/storage/library.ts';
import { type Storage, startStorage } from '../../../src/store/storage.ts';
import { FakeLibrary } from '../../support/fakeLibrary.ts';
import { readyWork } from '../../support/project.ts';

class KeepingLibrary extends FakeLibrary {
  readonly results = new Map<string, Features>();

  override async save(batch: Batch): Promise<number> {
    const revision = await super.save(batch);
    for (const [sha256, features] of batch.features) {
      this.results.set(featuresId(batch.modelId, sha256), features);
    }
    return revision;
  }

  async featuresIds(): Promise<ReadonlySet<string>> {
    return new Set(this.results.keys());
  }

  async readResults(sha256s: readonly string[], modelId: string | null): Promise<SavedResults[]> {
    return sha256s.map((sha256) => ({
      picture: null,
      features: this.results.get(featuresId(modelId, sha256)) ?? null,
    }));
  }

  async fileKeys(): Promise<ReadonlySet<string>> {
    return new Set(this.files.keys());
  }

  async signature(id: string) {
    const { revision = 0, deleted = null } = this.projects.get(id) ?? {};
    return { revision, deleted };
  }
}

let library: KeepingLibrary;
let known: Known;
let store: AppStore;
let actions: Actions;
let storage: Storage;

beforeEach(() => {
  vi.useFakeTimers();
  library = new KeepingLibrary();
  known = createKnown();
  store = createAppStore();
  const files = createPhotoFiles();
  actions = createActions(store, files);
  const beginning = { saved: null, all: [], aside: [], newer: [], asideCount: 0, error: null };
  storage = startStorage(
    store,
    actions,
    { project: project(), ...beginning },
    {
      library: library as unknown as Library,
      files,
      known,
      now: Date.now,
      channel: { addEventListener: () => undefined, postMessage: () => undefined },
      locks: null,
      notes: { update: () => undefined, remove: () => undefined, read: () => [] },
    },
  );
});
afterEach(() => void vi.useRealTimers());

const project = () => store.getState().history.present;
const settle = () => vi.advanceTimersByTimeAsync(1_000);
const drop = (name: string) => actions.arrive([{ name, file: new Blob([name]), target: { place: TRAY } }]);
/** The network has looked at the photo that was dropped last. */
function find(name: string, modelId: string): Features {
  const work = readyWork(name, 1, 2, 3);
  const key = project().photos.at(-1)?.key ?? '';
  known.features.set(name, work.features);
  store.setState((state) => ({ modelId, work: { ...state.work, [key]: work } }));
  return work.features;
}

describe('what the network said of a photo', () => {
  it('is found again in the session that saved it, for that network alone', async () => {
    drop('a');
    expect(await storage.recall('a')).toBeNull();
    const features = find('a', 'full');
    await settle();
    expect(library.results.has('full a')).toBe(true);
    // Another precision: what is known is that network's no more.
    known.features.clear();
    store.setState({ modelId: 'half' });
    expect(await storage.recall('a')).toBeNull();
    store.setState({ modelId: 'full' });
    expect(await storage.recall('a')).toBe(features);
  });
});

describe('photos of a project that another tab has written meanwhile, without locks', () => {
  it('wait while another is shown, and come into it when it is opened', async () => {
    drop('a');
    await settle();
    const { id } = project();
    const theirs = library.projects.get(id);
    if (!theirs) throw new Error('it was not saved');
    library.projects.set(id, {
      ...theirs,
      revision: theirs.revision + 1,
      project: { ...theirs.project, name: 'Theirs' },
    });
    drop('b');
    actions.newProject();
    await settle();
    expect(store.getState()).toMatchObject({
      saving: { status: 'saved' },
      stranded: 1,
      notices: [{ kind: 'photos-wait', project: id, count: 1 }],
    });
    expect(storage.countAtRisk()).toBe(1);
    await storage.open(id);
    await settle();
    expect(project()).toMatchObject({ name: 'Theirs', photos: [{ name: 'a' }, { name: 'b' }] });
    expect(library.projects.get(id)?.project.photos).toHaveLength(2);
    expect(store.getState()).toMatchObject({ saving: { status: 'saved' }, stranded: 0, notices: [] });
    expect(storage.countAtRisk()).toBe(0);
    // One step takes them away again.
    actions.undo();
    expect(project().photos).toHaveLength(1);
  });
});

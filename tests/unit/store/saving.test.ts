// What is saved, in which order, and what the page says of it while disks fill up, fail and come back.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { MAX_BYTES } from '../../../src/core/photoLimits.ts';
import { type Actions, createActions } from '../../../src/store/actions.ts';
import { startHistory } from '../../../src/store/history.ts';
import { createKnown, type Known } from '../../../src/store/known.ts';
import { createPhotoFiles, type PhotoFiles } from '../../../src/store/photoFiles.ts';
import { type Place, type ProjectId, TRAY } from '../../../src/store/project.ts';
import { type Saver, startSaving } from '../../../src/store/saving.ts';
import { type AppStore, createAppStore, isAllSaved } from '../../../src/store/state.ts';
import { Ledger } from '../../../src/store/storage/ledger.ts';
import { defer, settle } from '../../support/fakeClient.ts';
import { FakeLibrary, LostFile } from '../../support/fakeLibrary.ts';
import { readyWork } from '../../support/project.ts';

let library: FakeLibrary;
let files: PhotoFiles;
let known: Known;
let ledger: Ledger;
let store: AppStore;
let actions: Actions;
let saver: Saver;
/** Projects that another tab has. */
let taken: Set<ProjectId>;
let owned: ProjectId | null;
let announced: number;
/** Bytes that the browser says it still has. */
let roomLeft: number;
/** How many photos were noted as not saved, by project. */
let noted: Map<ProjectId, number>;
/** Photos of which was said that they wait for their project. */
let waits: string[];
/** Projects of which another tab has written a version that this one has not seen. */
let outdated: Set<ProjectId>;
/** What the store said of saving, each change. */
let said: string[];

interface Start {
  readonly error?: BinsightError;
  readonly fault?: FakeLibrary['fault'];
  readonly elsewhere?: ProjectId;
}

function start({ error, fault, elsewhere }: Start = {}): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  library = new FakeLibrary();
  if (fault) library.fault = fault;
  files = createPhotoFiles((key) => Promise.resolve(library.files.get(key)));
  known = createKnown();
  ledger = new Ledger(files, known);
  store = createAppStore();
  actions = createActions(store, files);
  taken = new Set(elsewhere === undefined ? [] : [elsewhere]);
  announced = 0;
  roomLeft = Number.POSITIVE_INFINITY;
  noted = new Map();
  waits = [];
  outdated = new Set();
  said = [];
  let clock = 1000;
  owned = null;
  const tabs = {
    id: 'tab-1',
    claim: async (id: ProjectId) => {
      owned = taken.has(id) ? null : id;
      return owned !== null;
    },
    holds: (id: ProjectId) => owned === id,
    announce: () => void announced++,
  };
  store.subscribe(({ saving }, before) => {
    if (saving !== before.saving) said.push(saving.status);
  });
  saver = startSaving(store, {
    library,
    ledger,
    tabs,
    refresh: async (id) => !outdated.has(id),
    roomLeft: async () => roomLeft,
    notes: { update: ({ id, photos }) => void noted.set(id, photos.length) },
    onStranded: ({ name, photos }) => void waits.push(...photos.map((photo) => `${name}: ${photo.name}`)),
    error: error ?? null,
    now: () => clock++,
  });
}

beforeEach(() => start());
afterEach(() => {
  vi.useRealTimers();
});

const project = () => store.getState().history.present;
const saving = () => store.getState().saving;
const saved = (id = project().id) => library.projects.get(id);
const savedNames = (id = project().id) => saved(id)?.project.photos.map(({ name }) => name);
const keyOf = (name: string) => project().photos.find((photo) => photo.name === name)?.key ?? '';
function drop(place: Place, ...photos: readonly (string | readonly [string, Blob])[]): void {
  actions.arrive(
    photos.map((photo) => {
      const [name, file] = typeof photo === 'string' ? [photo, new Blob([photo])] : photo;
      return { name, file, target: { place } };
    }),
  );
}
function find(name: string, modelId = 'model'): void {
  const work = readyWork(name, 1, 2, 3);
  known.pictures.set(name, { picture: work.picture, thumbnail: new Blob([name]) });
  known.features.set(name, work.features);
  store.setState((state) => ({ modelId, work: { ...state.work, [keyOf(name)]: work } }));
}

describe('a change', () => {
  it('is said to be on its way at once, and saved when it is', async () => {
    expect(saving().status).toBe('saved');
    drop(TRAY, 'a', 'b');
    expect(saving().status).toBe('saving');
    expect([saver.countAtRisk(), noted.get(project().id)]).toEqual([2, 2]);
    await saver.settled();
    expect([saver.countAtRisk(), noted.get(project().id)]).toEqual([0, 0]);
    expect(saving().status).toBe('saved');
    expect(savedNames()).toEqual(['a', 'b']);
    expect(await library.files.get(keyOf('a'))?.text()).toBe('a');
    expect(announced).toBeGreaterThan(0);
  });

  it.each([
    ['made while another is written', () => actions.renameProject('Cars')],
    ['undone while it is written', () => actions.undo()],
  ])('%s is saved as well', async (_, change) => {
    drop(TRAY, 'a');
    await saver.settled();
    actions.addBin();
    const gate = defer<void>();
    library.fault = () => gate.promise;
    await settle();
    change();
    gate.resolve();
    await saver.settled();
    expect(saved()?.project).toEqual(project());
    expect(saving().status).toBe('saved');
  });

  it('made while a deletion is written is saved as well', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    const gate = defer<void>();
    library.fault = () => gate.promise;
    actions.deleteProject();
    await settle();
    drop(TRAY, 'b');
    expect(saving().status).toBe('saving');
    gate.resolve();
    await saver.settled();
    expect(savedNames()).toEqual(['b']);
    expect(saving().status).toBe('saved');
  });

  it('of a slider waits until it is let go, and is not said to be saved before', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    actions.set({ C: 20 }, false);
    expect(saving().status).toBe('saving');
    await settle();
    expect(saved()?.project.settings.C).toBe(10);
    actions.set({ C: 30 });
    await saver.settled();
    expect(saved()?.project.settings.C).toBe(30);
    expect(saving().status).toBe('saved');
  });

  it('of a slider that ends where it began is saved already', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    actions.set({ C: 20 }, false);
    actions.set({ C: 10 });
    await saver.settled();
    expect(saving().status).toBe('saved');
  });

  it('is not made of nothing: an untouched project is not saved', async () => {
    await saver.settled();
    actions.newProject();
    await saver.settled();
    expect(library.projects.size).toBe(0);
    actions.renameProject('Untitled holiday');
    await saver.settled();
    expect(saved()?.project.name).toBe('Untitled holiday');
  });
});

describe('what is found out about photos', () => {
  const results = () => library.log.filter((what) => what.includes('features of'));
  /** Work that waits for nothing but a timer. */
  const settleAll = async () => {
    for (let i = 0; i < 10; i++) await settle();
  };

  beforeEach(async () => {
    drop(TRAY, ...Array.from({ length: 30 }, (_, i) => `${i}`));
    await saver.settled();
  });

  it('waits for more while others are on their way, for a while', async () => {
    for (const name of ['0', '1', '2']) find(name);
    await settleAll();
    expect(results()).toEqual([]);
    expect(saving().status).toBe('saving');
    vi.advanceTimersByTime(200);
    // By the page's own clock, which is not the timers', too little may have passed: it waits for what is missing.
    await vi.waitFor(() => {
      vi.advanceTimersByTime(200);
      expect(results()).toHaveLength(1);
    });
    expect(library.features).toEqual(new Set(['0', '1', '2']));
  });

  it('does not wait once there are many, or no more to come', async () => {
    for (let i = 0; i < 20; i++) find(`${i}`);
    await settleAll();
    expect(results().length).toBeGreaterThan(0);
    for (let i = 20; i < 30; i++) find(`${i}`);
    await saver.settled();
    expect(library.features.size).toBe(30);
    expect(saving().status).toBe('saved');
  });

  it('does not wait in a project that was left', async () => {
    const left = project().id;
    // No time passes: whoever waits now waits for ever.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    try {
      find('0');
      actions.newProject();
      drop(TRAY, 'another');
      await settleAll();
      await settleAll();
      expect(library.features).toEqual(new Set(['0']));
      expect(saved(left)?.project.photos).toHaveLength(30);
      expect(savedNames()).toEqual(['another']);
    } finally {
      clock.mockRestore();
    }
  });

  it('does not make a person’s change wait', async () => {
    find('0');
    await settleAll();
    actions.renameProject('Cars');
    await settleAll();
    expect(saved()?.project.name).toBe('Cars');
    expect(library.features).toEqual(new Set(['0']));
  });
});

describe('many photos', () => {
  it('are written a few at a time, each whole: a project names no photo that is not there', async () => {
    drop(TRAY, ...Array.from({ length: 300 }, (_, i) => `${i}`));
    const seen: number[] = [];
    library.fault = () => {
      seen.push(library.files.size);
      const { photos } = saved()?.project ?? { photos: [] };
      expect(photos.every(({ key }) => library.files.has(key))).toBe(true);
    };
    await saver.settled();
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(savedNames()).toHaveLength(300);
  });

  it('are not waited for by what comes after them', async () => {
    drop(TRAY, ...Array.from({ length: 40 }, (_, i) => `${i}`));
    await Promise.resolve();
    actions.remove([keyOf('39')]);
    await saver.settled();
    expect(savedNames()).toHaveLength(39);
  });
});

describe('what the network says', () => {
  it('is saved once, with the hash that leads to it', async () => {
    drop(TRAY, 'a');
    find('a');
    await saver.settled();
    expect([...library.features]).toEqual(['a']);
    expect(saved()?.sha256s.get(keyOf('a'))).toBe('a');
    expect(saved()?.modelId).toBe('model');
    const { length } = library.log;
    store.setState({ photoMs: 3 });
    actions.move([keyOf('a')], 'bin-1');
    await saver.settled();
    expect(library.log.slice(length)).toEqual(['Untitled: ']);
  });

  it('is no change of the project, so that the order of the list stays', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    const changed = saved()?.changed;
    find('a');
    await saver.settled();
    expect(saved()?.sha256s.size).toBe(1);
    expect(saved()?.changed).toBe(changed);
  });

  it('of a photo that another project has is not written again, but its hash is', async () => {
    drop(TRAY, 'a');
    find('a');
    await saver.settled();
    actions.newProject();
    drop(TRAY, 'a');
    await saver.settled();
    find('a');
    await saver.settled();
    expect(library.log.filter((line) => line.includes('features of a'))).toHaveLength(1);
    expect(saved()?.sha256s.get(keyOf('a'))).toBe('a');
  });

  it('stays known while a photo is read once more', async () => {
    drop(TRAY, 'a');
    find('a');
    await saver.settled();
    store.setState(({ work }) => ({ work: { ...work, [keyOf('a')]: { status: 'queued' } } }));
    actions.renameProject('Cars');
    await saver.settled();
    expect(saved()?.sha256s.get(keyOf('a'))).toBe('a');
  });
});

describe('a full disk', () => {
  const big = ['big', new Blob(['x'.repeat(1000)])] as const;

  it('takes what still fits; the rest goes on in memory, and is said', async () => {
    library.room = 10;
    drop(TRAY, 'a', big, 'b');
    await saver.settled();
    expect(saving()).toEqual({ status: 'full', photos: 1, shown: 1 });
    expect(savedNames()).toEqual(['a', 'b']);
    expect(project().photos).toHaveLength(3);
    actions.renameProject('Cars');
    await saver.settled();
    expect(saved()?.project.name).toBe('Cars');
    expect(saving()).toEqual({ status: 'full', photos: 1, shown: 1 });
  });

  it('is tried again by a person, and by itself', async () => {
    library.room = 10;
    drop(TRAY, 'a', big);
    await saver.settled();
    saver.tryAgain();
    expect(saving().status).toBe('saving');
    await saver.settled();
    expect(saving()).toEqual({ status: 'full', photos: 1, shown: 1 });
    library.room = 2000;
    await vi.advanceTimersByTimeAsync(16_000);
    await saver.settled();
    expect(saving().status).toBe('saved');
    expect(savedNames()).toEqual(['a', 'big']);
  });

  it('is not tried with what will not fit: the smallest are saved', async () => {
    roomLeft = 25;
    drop(TRAY, ['b', new Blob(['0123456789'])], ['a', new Blob(['x'.repeat(20)])], ['c', new Blob(['12'])]);
    await saver.settled();
    expect(savedNames()).toEqual(['b', 'c']);
    expect(saving()).toEqual({ status: 'full', photos: 1, shown: 1 });
    expect(library.log).toHaveLength(1);
    roomLeft = 25;
    saver.tryAgain();
    await saver.settled();
    expect(savedNames()).toEqual(['b', 'a', 'c']);
    expect(saving().status).toBe('saved');
  });

  it('is not full any more when the photos that did not fit are removed', async () => {
    library.room = 10;
    drop(TRAY, 'a', big);
    await saver.settled();
    actions.remove([keyOf('big')]);
    await saver.settled();
    expect(saving().status).toBe('saved');
  });

  it('is not asked again for photos as big as one that found no room', async () => {
    library.room = 10;
    drop(TRAY, ...Array.from({ length: 30 }, (_, i) => [`${i}`, new Blob(['x'.repeat(1000 + i)])] as const));
    await saver.settled();
    expect(saving()).toEqual({ status: 'full', photos: 30, shown: 30 });
    expect(library.log.filter((line) => line.includes('QuotaExceeded')).length).toBeLessThanOrEqual(2);
  });

  it('is still said when another project is shown, and what was short is saved from there', async () => {
    library.room = 10;
    drop(TRAY, 'a', big);
    const first = project().id;
    await saver.settled();
    actions.newProject();
    drop(TRAY, 'c');
    await saver.settled();
    expect(savedNames()).toEqual(['c']);
    expect(saving()).toEqual({ status: 'full', photos: 1, shown: 0 });
    expect(saver.unsaved(first)?.photos).toHaveLength(2);
    library.room = 2000;
    saver.tryAgain();
    await saver.settled();
    expect(savedNames(first)).toEqual(['a', 'big']);
    expect(saving().status).toBe('saved');
  });

  it('is not held against a deleted project that is saved: only its own photos count', async () => {
    const unsaved = () => store.getState().notices.map((notice) => 'unsaved' in notice && notice.unsaved);
    library.room = 10;
    drop(TRAY, 'a', big);
    const first = project();
    await saver.settled();
    actions.newProject();
    drop(TRAY, 'c');
    await saver.settled();
    actions.deleteProject();
    expect(unsaved()).toEqual([0]);
    actions.openProject(first);
    await saver.settled();
    actions.deleteProject();
    expect(unsaved()).toEqual([1]);
  });

  it('that has no room even for a record counts what only this page has, of the project that is shown', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    library.fault = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    actions.newProject();
    actions.renameProject('Cars');
    await saver.settled();
    expect(saving()).toEqual({ status: 'full', photos: 0, shown: 0 });
    drop(TRAY, 'b', 'c');
    expect(saving()).toEqual({ status: 'full', photos: 0, shown: 2 });
    actions.newProject();
    expect(saving()).toEqual({ status: 'full', photos: 0, shown: 0 });
  });

  it('that has no room for a record is said too', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    library.fault = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    actions.renameProject('Cars');
    await saver.settled();
    expect(saving()).toEqual({ status: 'full', photos: 0, shown: 0 });
    library.fault = () => undefined;
    await vi.advanceTimersByTimeAsync(16_000);
    await saver.settled();
    expect(saved()?.project.name).toBe('Cars');
    expect(saving().status).toBe('saved');
  });
});

describe('a file that is too large to be read', () => {
  it('is not copied, and not at risk; its tile stays, and its neighbours are saved', async () => {
    const film = new Blob(['film']);
    Object.defineProperty(film, 'size', { value: MAX_BYTES + 1 });
    film.arrayBuffer = () => Promise.reject(new Error('it is copied'));
    drop(TRAY, 'a', ['film', film], 'b');
    expect(noted.get(project().id)).toBe(2);
    await saver.settled();
    expect([...library.files.keys()]).toEqual(['a', 'b'].map(keyOf));
    expect(savedNames()).toEqual(['a', 'film', 'b']);
    expect(store.getState().work[keyOf('film')]).toEqual({ status: 'queued' });
    expect(saving().status).toBe('saved');
    expect(saver.countAtRisk()).toBe(0);
  });
});

describe('a file that is gone from its disk when it is saved', () => {
  it('says so on its tile; the others are saved', async () => {
    const lost = new LostFile(['lost']);
    drop(TRAY, 'a', ['lost', lost], 'b');
    await saver.settled();
    expect([...library.files.keys()]).toEqual(['a', 'b'].map(keyOf));
    expect(store.getState().work[keyOf('lost')]).toMatchObject({
      status: 'failed',
      error: { code: 'photo-unreadable' },
    });
    // It stays with its reason.
    expect(savedNames()).toEqual(['a', 'lost', 'b']);
    expect(saving().status).toBe('saved');
  });

  it('is saved after all when it is back and was read', async () => {
    const lost = new LostFile(['lost']);
    drop(TRAY, ['lost', lost]);
    await saver.settled();
    lost.isThere = true;
    find('lost');
    await saver.settled();
    expect(library.files.has(keyOf('lost'))).toBe(true);
  });
});

describe('storage that fails', () => {
  const broken = () => {
    throw new DOMException('the disk is broken', 'UnknownError');
  };

  it('is said, loses nothing, and blames no photo', async () => {
    library.fault = broken;
    drop(TRAY, 'a', 'b');
    await saver.settled();
    expect(saving()).toMatchObject({ status: 'off', error: { code: 'storage-failed' } });
    expect(store.getState().work[keyOf('a')]).toEqual({ status: 'queued' });
    library.fault = () => undefined;
    await vi.advanceTimersByTimeAsync(16_000);
    await saver.settled();
    expect(saving().status).toBe('saved');
    expect(savedNames()).toEqual(['a', 'b']);
    expect(library.files.size).toBe(2);
  });

  it('is not tried at every change', async () => {
    library.fault = broken;
    drop(TRAY, 'a');
    await saver.settled();
    const { length } = library.log;
    for (let i = 0; i < 10; i++) drop(TRAY, `${i}`);
    await saver.settled();
    expect(library.log).toHaveLength(length);
    expect(saving().status).toBe('off');
  });

  it('from the beginning is said, and never called saved while it fails', async () => {
    const error = new BinsightError('storage-none');
    start({
      error,
      fault: () => {
        throw error;
      },
    });
    await saver.settled();
    expect(saving()).toMatchObject({ status: 'off', error: { code: 'storage-none' } });
    await vi.advanceTimersByTimeAsync(16_000);
    await saver.settled();
    expect(saving().status).toBe('off');
    expect(said).not.toContain('saved');
    library.fault = () => undefined;
    saver.tryAgain();
    await saver.settled();
    expect(saving().status).toBe('saved');
  });

  it('keeps a deletion in mind until it is written', async () => {
    drop(TRAY, 'a');
    const { id } = project();
    await saver.settled();
    library.fault = broken;
    actions.deleteProject();
    await saver.settled();
    expect(saving().status).toBe('off');
    expect(saved(id)?.deleted).toBeNull();
    library.fault = () => undefined;
    saver.tryAgain();
    await saver.settled();
    expect(saved(id)?.deleted).not.toBeNull();
    expect(saving().status).toBe('saved');
  });

  it('that was cleared is filled again from what the page has', async () => {
    drop(TRAY, 'a', 'b');
    find('a');
    await saver.settled();
    library.projects.clear();
    library.files.clear();
    library.features.clear();
    actions.renameProject('Cars');
    await saver.settled();
    expect(savedNames()).toEqual(['a', 'b']);
    expect(library.files.size).toBe(2);
    expect([...library.features]).toEqual(['a']);
  });
});

describe('another tab', () => {
  it('that has the project is told of, and nothing is written', async () => {
    drop(TRAY, 'a');
    const shown = project();
    await saver.settled();
    start({ elsewhere: 'project' });
    store.setState({ history: startHistory(shown) });
    await saver.settled();
    expect(saving()).toEqual({ status: 'elsewhere' });
    find('a');
    await saver.settled();
    expect(library.log).toEqual([]);
    actions.renameProject('Cars');
    expect(project().name).not.toBe('Cars');
    expect(store.getState().notices).toMatchObject([{ kind: 'open-elsewhere' }]);
    actions.deleteProject();
    expect(store.getState().removed.size).toBe(0);
  });

  it('that takes the project over gets no write of this one any more', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    const gate = defer<void>();
    library.fault = () => gate.promise;
    actions.renameProject('Cars');
    await settle();
    actions.renameProject('Vans');
    saver.lose(project().id);
    gate.resolve();
    await saver.settled();
    expect(saved()?.project.name).toBe('Cars');
    expect(saving().status).toBe('elsewhere');
  });

  it('that gives the project back finds its own work there, not what this one had wanted before', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    const gate = defer<void>();
    library.fault = () => gate.promise;
    actions.renameProject('Cars');
    await settle();
    actions.renameProject('Vans');
    const { id } = project();
    saver.lose(id);
    gate.resolve();
    await saver.settled();
    const last = saved();
    if (!last) throw new Error('it was not saved');
    const theirs = { ...last, revision: last.revision + 1, project: { ...last.project, name: 'Theirs' } };
    library.projects.set(id, theirs);
    ledger.know(theirs);
    store.setState({ history: startHistory(theirs.project) });
    saver.gain(id);
    await saver.settled();
    expect(library.log.filter((line) => line.startsWith('Vans'))).toEqual([]);
    expect(saved()?.project.name).toBe('Theirs');
    expect(saving().status).toBe('saved');
  });

  it('that wrote in between is not overwritten', async () => {
    drop(TRAY, 'a');
    await saver.settled();
    const theirs = saved();
    if (!theirs) throw new Error('it was not saved');
    library.projects.set(project().id, {
      ...theirs,
      revision: theirs.revision + 1,
      project: { ...theirs.project, name: 'Theirs' },
    });
    actions.renameProject('Ours');
    await saver.settled();
    expect(saved()?.project.name).toBe('Theirs');
    expect(saving().status).toBe('elsewhere');
  });

  it('is forgotten with its project, and asked again when that is shown again', async () => {
    start({ elsewhere: 'project' });
    const { id } = project();
    await saver.settled();
    expect(saving().status).toBe('elsewhere');
    actions.newProject();
    drop(TRAY, 'b');
    await saver.settled();
    expect(saving().status).toBe('saved');
    taken.delete(id);
    actions.undo();
    actions.undo();
    await saver.settled();
    expect(project().id).toBe(id);
    expect(owned).toBe(id);
    expect(saving().status).toBe('saved');
  });
});

describe('photos that are not saved, of a project that is not shown', () => {
  const bumpRevision = (id: ProjectId) => {
    const theirs = saved(id);
    if (!theirs) throw new Error('it was not saved');
    library.projects.set(id, { ...theirs, revision: theirs.revision + 1 });
  };
  /** They are at risk, noted and told of once, and come back with their project. */
  const expectToWait = (id: ProjectId, ...names: readonly string[]) => {
    expect(saver.countAtRisk()).toBe(names.length);
    expect(noted.get(id)).toBe(names.length);
    expect(waits).toEqual(names.map((name) => `Untitled: ${name}`));
    expect(saver.unsaved(id)).toBeUndefined();
    expect(saver.takeStranded(id).map(({ name }) => name)).toEqual(names);
  };

  beforeEach(async () => {
    drop(TRAY, 'a');
    await saver.settled();
  });

  it('wait when another tab takes it over before there was room for them', async () => {
    const { id } = project();
    library.fault = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    drop(TRAY, 'b');
    await saver.settled();
    actions.newProject();
    expect(saver.countAtRisk()).toBe(1);
    saver.lose(id);
    expectToWait(id, 'b');
  });

  it('wait when they had found no room, and another tab has it when they are tried again', async () => {
    const { id } = project();
    library.room = 10;
    drop(TRAY, ['big', new Blob(['x'.repeat(1000)])]);
    await saver.settled();
    actions.newProject();
    drop(TRAY, 'c');
    await saver.settled();
    expect(saving()).toEqual({ status: 'full', photos: 1, shown: 0 });
    taken.add(id);
    saver.tryAgain();
    await saver.settled();
    expectToWait(id, 'big');
  });

  it('wait when another tab has written it before this one could, without locks', async () => {
    const first = project();
    actions.newProject();
    const gate = defer<void>();
    library.fault = () => gate.promise;
    drop(TRAY, 'c');
    await settle();
    actions.openProject(first);
    drop(TRAY, 'b');
    outdated.add(first.id);
    actions.newProject();
    gate.resolve();
    await saver.settled();
    expect(savedNames(first.id)).toEqual(['a']);
    expectToWait(first.id, 'b');
  });

  it('wait when another tab has written it while this one did', async () => {
    const { id } = project();
    const gate = defer<void>();
    library.fault = () => gate.promise;
    drop(TRAY, 'b');
    await settle();
    actions.newProject();
    bumpRevision(id);
    gate.resolve();
    await saver.settled();
    expectToWait(id, 'b');
  });

  /** A photo that is not saved, as another tab has written its project, which is left then. @returns that project */
  const leaveUnsaved = async (): Promise<ProjectId> => {
    const { id } = project();
    bumpRevision(id);
    drop(TRAY, 'b');
    await saver.settled();
    actions.newProject();
    await saver.settled();
    return id;
  };

  it('wait when it is left after another tab has written it', async () => {
    const { id } = project();
    bumpRevision(id);
    drop(TRAY, 'b');
    await saver.settled();
    expect(saving().status).toBe('elsewhere');
    expect([saver.countAtRisk(), waits]).toEqual([1, []]);
    actions.newProject();
    await saver.settled();
    expectToWait(id, 'b');
  });

  it('are not said to be saved with the project that is shown, until their own takes them back', async () => {
    const id = await leaveUnsaved();
    expect(saving().status).toBe('saved');
    actions.notify({ kind: 'photos-wait', project: id, name: 'Untitled', count: 1 });
    expect(store.getState().stranded).toBe(1);
    expect(isAllSaved(store.getState())).toBe(false);
    const theirs = saved(id);
    if (!theirs) throw new Error('it was not saved');
    ledger.know(theirs);
    actions.openProject({ ...theirs.project, photos: [...theirs.project.photos, ...saver.takeStranded(id)] });
    expect(store.getState().notices).toEqual([]);
    await saver.settled();
    expect(savedNames(id)).toEqual(['a', 'b']);
    expect(isAllSaved(store.getState())).toBe(true);
  });

  it('are waited for no more once their project is removed for good', async () => {
    const id = await leaveUnsaved();
    saver.drop([id]);
    expect([saver.countAtRisk(), store.getState().stranded]).toEqual([0, 0]);
  });

  it('are at risk no more once they are saved', async () => {
    const { id } = project();
    bumpRevision(id);
    drop(TRAY, 'b');
    await saver.settled();
    const unsaved = project();
    actions.newProject();
    const theirs = saved(id);
    if (!theirs) throw new Error('it was not saved');
    ledger.know(theirs);
    actions.openProject(unsaved);
    expect(saver.countAtRisk()).toBe(1);
    await saver.settled();
    expect(savedNames(id)).toEqual(['a', 'b']);
    expect(saver.countAtRisk()).toBe(0);
  });
});

describe('several projects', () => {
  it('are each saved as they were left', async () => {
    drop(TRAY, 'a');
    const first = project().id;
    actions.duplicateProject();
    drop('bin-1', 'b');
    await saver.settled();
    expect(savedNames(first)).toEqual(['a']);
    expect(savedNames()).toEqual(['a', 'b']);
    expect(library.files.size).toBe(2);
  });

  it('are saved with their last change, undone or not, also when another is shown at once', async () => {
    drop(TRAY, 'a');
    const first = project().id;
    await saver.settled();
    const gate = defer<void>();
    library.fault = () => gate.promise;
    actions.renameProject('Cars');
    await settle();
    actions.undo();
    actions.newProject();
    gate.resolve();
    await saver.settled();
    expect(saved(first)?.project.name).toBe('Untitled');
  });

  it('that were imported and undone before they were saved are deleted ones', async () => {
    const photos = [{ name: 'p', file: new Blob(['p']), bin: null }];
    const { settings } = project();
    actions.importProject({ name: 'Imported', settings, bins: ['x', 'y'], photos });
    const { id } = project();
    actions.undo();
    await saver.settled();
    expect(saved(id)?.deleted).not.toBeNull();
    actions.redo();
    await saver.settled();
    expect(saved(id)?.deleted).toBeNull();
    expect(savedNames(id)).toEqual(['p']);
  });

  it('that were deleted are marked, and unmarked by undo', async () => {
    drop(TRAY, 'a');
    const { id } = project();
    actions.deleteProject();
    await saver.settled();
    expect(saved(id)?.deleted).not.toBeNull();
    expect(store.getState().projects.find((p) => p.id === id)?.deleted).not.toBeNull();
    actions.undo();
    await saver.settled();
    expect(saved(id)?.deleted).toBeNull();
    actions.redo();
    await saver.settled();
    expect(saved(id)?.deleted).not.toBeNull();
    expect(saving().status).toBe('saved');
  });

  it('that were deleted in an earlier session are wanted again when they are opened', async () => {
    drop(TRAY, 'a');
    const { id } = project();
    await saver.settled();
    const old = saved();
    if (!old) throw new Error('it was not saved');
    const { log, projects } = library;
    start();
    for (const [key, value] of projects) library.projects.set(key, { ...value, deleted: 5 });
    const { project: before, changed } = old;
    store.setState({ projects: [{ id, name: before.name, photos: 1, changed, deleted: 5 }] });
    ledger.know({ ...old, deleted: 5 });
    actions.openProject(before);
    await saver.settled();
    expect(log.length).toBeGreaterThan(0);
    expect(saved(id)?.deleted).toBeNull();
    expect(store.getState().projects[0]?.deleted).toBeNull();
  });

  it('are listed the last changed first', async () => {
    actions.renameProject('One');
    await saver.settled();
    const first = project();
    actions.newProject();
    actions.renameProject('Two');
    await saver.settled();
    const names = () => store.getState().projects.map(({ name }) => name);
    expect(names()).toEqual(['Two', 'One']);
    actions.openProject(first);
    await saver.settled();
    expect(names()).toEqual(['Two', 'One']);
    actions.addBin();
    await saver.settled();
    expect(names()).toEqual(['One', 'Two']);
  });
});

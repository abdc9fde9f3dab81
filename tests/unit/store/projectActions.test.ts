// New, copied, imported, opened and deleted projects: steps to undo like any other.

import { beforeEach, describe, expect, it } from 'vitest';
import { type Actions, createActions } from '../../../src/store/actions.ts';
import { createPhotoFiles, type PhotoFiles } from '../../../src/store/photoFiles.ts';
import { DEFAULT_SETTINGS, TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore } from '../../../src/store/state.ts';

let store: AppStore;
let files: PhotoFiles;
let actions: Actions;

beforeEach(() => {
  store = createAppStore();
  files = createPhotoFiles();
  actions = createActions(store, files);
  actions.arrive([{ name: 'a', file: new Blob(['a']), target: { place: TRAY } }]);
  actions.renameProject('Cars');
});

const project = () => store.getState().history.present;
const removed = () => [...store.getState().removed];
const importCars = (name = 'Cars') =>
  actions.importProject({
    name,
    settings: { ...DEFAULT_SETTINGS, C: 3 },
    bins: ['old', 'new'],
    photos: [
      { name: 'p', file: new Blob(['p']), bin: 1, credit: 'https://example.org' },
      { name: 'q', file: new Blob(['q']), bin: null },
    ],
  });

describe('a new project', () => {
  it('is empty, has a name of its own, and is undone and done again', () => {
    const cars = project();
    actions.newProject();
    const fresh = project();
    expect(fresh).toMatchObject({ name: 'Untitled', photos: [], settings: DEFAULT_SETTINGS });
    expect(fresh.id).not.toBe(cars.id);
    actions.undo();
    expect(project()).toBe(cars);
    expect(removed()).toEqual([fresh.id]);
    actions.redo();
    expect(project()).toBe(fresh);
    expect(removed()).toEqual([]);
  });
});

describe('a copy', () => {
  it('holds the same photos under a name and id of its own; neither changes the other', () => {
    const cars = project();
    actions.duplicateProject();
    expect(project()).toEqual({ ...cars, id: project().id, name: 'Cars copy' });
    expect(project().id).not.toBe(cars.id);
    actions.clear();
    actions.undo();
    actions.undo();
    expect(project()).toBe(cars);
  });
});

describe('an imported project', () => {
  it('has its bins, photos and settings, under a name that no other has', async () => {
    importCars();
    const { name, bins, photos, settings } = project();
    expect(name).toBe('Cars 2');
    expect(bins.map(({ label }) => label)).toEqual(['old', 'new']);
    expect(photos.map((photo) => [photo.name, photo.place, photo.credit])).toEqual([
      ['p', bins[1]?.id, 'https://example.org'],
      ['q', TRAY, undefined],
    ]);
    expect(settings.C).toBe(3);
    const key = photos[0]?.key ?? '';
    expect(store.getState().work[key]).toEqual({ status: 'queued' });
    expect(await (await files.read(key)).text()).toBe('p');
  });

  it('is removed by undo, and not by what comes after it', () => {
    importCars();
    const { id } = project();
    actions.addBin();
    actions.undo();
    expect(removed()).toEqual([]);
    actions.undo();
    expect(removed()).toEqual([id]);
    actions.redo();
    expect(removed()).toEqual([]);
  });
});

describe('a deleted project', () => {
  it('makes way for an empty one, and comes back by undo', () => {
    const cars = project();
    actions.deleteProject();
    const empty = project();
    expect(empty.photos).toEqual([]);
    expect(removed()).toEqual([cars.id]);
    expect(store.getState().notices).toMatchObject([{ kind: 'project-deleted', name: 'Cars' }]);
    actions.undo();
    expect(project()).toBe(cars);
    expect(removed()).toEqual([empty.id]);
    actions.redo();
    expect(project()).toBe(empty);
    expect(removed()).toEqual([cars.id]);
  });

  it('that came by import is deleted whichever way a person goes', () => {
    importCars('Vans');
    const { id } = project();
    actions.deleteProject();
    expect(removed()).toEqual([id]);
    actions.undo();
    expect(removed()).not.toContain(id);
    actions.undo();
    expect(removed()).toContain(id);
    actions.redo();
    expect(removed()).not.toContain(id);
    actions.redo();
    expect(removed()).toContain(id);
  });

  it('leaves its name to the next', () => {
    actions.deleteProject();
    importCars('Cars');
    expect(project().name).toBe('Cars');
  });

  it('is wanted again when it is opened', () => {
    const cars = project();
    actions.deleteProject();
    actions.openProject(cars);
    expect(project()).toBe(cars);
    expect(removed()).toEqual([]);
  });
});

describe('steps across projects', () => {
  it('go back to each as it was left', () => {
    const cars = project();
    actions.newProject();
    actions.renameProject('Second');
    importCars('Third');
    actions.openProject(cars);
    const seen: string[] = [];
    for (let i = 0; i < 4; i++) {
      seen.push(project().name);
      actions.undo();
    }
    expect(seen).toEqual(['Cars', 'Third', 'Second', 'Untitled']);
    expect(project()).toBe(cars);
    for (let i = 0; i < 4; i++) actions.redo();
    expect(project()).toBe(cars);
    expect(removed()).toEqual([]);
  });

  it('are taken also while another tab has the project that is left, but not in it', () => {
    actions.newProject();
    actions.renameProject('Second');
    store.setState({ saving: { status: 'elsewhere' } });
    actions.undo();
    expect(project().name).toBe('Second');
    expect(store.getState().notices.at(-1)?.kind).toBe('open-elsewhere');
    store.setState({ saving: { status: 'saved' } });
    actions.undo();
    store.setState({ saving: { status: 'elsewhere' } });
    actions.undo();
    expect(project().name).toBe('Cars');
  });
});

describe("a photo's bytes", () => {
  it('are read from the file until they are saved, whatever the database does', async () => {
    const hanging = createPhotoFiles(() => new Promise(() => undefined));
    hanging.add('a', new Blob(['a']));
    expect(await (await hanging.read('a')).text()).toBe('a');
  });

  it('are read from where they were saved, and from the file when they are not there any more', async () => {
    const saved = new Map([['a', new Blob(['as saved'])]]);
    const both = createPhotoFiles((key) => Promise.resolve(saved.get(key)));
    both.add('a', new Blob(['as on the disk now']));
    both.markSaved('a');
    expect(await (await both.read('a')).text()).toBe('as saved');
    saved.clear();
    expect(await (await both.read('a')).text()).toBe('as on the disk now');
    await expect(both.read('b')).rejects.toThrow('photo-lost');
  });

  it('are not called lost by a database that fails for now', async () => {
    const failing = createPhotoFiles(() => Promise.reject(new Error('it is busy')));
    await expect(failing.read('a')).rejects.toThrow('it is busy');
  });
});

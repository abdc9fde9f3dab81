// What is said of each thing that a person does, and of taking it back.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createActions } from '../../../../src/store/actions.ts';
import { createPhotoFiles } from '../../../../src/store/photoFiles.ts';
import { photosIn, TRAY } from '../../../../src/store/project.ts';
import { type AppStore, createAppStore } from '../../../../src/store/state.ts';
import { tellSteps } from '../../../../src/ui/announce/tellSteps.ts';
import { de } from '../../../../src/ui/words/de.tsx';
import { en } from '../../../../src/ui/words/en.tsx';
import { speak } from '../../../../src/ui/words/words.ts';

let store: AppStore;
let actions: ReturnType<typeof createActions>;
let said: string[];

beforeEach(() => {
  store = createAppStore();
  actions = createActions(store, createPhotoFiles());
  said = [];
  tellSteps(store, (text) => said.push(text));
});
afterEach(() => speak(en));

function add(place: string, ...names: readonly string[]): void {
  actions.arrive(names.map((name) => ({ name, file: new Blob(), target: { place } })));
}

const keysIn = (place: string) => photosIn(store.getState().history.present, place).map(({ key }) => key);

/** What has been said since this was asked last. */
const news = () => said.splice(0);

describe('photos', () => {
  it('that come', () => {
    add('bin-1', 'a.jpg', 'b.jpg');
    add(TRAY, 'c.jpg');
    expect(news()).toEqual(['2 photos added to classic.', 'c.jpg added to the test tray.']);
  });

  it('that come in folders', () => {
    const file = new Blob();
    actions.arrive([
      { name: 'a.jpg', file, target: { label: 'cats' } },
      { name: 'b.jpg', file, target: { label: 'cats' } },
      { name: 'c.jpg', file, target: { label: 'dogs' } },
      { name: 'd.jpg', file, target: { place: TRAY } },
    ]);
    expect(news()).toEqual(['4 photos added: 2 to cats, 1 to dogs and 1 to the test tray.']);
    actions.undo();
    expect(news()).toEqual(['Undone: 4 photos added: 2 to cats, 1 to dogs and 1 to the test tray.']);
  });

  it('that are moved, taken out, and brought back', () => {
    add('bin-1', 'a.jpg', 'b.jpg', 'c.jpg');
    actions.move(keysIn('bin-1').slice(0, 2), 'bin-2');
    actions.remove(keysIn('bin-1'));
    actions.undo();
    actions.undo();
    actions.redo();
    actions.clear();
    expect(news().slice(1)).toEqual([
      '2 photos moved to modern.',
      'c.jpg removed from classic.',
      'Undone: c.jpg removed from classic.',
      'Undone: 2 photos moved to modern.',
      'Done again: 2 photos moved to modern.',
      '3 photos removed.',
    ]);
  });
});

it('bins and names', () => {
  actions.addBin();
  add('bin-3', 'a.jpg', 'b.jpg');
  actions.renameBin('bin-3', 'third');
  actions.removeBin('bin-3');
  actions.undo();
  actions.renameProject('Cars');
  expect(news()).toEqual([
    'Bin bin 3 added.',
    '2 photos added to bin 3.',
    'The bin bin 3 is called third now.',
    'Bin third removed, with 2 photos.',
    'Undone: Bin third removed, with 2 photos.',
    'The project is called Cars now.',
  ]);
});

it('projects: the one that is open now, also by undo', () => {
  add('bin-1', 'a.jpg');
  actions.newProject();
  actions.undo();
  expect(news().slice(1)).toEqual([
    '“Untitled 2” is open, without photos.',
    'Undone: “Untitled” is open, with 1 photo.',
  ]);
});

it('switches and sliders speak for themselves; taken back, they do not', () => {
  actions.set({ neither: false });
  actions.set({ C: 20 }, false);
  actions.set({ C: 40 }, true);
  expect(news()).toEqual([]);
  actions.undo();
  actions.redo();
  expect(news()).toEqual(['Undone: A setting was changed.', 'Done again: A setting was changed.']);
});

it('nothing is said of what is no step: a twin that is forgotten, a photo that is read', () => {
  add('bin-1', 'a.jpg', 'a.jpg');
  news();
  const [first = '', second = ''] = keysIn('bin-1');
  const picture = { sha256: 'same', width: 1, height: 1, thumbnail: '' };
  store.setState(({ work }) => ({ work: { ...work, [first]: { status: 'reading', picture } } }));
  actions.forget(new Map([[second, 'same']]));
  expect(keysIn('bin-1')).toEqual([first]);
  expect(news()).toEqual([]);
});

it('in German', () => {
  speak(de);
  add('bin-1', 'a.jpg', 'b.jpg');
  actions.move(keysIn('bin-1').slice(0, 1), TRAY);
  actions.undo();
  expect(news()).toEqual([
    '2 Fotos in classic gelegt.',
    'a.jpg zu den Testfotos verschoben.',
    'Rückgängig gemacht: a.jpg zu den Testfotos verschoben.',
  ]);
});

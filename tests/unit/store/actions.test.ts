// What a person can do, and what it leaves to undo.

import { beforeEach, describe, expect, it } from 'vitest';
import { type Actions, type Arrival, createActions } from '../../../src/store/actions.ts';
import { createPhotoFiles } from '../../../src/store/photoFiles.ts';
import { photosIn, TRAY } from '../../../src/store/project.ts';
import { type AppStore, createAppStore } from '../../../src/store/state.ts';
import { readyWork } from '../../support/project.ts';

let store: AppStore;
let actions: Actions;

beforeEach(() => {
  store = createAppStore();
  actions = createActions(store, createPhotoFiles());
});

const project = () => store.getState().history.present;
const labels = () => project().bins.map(({ label }) => label);
/** The names in a bin, by its label, or in the tray. */
function names(place: string): string[] {
  const id = place === TRAY ? TRAY : project().bins.find(({ label }) => label === place)?.id;
  return id === undefined ? [] : photosIn(project(), id).map(({ name }) => name);
}
/** Photos that lie in no bin and not in the tray: nobody would ever see them. */
const lost = () =>
  project().photos.filter(({ place }) => place !== TRAY && !project().bins.some(({ id }) => id === place));
const arrival = (name: string, target: Arrival['target']): Arrival => ({
  name,
  file: new Blob([name]),
  target,
});
const dropped = (path: string) => ({
  path,
  file: new File(['x'], path.split('/').at(-1) ?? '', {
    type: path.endsWith('.md') ? 'text/markdown' : 'image/png',
  }),
});

describe('photos that arrive', () => {
  it('make the bins that they ask for, in place of the unused ones', () => {
    actions.arrive([
      arrival('a', { label: 'cats' }),
      arrival('b', { label: 'dogs' }),
      arrival('c', { place: TRAY }),
    ]);
    expect(labels()).toEqual(['cats', 'dogs']);
    expect([names('cats'), names('dogs'), names(TRAY)]).toEqual([['a'], ['b'], ['c']]);
  });

  it('keep the bins that are used', () => {
    actions.arrive([arrival('a', { place: 'bin-2' })]);
    actions.arrive([arrival('b', { label: 'cats' })]);
    expect(labels()).toEqual(['modern', 'cats']);
    expect(names('modern')).toEqual(['a']);
  });

  it('keep both bins when they ask for no new one', () => {
    actions.arrive([arrival('a', { label: 'classic' }), arrival('b', { place: TRAY })]);
    expect(labels()).toEqual(['classic', 'modern']);
  });

  it.each([
    ['whatever its case', ['cats', 'Cats', 'CATS']],
    ['whatever the blanks around it', ['cats', ' cats', 'cats ']],
  ])('share the bin of their label %s', (_, wanted) => {
    actions.arrive(wanted.map((label, i) => arrival(`${i}`, { label })));
    expect(labels()).toEqual(['cats']);
    expect(names('cats')).toEqual(['0', '1', '2']);
  });

  it('trim the name of a bin that they make', () => {
    actions.arrive([arrival('a', { label: ' cats ' }), arrival('b', { label: ' cats ' })]);
    expect(labels()).toEqual(['cats']);
    expect(names('cats')).toEqual(['a', 'b']);
  });

  it('go to the bin that they were dropped on, also when others make bins', () => {
    actions.drop(['loose.png', 'cars/bmw/b.png', 'cars/classic/c.png'].map(dropped), 'bin-1');
    expect(names('classic')).toEqual(['c.png', 'loose.png']);
    expect(names('bmw')).toEqual(['b.png']);
  });

  it('go to the tray when their bin has gone meanwhile', () => {
    actions.removeBin('bin-1');
    actions.drop([dropped('a.png')], 'bin-1');
    expect(lost()).toEqual([]);
    expect(names(TRAY)).toEqual(['a.png']);
  });

  it('wait to be read, under keys of their own', () => {
    actions.arrive([arrival('same.jpg', { place: TRAY }), arrival('same.jpg', { place: TRAY })]);
    actions.arrive([arrival('same.jpg', { place: TRAY })]);
    const keys = project().photos.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    expect(keys.map((key) => store.getState().work[key])).toEqual(Array(3).fill({ status: 'queued' }));
  });

  it('are one step, bins and all', () => {
    const before = project();
    actions.arrive([arrival('a', { label: 'cats' }), arrival('b', { label: 'dogs' })]);
    const after = project();
    actions.undo();
    expect(project()).toBe(before);
    actions.redo();
    expect(project()).toBe(after);
  });

  it("keep their photographer's page", () => {
    actions.arrive([{ ...arrival('a', { place: TRAY }), credit: 'https://example.org/a' }]);
    expect(project().photos[0]?.credit).toBe('https://example.org/a');
  });
});

describe('a drop', () => {
  it('says what it left out, and takes the rest', () => {
    actions.drop([dropped('cars/classic/a.png'), dropped('cars/README.md')], null);
    expect(names('classic')).toEqual(['a.png']);
    expect(store.getState().notices).toMatchObject([{ kind: 'left-out', names: ['README.md'] }]);
  });

  it('of nothing usable says so, and leaves nothing to undo', () => {
    actions.drop([dropped('cars/.DS_Store')], null, ['cars']);
    expect(store.getState().notices).toMatchObject([{ kind: 'nothing-dropped', names: ['cars'] }]);
    expect(store.getState().history.past).toEqual([]);
  });
});

describe('steps', () => {
  it('are left by every change, and undone one by one', () => {
    actions.arrive([arrival('a', { place: 'bin-1' }), arrival('b', { place: 'bin-1' })]);
    const [a = '', b = ''] = project().photos.map(({ key }) => key);
    actions.move([a], 'bin-2');
    actions.remove([b]);
    actions.renameBin('bin-2', 'new');
    actions.addBin();
    actions.removeBin('bin-1');
    actions.clear();
    const seen: string[] = [];
    while (store.getState().history.past.length > 0) {
      seen.push(`${labels().join('+')}: ${project().photos.map(({ place, name }) => place + name)}`);
      actions.undo();
    }
    expect(seen).toEqual([
      'new+bin 3: ',
      'new+bin 3: bin-2a',
      'classic+new+bin 3: bin-2a',
      'classic+new: bin-2a',
      'classic+modern: bin-2a',
      'classic+modern: bin-1b,bin-2a',
      'classic+modern: bin-1a,bin-1b',
    ]);
  });

  it('are not left by what changes nothing', () => {
    actions.clear();
    actions.move(['x'], 'bin-1');
    actions.remove(['x']);
    actions.renameBin('bin-1', 'modern');
    actions.removeBin('bin-9');
    expect(store.getState().history.past).toEqual([]);
  });

  it('never bring back a photo that was forgotten', () => {
    actions.arrive([arrival('a', { place: TRAY })]);
    actions.arrive([arrival('b', { place: TRAY })]);
    actions.addBin();
    actions.undo();
    const twin = project().photos[1]?.key ?? '';
    read(project().photos[0]?.key ?? '', 'same');
    actions.forget(new Map([[twin, 'same']]));
    for (const step of [actions.undo, actions.undo, actions.redo, actions.redo, actions.redo]) {
      step();
      expect(names(TRAY)).not.toContain('b');
    }
    expect(names(TRAY)).toEqual(['a']);
  });

  it('are not left by a photo that was forgotten: undoing goes to what was before', () => {
    actions.arrive([arrival('a', { place: TRAY })]);
    actions.arrive([arrival('twin of a', { place: TRAY })]);
    read(project().photos[0]?.key ?? '', 'same');
    actions.forget(new Map([[project().photos[1]?.key ?? '', 'same']]));
    actions.undo();
    expect(names(TRAY)).toEqual([]);
  });

  it('keep a forgotten photo where it had no twin', () => {
    actions.arrive([arrival('a', { place: TRAY })]);
    actions.arrive([arrival('twin of a', { place: 'bin-1' })]);
    const [a = '', twin = ''] = project().photos.map(({ key }) => key);
    actions.move([a], 'bin-1');
    read(a, 'same');
    actions.forget(new Map([[twin, 'same']]));
    expect(names('classic')).toEqual(['a']);
    actions.undo();
    expect(names(TRAY)).toEqual(['a']);
    expect(names('classic')).toEqual(['twin of a']);
  });
});

describe('a setting', () => {
  const settings = () => project().settings;
  const steps = () => store.getState().history.past.length;

  it('is one step, undone and done again', () => {
    actions.set({ features: 'pool5' });
    actions.set({ neither: false });
    expect(settings()).toEqual({ features: 'pool5', C: 10, neither: false });
    actions.undo();
    expect(settings()).toEqual({ features: 'pool5', C: 10, neither: true });
    actions.undo();
    expect(settings()).toEqual({ features: 'logits', C: 10, neither: true });
    actions.redo();
    actions.redo();
    expect(settings()).toEqual({ features: 'pool5', C: 10, neither: false });
  });

  it('that is as it was leaves no step', () => {
    actions.set({ C: 10 });
    actions.set({ features: 'logits', neither: true });
    expect(steps()).toBe(0);
  });

  it('that is dragged is one step, from where the drag began to where it ended', () => {
    actions.set({ C: 11 }, false);
    actions.set({ C: 12 }, false);
    actions.set({ C: 13 }, false);
    actions.set({ C: 13 });
    expect([settings().C, steps()]).toEqual([13, 1]);
    actions.undo();
    expect(settings().C).toBe(10);
    actions.redo();
    expect(settings().C).toBe(13);
  });

  it('that is dragged twice is two steps', () => {
    actions.set({ C: 11 }, false);
    actions.set({ C: 12 });
    actions.set({ C: 13 }, false);
    actions.set({ C: 14 });
    expect(steps()).toBe(2);
    actions.undo();
    expect(settings().C).toBe(12);
  });

  it('that is dragged ends its step with any change in between', () => {
    actions.set({ C: 11 }, false);
    actions.addBin();
    actions.set({ C: 12 }, false);
    actions.set({ C: 13 });
    expect(steps()).toBe(3);
    actions.undo();
    expect([settings().C, labels()]).toEqual([11, ['classic', 'modern', 'bin 3']]);
    actions.undo();
    expect([settings().C, labels()]).toEqual([11, ['classic', 'modern']]);
    actions.undo();
    expect(settings().C).toBe(10);
  });

  it('that is dragged, and undone meanwhile, begins anew', () => {
    actions.addBin();
    actions.set({ C: 11 }, false);
    actions.undo();
    actions.set({ C: 12 }, false);
    actions.set({ C: 13 });
    actions.undo();
    expect([settings().C, labels().length, steps()]).toEqual([10, 3, 1]);
  });

  it('whose drag begins where it is takes no earlier step with it', () => {
    actions.addBin();
    actions.set({ C: 10 }, false);
    actions.set({ C: 11 }, false);
    actions.set({ C: 12 });
    actions.undo();
    expect([settings().C, labels()]).toEqual([10, ['classic', 'modern', 'bin 3']]);
    actions.undo();
    expect(labels()).toEqual(['classic', 'modern']);
  });

  it('whose drag ends where it began leaves no step', () => {
    actions.addBin();
    actions.set({ C: 11 }, false);
    actions.set({ C: 10 }, false);
    actions.set({ C: 10 });
    expect([settings().C, steps()]).toEqual([10, 1]);
    actions.redo();
    expect(settings().C).toBe(10);
    actions.undo();
    expect(labels()).toEqual(['classic', 'modern']);
  });

  it('whose drag passes where it began is one step all the same', () => {
    actions.addBin();
    for (const C of [11, 10, 9, 10, 8]) actions.set({ C }, false);
    actions.set({ C: 7 });
    expect(steps()).toBe(2);
    actions.undo();
    expect([settings().C, labels()]).toEqual([10, ['classic', 'modern', 'bin 3']]);
  });

  it('makes what was undone be forgotten, as every change does', () => {
    actions.addBin();
    actions.undo();
    actions.set({ C: 11 }, false);
    actions.redo();
    expect([settings().C, labels()]).toEqual([11, ['classic', 'modern']]);
  });
});

it('looks closer, and no longer, without a step to undo', () => {
  expect(store.getState().closer).toBe(false);
  actions.lookCloser(true);
  expect(store.getState().closer).toBe(true);
  actions.lookCloser(false);
  expect(store.getState().closer).toBe(false);
  expect(store.getState().history.past).toEqual([]);
});

/** The photo's bytes have been read. */
const read = (key: string, sha256: string) =>
  store.setState(({ work }) => ({ work: { ...work, [key]: readyWork(sha256, 1) } }));

describe('notices', () => {
  it('keep the last four, and go when dismissed', () => {
    for (const name of [...'abcde']) actions.notify({ kind: 'left-out', names: [name] });
    const { notices } = store.getState();
    expect(notices.map((notice) => 'names' in notice && notice.names)).toEqual([['b'], ['c'], ['d'], ['e']]);
    actions.dismiss(notices[1]?.id ?? -1);
    expect(store.getState().notices).toEqual(notices.filter((_, i) => i !== 1));
  });

  it('that tell of something lost stay until they are dismissed, whatever is done and said meanwhile', () => {
    const kinds = () => store.getState().notices.map(({ kind }) => kind);
    actions.notify({ kind: 'never-saved', project: 'Cars', names: ['a'] });
    actions.notify({ kind: 'no-language' });
    actions.drop([dropped('b.png')], TRAY);
    expect(kinds()).toEqual(['never-saved']);
    actions.notify({ kind: 'no-language' });
    actions.newProject();
    expect(kinds()).toEqual(['never-saved']);
    for (const name of [...'abcde']) actions.notify({ kind: 'left-out', names: [name] });
    expect(kinds()).toEqual(['never-saved', 'left-out', 'left-out', 'left-out']);
    for (const name of [...'abcd']) actions.notify({ kind: 'never-saved', project: name, names: [name] });
    actions.notify({ kind: 'no-talk' });
    expect(kinds()).toEqual([...Array.from({ length: 5 }, () => 'never-saved'), 'no-talk']);
    for (const { id } of store.getState().notices) actions.dismiss(id);
    expect(kinds()).toEqual([]);
  });

  it('say in one what a whole drop had in common', () => {
    actions.notify({ kind: 'already-there', names: ['a'], place: TRAY, twins: { a: 'A' } });
    actions.notify({ kind: 'already-there', names: ['b'], place: TRAY, twins: { b: 'B' } });
    actions.notify({ kind: 'already-there', names: ['c'], place: 'bin-1', twins: { c: 'C' } });
    expect(store.getState().notices).toMatchObject([
      { names: ['a', 'b'], twins: { a: 'A', b: 'B' } },
      { names: ['c'], twins: { c: 'C' } },
    ]);
  });
});

it('tries a failed photo again', () => {
  actions.arrive([arrival('a', { place: TRAY })]);
  const key = project().photos[0]?.key ?? '';
  store.setState({ work: {} });
  actions.retry(key);
  expect(store.getState().work[key]).toEqual({ status: 'queued' });
});

// Two tabs on one project: one writes, the others look on, and nobody's work is written over.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TRAY } from '../../src/store/project.ts';
import { openDatabase } from '../../src/store/storage/database.ts';
import type { ProjectRecord } from '../../src/store/storage/records.ts';
import { type Options, openTab, type Tab } from '../support/savingTab.ts';

let site: string;
let tabs: Tab[];

beforeEach(() => {
  site = `tabs-${Math.random()}`;
  tabs = [];
});
afterEach(() => {
  for (const tab of tabs) tab.close();
  indexedDB.deleteDatabase(site);
});

async function open(options: Partial<Options> = {}): Promise<Tab> {
  const tab = await openTab({ site, ...options });
  tabs.push(tab);
  return tab;
}
const project = ({ store }: Tab) => store.getState().history.present;
const status = ({ store }: Tab) => store.getState().saving.status;
const elsewhere = (tab: Tab) => tab.until(({ saving }) => saving.status === 'elsewhere');
const named = (tab: Tab, name: string) => tab.until(({ history }) => history.present.name === name);
async function stored(): Promise<ProjectRecord | undefined> {
  const database = await openDatabase({ name: site });
  const [record] = (await database.getAll('projects')) as ProjectRecord[];
  database.close();
  return record;
}
/** A tab with a saved project, and another one that looks on. */
async function twoTabs(first: Partial<Options> = {}): Promise<[Tab, Tab]> {
  const writer = await open(first);
  writer.drop('bin-1', 'a');
  await writer.ready();
  await writer.saved();
  const viewer = await open({ last: project(writer).id });
  await elsewhere(viewer);
  return [writer, viewer];
}

describe('the second tab', () => {
  it('says so, changes and writes nothing, and follows the first', async () => {
    const [writer, viewer] = await twoTabs();
    const before = await stored();
    viewer.drop(TRAY, 'x');
    viewer.actions.renameProject('Mine');
    viewer.actions.set({ C: 3 });
    viewer.actions.undo();
    viewer.actions.deleteProject();
    expect(project(viewer)).toEqual(project(writer));
    expect(viewer.store.getState().notices[0]?.kind).toBe('open-elsewhere');
    expect(await stored()).toEqual(before);
    writer.drop(TRAY, 'b', 'c');
    writer.actions.renameProject('Cars');
    await writer.ready();
    await writer.saved();
    await viewer.until(({ history }) => history.present.photos.length === 3);
    await named(viewer, 'Cars');
    await viewer.ready();
    expect(status(viewer)).toBe('elsewhere');
    expect((await stored())?.revision).toBeGreaterThan(before?.revision ?? 0);
  });

  it('takes over: the first has saved all it had, and looks on', async () => {
    const [writer, viewer] = await twoTabs();
    const texts = Array.from({ length: 60 }, (_, i) => `photo ${i}`);
    writer.drop(TRAY, ...texts);
    writer.actions.renameProject('Last words');
    await viewer.storage.takeOver();
    await viewer.saved();
    expect(project(viewer).photos).toHaveLength(61);
    expect(project(viewer).name).toBe('Last words');
    await elsewhere(writer);
    viewer.actions.renameProject('New words');
    await viewer.saved();
    await named(writer, 'New words');
    await writer.storage.takeOver();
    await writer.saved();
    await elsewhere(viewer);
    writer.actions.renameProject('Back again');
    await writer.saved();
    await named(viewer, 'Back again');
    expect((await stored())?.name).toBe('Back again');
  });

  it('cannot undo what the first did since it last had the project', async () => {
    const [writer, viewer] = await twoTabs();
    writer.drop(TRAY, 'b');
    await writer.saved();
    await viewer.storage.takeOver();
    await viewer.saved();
    viewer.actions.renameProject('Theirs');
    viewer.drop(TRAY, 'c');
    await viewer.saved();
    await writer.storage.takeOver();
    await named(writer, 'Theirs');
    writer.actions.undo();
    expect(project(writer).name).toBe('Theirs');
    expect(project(writer).photos).toHaveLength(3);
    // Where nothing was done meanwhile its own steps are still there.
    writer.actions.renameProject('Mine');
    await writer.saved();
    await viewer.storage.takeOver();
    await viewer.saved();
    await writer.storage.takeOver();
    await writer.saved();
    writer.actions.undo();
    expect(project(writer).name).toBe('Theirs');
  });

  it.each([
    ['a button', (tab: Tab) => tab.storage.keep(), 'Untitled'],
    ['working on it', (tab: Tab) => tab.actions.renameProject('Mine'), 'Mine'],
  ])('is told when the first deletes the project, and brings it back by %s', async (_, keep, name) => {
    const [writer, viewer] = await twoTabs();
    writer.actions.deleteProject();
    await viewer.until(({ saving }) => saving.status === 'deleted');
    await writer.saved();
    expect((await stored())?.deleted).toEqual(expect.any(Number));
    expect(project(viewer).photos).toHaveLength(1);
    // Looking alone is no reason to keep it, nor is looking at the list of projects.
    await viewer.storage.list();
    expect(status(viewer)).toBe('deleted');
    keep(viewer);
    await viewer.saved();
    expect(await stored()).toMatchObject({ deleted: null, name });
    await writer.storage.list();
    expect(writer.store.getState().projects).toMatchObject([{ name, deleted: null }]);
  });

  it('keeps what it has brought back when the first only looks at its list', async () => {
    const [writer, viewer] = await twoTabs();
    writer.actions.deleteProject();
    await viewer.until(({ saving }) => saving.status === 'deleted');
    await writer.saved();
    viewer.storage.keep();
    await viewer.saved();
    await writer.storage.list();
    await writer.saved();
    expect((await stored())?.deleted).toBeNull();
    expect(writer.store.getState().removed.size).toBe(0);
    expect(status(viewer)).toBe('saved');
  });

  it('does not cost the first a project that only redo leads to', async () => {
    const [writer, viewer] = await twoTabs();
    const one = project(writer).id;
    writer.actions.newProject();
    writer.drop(TRAY, 'x', 'y');
    await writer.saved();
    const two = project(writer).id;
    await viewer.saved();
    viewer.actions.renameProject('Theirs');
    await viewer.saved();
    writer.actions.undo();
    writer.actions.undo();
    expect(project(writer).id).toBe(one);
    await named(writer, 'Theirs');
    writer.actions.redo();
    writer.actions.redo();
    expect(project(writer).id).toBe(two);
    expect(Object.keys(writer.photos())).toEqual(['x', 'y']);
  });

  it('hears that a deletion was undone', async () => {
    const [writer, viewer] = await twoTabs();
    writer.actions.deleteProject();
    await viewer.until(({ saving }) => saving.status === 'deleted');
    writer.actions.undo();
    await elsewhere(writer);
    await writer.storage.takeOver();
    await writer.saved();
    await elsewhere(viewer);
    expect((await stored())?.deleted).toBeNull();
  });

  it('becomes the writer by itself when the first is closed', async () => {
    const [writer, viewer] = await twoTabs();
    writer.actions.renameProject('Last words');
    await writer.saved();
    writer.close();
    await viewer.saved();
    expect(project(viewer).name).toBe('Last words');
    viewer.drop(TRAY, 'b');
    await viewer.saved();
    expect((await stored())?.photos).toHaveLength(2);
  });

  it('becomes the writer by itself when the first shows another project, and back', async () => {
    const [writer, viewer] = await twoTabs();
    writer.actions.newProject();
    await viewer.saved();
    viewer.actions.renameProject('Mine now');
    await viewer.saved();
    writer.actions.undo();
    await elsewhere(writer);
    // It shows what the other has made of it meanwhile.
    await named(writer, 'Mine now');
    viewer.close();
    await writer.saved();
    writer.actions.renameProject('And mine');
    await writer.saved();
    expect((await stored())?.name).toBe('And mine');
  });
});

describe('work that is not saved', () => {
  it('of a tab that hangs is not written over what the other one makes of it, but stays in its steps', async () => {
    let isStuck = false;
    const stuck: typeof openDatabase = async (options) => {
      const database = await openDatabase(options);
      return new Proxy(database, {
        get(target, name) {
          const value: unknown = Reflect.get(target, name, target);
          if (name !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
          return (...args: Parameters<typeof target.transaction>) => {
            if (isStuck && args[1] === 'readwrite') throw new DOMException('not now', 'UnknownError');
            return target.transaction(...args);
          };
        },
      });
    };
    const [writer, viewer] = await twoTabs({ open: stuck, isDeaf: true });
    isStuck = true;
    writer.drop(TRAY, 'only here');
    await writer.until(({ saving }) => saving.status === 'off');
    await viewer.storage.takeOver();
    await viewer.saved();
    viewer.actions.renameProject('Theirs');
    await viewer.saved();
    // It wakes up.
    isStuck = false;
    await elsewhere(writer);
    writer.storage.tryAgain();
    writer.drop(TRAY, 'late');
    expect((await stored())?.name).toBe('Theirs');
    expect(writer.storage.countAtRisk()).toBe(1);
    await writer.storage.takeOver();
    await named(writer, 'Theirs');
    await writer.saved();
    // What could not be saved is put onto what the other one made, and one undo takes away that alone.
    expect(Object.keys(writer.photos())).toEqual(['a', 'only here']);
    expect(writer.storage.countAtRisk()).toBe(0);
    expect(await stored()).toMatchObject({ name: 'Theirs', photos: { length: 2 } });
    writer.actions.undo();
    await writer.saved();
    expect(await stored()).toMatchObject({ name: 'Theirs', photos: { length: 1 } });
  });

  it('that came in before the tab knew of the other one comes into the project after taking over', async () => {
    const [, viewer] = await twoTabs();
    viewer.close();
    const third = await open({ last: project(viewer).id });
    third.drop(TRAY, 'early');
    await elsewhere(third);
    expect(Object.keys(third.photos())).toEqual(['a']);
    expect(third.store.getState().notices[0]?.kind).toBe('photos-wait');
    await third.storage.takeOver();
    await third.saved();
    expect(Object.keys(third.photos())).toEqual(['a', 'early']);
    expect((await stored())?.photos).toHaveLength(2);
  });
});

describe('three tabs', () => {
  it('pass a project on: one writes at a time', async () => {
    const [first, second] = await twoTabs();
    const third = await open({ last: project(first).id });
    await elsewhere(third);
    await third.storage.takeOver();
    await third.saved();
    await elsewhere(first);
    expect([first, second, third].map(status)).toEqual(['elsewhere', 'elsewhere', 'saved']);
    third.actions.renameProject('Third');
    await third.saved();
    await Promise.all([named(first, 'Third'), named(second, 'Third')]);
    third.close();
    const next = await Promise.race([first, second].map((tab) => tab.saved().then(() => tab)));
    next.actions.renameProject('Next');
    await next.saved();
    const other = next === first ? second : first;
    await named(other, 'Next');
    expect(status(other)).toBe('elsewhere');
  });

  it('on different projects do not disturb each other', async () => {
    const first = await open();
    first.drop(TRAY, 'a');
    await first.saved();
    const second = await open({ last: project(first).id });
    await elsewhere(second);
    second.actions.newProject();
    second.drop(TRAY, 'b');
    await second.saved();
    first.drop(TRAY, 'c');
    await first.saved();
    expect(Object.keys(second.photos())).toEqual(['b']);
    expect(Object.keys(first.photos())).toEqual(['a', 'c']);
    await second.storage.list();
    expect(second.store.getState().projects.map(({ photos }) => photos)).toEqual([2, 1]);
  });
});

describe('a tab that is slow to be opened', () => {
  it('is not told that another one has its project', async () => {
    const tab = await open({ grantDelay: 700 });
    const seen = new Set<string>();
    tab.store.subscribe(({ saving }) => seen.add(saving.status));
    tab.drop(TRAY, 'a');
    await tab.until(() => seen.has('saving'));
    await tab.saved();
    expect((await stored())?.photos).toHaveLength(1);
    expect([...seen].sort()).toEqual(['saved', 'saving']);
  });
});

describe('without locks', () => {
  it('revisions keep two tabs from overwriting each other', async () => {
    const first = await open({ hasLocks: false });
    first.drop(TRAY, 'a');
    await first.saved();
    const second = await open({ last: project(first).id, hasLocks: false });
    await second.ready();
    first.actions.renameProject('First');
    await first.saved();
    second.actions.renameProject('Second');
    await elsewhere(second);
    expect((await stored())?.name).toBe('First');
    await second.storage.takeOver();
    await second.saved();
    expect(project(second).name).toBe('First');
    second.actions.renameProject('Second');
    await second.saved();
    expect((await stored())?.name).toBe('Second');
  });

  it('that are forbidden the page works as without them', async () => {
    const tab = await open({ hasLocks: 'forbidden' });
    tab.drop(TRAY, 'a');
    await tab.saved();
    expect((await stored())?.photos).toHaveLength(1);
  });
});

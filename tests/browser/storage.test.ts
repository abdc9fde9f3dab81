// What a person does is in the browser's own database, and comes back from it: whole, once, and never computed again.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TRAY } from '../../src/store/project.ts';
import { openDatabase } from '../../src/store/storage/database.ts';
import { Library } from '../../src/store/storage/library.ts';
import type { ProjectRecord } from '../../src/store/storage/records.ts';
import recordOfVersion1 from '../fixtures/storage/project-1.json';
import { hashOf, type Options, openTab, type Tab } from '../support/savingTab.ts';

const DAY = 24 * 3600 * 1000;
let site: string;
let tabs: Tab[];

beforeEach(() => {
  site = `test-${Math.random()}`;
  tabs = [];
  sessionStorage.clear();
  localStorage.clear();
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
/** Ends a tab and opens the next, as a reload does. */
async function reload(tab: Tab, options: Partial<Options> = {}): Promise<Tab> {
  tab.close();
  return await open({ last: tab.store.getState().history.present.id, ...options });
}
const project = ({ store }: Tab) => store.getState().history.present;
const kinds = ({ store }: Tab) => store.getState().notices.map(({ kind }) => kind);
/** What lies in the database, past the page. */
async function stored(): Promise<{ projects: ProjectRecord[]; files: string[]; aside: unknown[] }> {
  const database = await openDatabase({ name: site });
  const [projects, files, aside] = await Promise.all([
    database.getAll('projects'),
    database.getAllKeys('files'),
    database.getAll('aside'),
  ]);
  database.close();
  return { projects: projects as ProjectRecord[], files, aside };
}
async function put(...records: readonly object[]): Promise<void> {
  const database = await openDatabase({ name: site });
  for (const record of records) await database.put('projects', record);
  database.close();
}

describe('after a reload', () => {
  it('everything is there, byte for byte, and the network is not asked again', async () => {
    const before = await open();
    before.drop('bin-1', 'a', 'b');
    before.drop('bin-2', 'c');
    before.drop(TRAY, 'd');
    before.actions.renameProject('Cars');
    before.actions.renameBin('bin-2', 'new');
    before.actions.set({ C: 3, features: 'pool5' });
    await before.ready();
    await before.saved();
    const features = before.workOf('a');
    const after = await reload(before, { network: null });
    expect(project(after)).toEqual(project(before));
    await after.ready();
    expect(after.featurized).toEqual([]);
    expect(after.workOf('a')).toMatchObject({
      ...features,
      picture: { thumbnail: expect.stringMatching(/^blob:/) },
    });
    for (const text of ['a', 'b', 'c', 'd']) {
      expect(await (await after.files.read(after.keyOf(text))).text()).toBe(text);
    }
    expect(after.store.getState().saving.status).toBe('saved');
    const revision = (await stored()).projects[0]?.revision;
    after.actions.addBin();
    await after.saved();
    expect((await stored()).projects[0]?.revision).toBe((revision ?? 0) + 1);
  });

  it('photos that the network had not seen are seen, the others not again', async () => {
    const before = await open({ network: null });
    before.drop(TRAY, 'a', 'b');
    await before.saved();
    const between = await reload(before);
    await between.ready();
    await between.saved();
    expect([...between.featurized].sort()).toEqual(['a', 'b']);
    between.drop(TRAY, 'c');
    await between.ready();
    await between.saved();
    const after = await reload(between);
    await after.ready();
    expect(after.featurized).toEqual([]);
  });

  it('the same photos in other projects, dropped or imported, are known, also before the network is there', async () => {
    const before = await open();
    before.drop(TRAY, 'a', 'b');
    await before.ready();
    await before.saved();
    before.actions.deleteProject();
    await before.saved();
    let arrive: () => void = () => undefined;
    const network = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const after = await reload(before, { network });
    after.drop('bin-1', 'a');
    const { settings } = project(after);
    after.actions.importProject({
      name: 'Imported',
      settings,
      bins: ['x', 'y'],
      photos: [{ name: 'b.jpg', file: new Blob(['b']), bin: 0 }],
    });
    await after.ready();
    arrive();
    await after.until(({ network }) => network.status === 'ready');
    await after.saved();
    expect(after.featurized).toEqual([]);
    const last = await reload(after, { network: null });
    await last.ready();
    expect(Object.keys(last.photos())).toEqual(['b']);
  });

  it('another network sees every photo anew, once, and the first is still known when it is back', async () => {
    const before = await open();
    before.drop(TRAY, 'a', 'b');
    await before.ready();
    await before.saved();
    const other = await reload(before, { modelId: 'other' });
    await other.until(({ modelId }) => modelId === 'other');
    await other.ready();
    await other.saved();
    expect([...other.featurized].sort()).toEqual(['a', 'b']);
    const back = await reload(other);
    await back.until(({ modelId }) => modelId === 'fake');
    await back.ready();
    await back.saved();
    expect(back.featurized).toEqual([]);
  });

  it('a project that is changed before its photos are back keeps what is known of them', async () => {
    const before = await open();
    before.drop(TRAY, 'a', 'b');
    await before.ready();
    await before.saved();
    const after = await reload(before);
    after.actions.renameProject('At once');
    await after.saved();
    const last = await reload(after, { network: null });
    expect(project(last).name).toBe('At once');
    await last.ready();
    expect(last.featurized).toEqual([]);
  });

  it('in the middle of saving, every photo that is there is whole, and the others are named', async () => {
    let writes = 0;
    const before = await open({
      open: async (options) => {
        const database = await openDatabase(options);
        return new Proxy(database, {
          get(target, name) {
            const value: unknown = Reflect.get(target, name, target);
            if (name !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
            return (...args: Parameters<typeof target.transaction>) => {
              if (args[1] === 'readwrite' && ++writes > 1) throw new DOMException('not now', 'UnknownError');
              return target.transaction(...args);
            };
          },
        });
      },
    });
    const texts = Array.from({ length: 400 }, (_, i) => `photo ${i}`);
    before.drop(TRAY, ...texts);
    await before.until(({ saving }) => saving.status === 'off');
    const atRisk = before.storage.countAtRisk();
    expect(atRisk).toBeGreaterThan(0);
    expect(atRisk).toBeLessThan(400);
    const after = await reload(before);
    expect(Object.keys(after.photos())).toEqual(texts.slice(0, 400 - atRisk));
    await after.until(({ notices }) => notices.length > 0);
    expect(after.store.getState().notices).toMatchObject([
      { kind: 'never-saved', names: texts.slice(-atRisk).map((text) => `${text}.jpg`) },
    ]);
    await after.ready();
    await after.saved();
    expect(after.storage.countAtRisk()).toBe(0);
    // It is said once.
    expect(kinds(await reload(after))).toEqual([]);
  });

  it('photos of a project that nothing was written of are named too', async () => {
    const before = await open({ open: () => new Promise(() => undefined) });
    before.drop(TRAY, 'a', 'b');
    const after = await reload(before);
    await after.until(({ notices }) => notices.length > 0);
    expect(after.store.getState().notices).toMatchObject([
      { kind: 'never-saved', project: project(before).name, names: ['a.jpg', 'b.jpg'] },
    ]);
  });

  it('several projects are there, the one that was open last is shown', async () => {
    const before = await open();
    before.drop(TRAY, 'a');
    before.actions.renameProject('First');
    await before.saved();
    const first = project(before).id;
    before.actions.duplicateProject();
    before.actions.clear();
    before.drop(TRAY, 'b');
    await before.saved();
    const after = await open({ last: first });
    expect(project(after).name).toBe('First');
    expect(after.store.getState().projects.map(({ name, photos }) => [name, photos])).toEqual([
      ['First copy', 1],
      ['First', 1],
    ]);
    const copy = after.store.getState().projects[0]?.id ?? '';
    before.close();
    await after.storage.open(copy);
    expect(Object.keys(after.photos())).toEqual(['b']);
    await after.ready();
    after.actions.undo();
    expect(project(after).name).toBe('First');
    await after.ready();
  });
});

describe('deleted projects', () => {
  it('come back from the list, and stay when they were opened', async () => {
    const before = await open();
    before.drop(TRAY, 'a');
    await before.ready();
    const { id } = project(before);
    before.actions.deleteProject();
    await before.saved();
    const after = await reload(before);
    expect(project(after).photos).toEqual([]);
    expect(after.store.getState().projects.map(({ deleted }) => deleted !== null)).toEqual([true]);
    await after.storage.open(id);
    await after.saved();
    expect((await stored()).projects.map(({ deleted }) => deleted)).toEqual([null]);
    const last = await reload(after, { network: null });
    expect(Object.keys(last.photos())).toEqual(['a']);
    await last.ready();
  });

  it('go after 30 days, with photos that no other project has; a copy keeps its own', async () => {
    const library = new Library(openDatabase, site);
    const tab = await open();
    tab.drop(TRAY, 'only here', 'also in the copy');
    await tab.ready();
    await tab.saved();
    const old = project(tab);
    tab.actions.duplicateProject();
    tab.actions.remove([tab.keyOf('only here')]);
    await tab.saved();
    await library.markDeleted(old.id, Date.now() - 31 * DAY);
    const isOver = ({ deleted }: { readonly deleted: number | null }) =>
      deleted !== null && deleted < Date.now() - 30 * DAY;
    // What a tab may still undo stays.
    const undoable = new Set(old.photos.map(({ key }) => key));
    expect((await library.clearAway(undoable, () => false)).files).toEqual([]);
    const gone = await library.clearAway(new Set(), isOver);
    expect(gone.projects).toEqual([old.id]);
    const { projects, files } = await stored();
    expect(projects.map(({ name }) => name)).toEqual(['Untitled copy']);
    expect(files).toEqual([tab.keyOf('also in the copy')]);
    const [kept, lost] = await library.readResults(
      [await hashOf('also in the copy'), await hashOf('only here')],
      'fake',
    );
    expect(kept?.features).not.toBeNull();
    expect(lost).toEqual({ picture: null, features: null });
  });
});

describe('records', () => {
  it('of version 1 are shown', async () => {
    await put(recordOfVersion1);
    const tab = await open();
    expect(project(tab).name).toBe('Cars of two times');
    // Its photos were not in this database: each says so, and nothing else is lost.
    await tab.until(() => Object.values(tab.photos()).every((status) => status === 'failed'));
    expect(tab.workOf('käfer')).toMatchObject({ error: { code: 'photo-lost' } });
    tab.actions.renameProject('Still here');
    await tab.saved();
    expect((await stored()).projects[0]?.photos).toHaveLength(3);
  });

  it('that cannot be read are set aside and named; the rest is there, and their photos stay', async () => {
    const first = await open();
    first.drop(TRAY, 'a');
    await first.saved();
    const key = first.keyOf('a');
    first.close();
    const [good] = (await stored()).projects;
    const damaged = { ...good, id: 'damaged', name: 'Damaged', bins: null };
    await put(damaged, { ...good, name: 'Good', photos: [] }, { id: 'nameless' });
    const tab = await open();
    expect(tab.store.getState().notices).toMatchObject([
      {
        kind: 'set-aside',
        aside: [
          { name: 'Damaged', damage: null },
          { name: 'nameless', damage: null },
        ],
      },
    ]);
    expect(tab.store.getState().asideCount).toBe(2);
    expect(tab.store.getState().projects.map(({ name }) => name)).toEqual(['Good']);
    const { projects, aside } = await stored();
    expect(projects.map(({ name }) => name)).toEqual(['Good']);
    expect(aside).toMatchObject([{ value: damaged }, { value: { id: 'nameless' } }]);
    await new Library(openDatabase, site).clearAway(new Set(), () => true);
    expect((await stored()).files).toEqual([key]);
    const [record] = await tab.storage.readAside();
    expect(record).toMatchObject({ name: 'Damaged', value: damaged });
    expect(await record?.photos[0]?.[1].text()).toBe('a');
  });

  it('of which a part cannot be read lose that part alone, and lie aside as they were', async () => {
    const before = await open();
    before.drop('bin-1', 'a', 'b');
    await before.ready();
    await before.saved();
    before.close();
    const [good] = (await stored()).projects;
    const [a, b] = good?.photos ?? [];
    const damaged = { ...good, photos: [a, { ...b, name: 7 }] };
    await put(damaged);
    const tab = await open({ network: null });
    const damage = { photos: 1, bins: 0, settings: false };
    expect(tab.store.getState().notices).toMatchObject([
      { kind: 'set-aside', aside: [{ name: good?.name, damage }] },
    ]);
    await tab.ready();
    expect(tab.photos()).toEqual({ a: 'ready' });
    expect((await stored()).projects[0]?.photos).toEqual([a]);
    const [record] = await tab.storage.readAside();
    expect(record?.value).toEqual(damaged);
    expect(record?.photos.map(([key]) => key).sort()).toEqual([a?.key, b?.key].sort());
    tab.actions.renameProject('Goes on');
    await tab.saved();
    // It is said once.
    expect(kinds(await reload(tab))).toEqual([]);
  });

  it('whose photo has other bytes than its hash says do not pass them on', async () => {
    const before = await open();
    before.drop(TRAY, 'a');
    await before.ready();
    await before.saved();
    const database = await openDatabase({ name: site });
    await database.put('files', new Blob(['rotten']), before.keyOf('a'));
    database.close();
    const after = await reload(before);
    await after.ready();
    await expect(after.files.read(after.keyOf('a'))).rejects.toMatchObject({ code: 'photo-damaged' });
  });

  it('of a newer version are named, and left as they are', async () => {
    const newer = { ...recordOfVersion1, version: 99, extra: 'x' };
    await put(newer);
    const tab = await open();
    expect(kinds(tab)).toEqual(['newer-projects']);
    expect(project(tab).photos).toEqual([]);
    await tab.library.markDeleted(newer.id, 5);
    await tab.library.clearAway(new Set(), () => true);
    expect((await stored()).projects).toEqual([newer]);
    // A newer page has taken over a project that this one still shows.
    tab.drop(TRAY, 'a');
    await tab.saved();
    const ours = { ...newer, id: project(tab).id };
    await put(ours);
    tab.actions.addBin();
    await tab.until(({ saving }) => saving.status === 'off');
    expect(tab.store.getState().saving).toMatchObject({ error: { code: 'storage-newer' } });
    expect((await stored()).projects).toContainEqual(ours);
  });

  it('from a database of the future are not touched', async () => {
    await new Promise((resolve) => {
      const request = indexedDB.open(site, 99);
      request.onsuccess = () => {
        request.result.close();
        resolve(null);
      };
    });
    const tab = await open();
    expect(tab.store.getState().saving).toMatchObject({ status: 'off', error: { code: 'storage-newer' } });
    tab.drop(TRAY, 'a');
    await tab.ready();
  });
});

describe('a database that fails', () => {
  it('by throwing is said; everything works in memory, and is saved when it works again', async () => {
    let isBroken = true;
    const failing: typeof openDatabase = async (options) => {
      if (isBroken) throw new DOMException('no', 'SecurityError');
      return await openDatabase(options);
    };
    const tab = await open({ open: failing });
    tab.drop(TRAY, 'a');
    await tab.ready();
    await tab.until(({ saving }) => saving.status === 'off');
    isBroken = false;
    tab.storage.tryAgain();
    await tab.saved();
    const after = await reload(tab, { open: openDatabase, network: null });
    await after.ready();
    expect(Object.keys(after.photos())).toEqual(['a']);
  });

  it('by never answering keeps nobody waiting for longer than two seconds, and is used when it comes', async () => {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const tab = await open({
      open: async (options) => {
        await late;
        return await openDatabase(options);
      },
    });
    expect(tab.beginning.error?.code).toBe('storage-failed');
    tab.drop(TRAY, 'a', 'b');
    await tab.ready();
    expect(tab.store.getState().saving.status).toBe('off');
    answer();
    await vi.waitFor(() => tab.library.list(0));
    tab.storage.tryAgain();
    await tab.saved();
    expect((await stored()).files).toHaveLength(2);
  });

  it('by losing its connection is opened anew', async () => {
    const connections: { close(): void }[] = [];
    const tab = await open({
      open: async (options) => {
        const database = await openDatabase(options);
        connections.push(database);
        return database;
      },
    });
    tab.drop(TRAY, 'a');
    await tab.ready();
    await tab.saved();
    for (const connection of connections) connection.close();
    tab.actions.renameProject('Cars');
    await tab.saved();
    expect((await stored()).projects[0]?.name).toBe('Cars');
    expect(connections.length).toBe(2);
  });

  it('whose data somebody has cleared is filled again; what is nowhere any more says so', async () => {
    const before = await open();
    before.drop(TRAY, 'old');
    await before.ready();
    await before.saved();
    const tab = await reload(before);
    await tab.ready();
    tab.drop(TRAY, 'new');
    await tab.ready();
    await tab.saved();
    // As "Clear site data" does: the page's connection is closed, and all is gone.
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(site).onsuccess = resolve;
    });
    tab.actions.renameProject('Still here');
    await tab.saved();
    expect((await stored()).files).toEqual([tab.keyOf('new')]);
    const after = await reload(tab, { network: null });
    await after.until(() => after.photos().new === 'ready' && after.photos().old === 'failed');
    expect(after.workOf('old')).toMatchObject({ error: { code: 'photo-lost' } });
  });
});

describe('a full disk', () => {
  /** Photos of more than a kilobyte find no room while `isFull`. */
  function fillable() {
    const disk = { isFull: true, recordsToo: false };
    const openFull: typeof openDatabase = async (options) => {
      const database = await openDatabase(options);
      const { transaction } = database;
      const limited = (...args: Parameters<typeof transaction>) => {
        const made = transaction.apply(database, args);
        if (args[1] !== 'readwrite') return made;
        const objectStore = made.objectStore.bind(made);
        Object.assign(made, {
          objectStore: (name: Parameters<typeof objectStore>[0]) => {
            const store = objectStore(name);
            const put = store.put?.bind(store);
            return Object.assign(store, {
              put: (value: unknown, key?: IDBValidKey) => {
                const isLarge = value instanceof Blob ? value.size > 1000 : disk.recordsToo;
                if (disk.isFull && isLarge) throw new DOMException('no room', 'QuotaExceededError');
                return put?.(value, key as never);
              },
            });
          },
        });
        return made;
      };
      return new Proxy(database, {
        get: (target, name) => {
          const value: unknown = name === 'transaction' ? limited : Reflect.get(target, name, target);
          return typeof value === 'function' && name !== 'transaction' ? value.bind(target) : value;
        },
      });
    };
    return { disk, openFull };
  }

  it('half-way leaves what fitted, whole; the rest works in memory, and is saved when there is room', async () => {
    const { disk, openFull } = fillable();
    const tab = await open({ open: openFull });
    const large = 'x'.repeat(2000);
    tab.drop(TRAY, 'a', large, 'b');
    await tab.ready();
    await tab.until(({ saving }) => saving.status === 'full');
    expect(tab.store.getState().saving).toEqual({ status: 'full', photos: 1, shown: 1 });
    const { projects, files } = await stored();
    expect(projects[0]?.photos.map(({ name }) => name)).toEqual(['a.jpg', 'b.jpg']);
    expect(new Set(files)).toEqual(new Set([tab.keyOf('a'), tab.keyOf('b')]));
    disk.isFull = false;
    tab.storage.tryAgain();
    await tab.saved();
    const after = await reload(tab, { open: openDatabase, network: null });
    expect(Object.keys(after.photos())).toEqual(['a', large, 'b']);
    await after.ready();
  });

  it('takes small changes at once, and large ones as soon as there is room, without being asked', async () => {
    const { disk, openFull } = fillable();
    const tab = await open({ open: openFull });
    tab.drop(TRAY, 'a', 'x'.repeat(2000));
    await tab.until(({ saving }) => saving.status === 'full');
    tab.actions.renameProject('Renamed');
    await vi.waitFor(async () => expect((await stored()).projects[0]?.name).toBe('Renamed'));
    // Now not even a record fits; when it does again, it is written.
    disk.recordsToo = true;
    tab.actions.renameProject('Renamed again');
    await tab.until(({ saving }) => saving.status === 'full');
    disk.recordsToo = false;
    tab.actions.addBin();
    await vi.waitFor(
      async () =>
        expect((await stored()).projects[0]).toMatchObject({ name: 'Renamed again', bins: { length: 3 } }),
      5_000,
    );
    expect(tab.store.getState().saving).toEqual({ status: 'full', photos: 1, shown: 1 });
    expect(tab.storage.countAtRisk()).toBe(1);
  });

  it('gets room from deleted projects when a person says so, though nothing can be written', async () => {
    const { disk, openFull } = fillable();
    disk.isFull = false;
    const tab = await open({ open: openFull });
    tab.drop(TRAY, 'old');
    await tab.saved();
    const { id } = project(tab);
    tab.actions.newProject();
    tab.drop(TRAY, 'a');
    await tab.saved();
    Object.assign(disk, { isFull: true, recordsToo: true });
    tab.drop(TRAY, 'b');
    await tab.until(({ saving }) => saving.status === 'full');
    await tab.storage.open(id);
    tab.actions.deleteProject();
    await tab.until(({ saving }) => saving.status === 'full');
    tab.storage.tryAgain();
    await tab.until(({ saving }) => saving.status === 'full');
    expect(tab.store.getState().projects.some((p) => p.id === id)).toBe(true);
    expect(await tab.storage.clearDeleted()).toBe('done');
    expect(tab.store.getState().projects.some((p) => p.id === id)).toBe(false);
    expect((await stored()).files).toHaveLength(1);
    disk.isFull = false;
    tab.storage.tryAgain();
    await tab.saved();
    expect((await stored()).projects.map(({ photos }) => photos.length)).toEqual([2]);
    // The steps that went through it are gone with it.
    while (tab.store.getState().history.past.length > 0) {
      tab.actions.undo();
      expect(project(tab).id).not.toBe(id);
    }
  });
});

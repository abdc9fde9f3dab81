// The layout invites people to work on the folders: what they add or replace is taken as meant.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/export/archive/openArchive.ts';
import type { FolderFile } from '../../../../src/export/archive/openFolder.ts';
import { type PackedEntry, packArchive } from '../../../../src/export/archive/packArchive.ts';
import type { PortableProject } from '../../../../src/export/project/portableProject.ts';
import { projectEntries } from '../../../../src/export/project/projectEntries.ts';
import { readProject } from '../../../../src/export/project/readProject.ts';
import { anyProject, DATE, packProject, photo, SETTINGS } from '../../../support/portableProjects.ts';

const PROJECT = {
  name: 'Cars',
  settings: SETTINGS,
  bins: ['classic', 'a/b'],
  photos: [photo('a.jpg', 0), photo('t.jpg', null)],
};

/** A project's own entries, as somebody left them. */
async function packed(
  change: (entries: PackedEntry[]) => readonly PackedEntry[],
  project: PortableProject = PROJECT,
): Promise<ReturnType<typeof readProject>> {
  const entries: PackedEntry[] = [];
  for await (const entry of projectEntries(project)) entries.push(entry);
  return readProject(await packArchive(change(entries), { date: DATE }));
}

/** What becomes of paths: another path, or null for a file that is taken out. */
const changing =
  (paths: Readonly<Record<string, string | null>>) =>
  (entries: readonly PackedEntry[]): readonly PackedEntry[] =>
    entries.flatMap((entry) => {
      const path = paths[entry.path] === undefined ? entry.path : paths[entry.path];
      return path ? { ...entry, path } : [];
    });

const places = ({ bins, photos }: Awaited<ReturnType<typeof readProject>>) =>
  photos.map(({ name, bin }) => `${bin === null ? 'tray' : bins[bin]}: ${name}`);

it('takes photos that were added, after the others and in the order of their names', async () => {
  const read = await packed((entries) => [
    { path: 'classic/10.jpg', data: '10' },
    { path: 'classic/9.PNG', data: '9' },
    { path: 'a_b/inner/deep.webp', data: 'deep' },
    { path: 'Test/more.jpg', data: 'more' },
    { path: 'loose.jpg', data: 'loose' },
    { path: 'CLASSIC/upper.jpg', data: 'upper' },
    { path: 'trucks/t.jpg', data: 'truck' },
    { path: 'Neither/n.jpg', data: 'n' },
    ...entries,
  ]);
  expect(read.bins).toEqual(['classic', 'a/b', 'Neither (bin)', 'trucks']);
  expect(places(read)).toEqual([
    'classic: a.jpg',
    'tray: t.jpg',
    'a/b: deep.webp',
    'classic: 9.PNG',
    'classic: 10.jpg',
    'classic: upper.jpg',
    'tray: loose.jpg',
    'Neither (bin): n.jpg',
    'tray: more.jpg',
    'trucks: t.jpg',
  ]);
  expect(read.added.length).toBe(8);
  expect(read.photos.find(({ name }) => name === '9.PNG')?.file.type).toBe('image/png');
});

it('does not mind other files, nor what systems leave behind', async () => {
  const read = await packed((entries) => [
    ...entries,
    { path: 'classic/notes.txt', data: 'bought on Sunday' },
    { path: '__MACOSX/classic/._a.jpg', data: 'fork' },
    { path: 'classic/._a.jpg', data: 'fork' },
    { path: '.DS_Store', data: 'x' },
    { path: 'classic/Thumbs.db', data: 'x' },
  ]);
  expect(places(read)).toEqual(['classic: a.jpg', 'tray: t.jpg']);
  expect(read.added).toEqual([]);
});

it('opens when all of it lies in one folder more', async () => {
  const read = await packed((entries) => [
    { path: '__MACOSX/Cars/._project.json', data: 'fork' },
    ...entries.map((entry) => ({ ...entry, path: `Cars/${entry.path}` })),
    { path: 'Cars/classic/new.jpg', data: 'new' },
  ]);
  expect(places(read)).toEqual(['classic: a.jpg', 'tray: t.jpg', 'classic: new.jpg']);
});

it('finds photos whose names were spelled anew on the way', async () => {
  const accents = { ...PROJECT, bins: ['é'], photos: [photo('ü.jpg', 0)] };
  const entries: PackedEntry[] = [];
  for await (const entry of projectEntries(accents)) {
    entries.push({ ...entry, path: entry.path.normalize('NFD') });
  }
  const read = await readProject(await packArchive(entries, { date: DATE }));
  expect([places(read), read.added]).toEqual([['é: ü.jpg'], []]);
});

it('takes a photo that was replaced, and says so', async () => {
  const read = await packed((entries) =>
    entries.map((entry) => (entry.path === 'classic/a.jpg' ? { ...entry, data: 'retouched' } : entry)),
  );
  expect(read.changed).toEqual(['classic/a.jpg']);
  expect(await read.photos[0]?.file.text()).toBe('retouched');
});

it('refuses more new bins than anyone has', async () => {
  const files: FolderFile[] = Array.from({ length: 1000 }, (_, i) => ({
    path: `bin ${i}/a.jpg`,
    file: new Blob(['a']),
  }));
  for await (const { path, data } of projectEntries(PROJECT)) {
    if (!path.endsWith('/')) files.push({ path, file: new Blob([data as BlobPart]) });
  }
  await expect(readProject(files)).rejects.toMatchObject({ code: 'project-invalid' });
  expect((await readProject(files.slice(2))).bins.length).toBe(1000);
});

it('unpacks nothing that is not asked for', async () => {
  const [big] = await openArchive(
    await packArchive([{ path: 'film.mp4', data: new Uint8Array(2_000_000) }], { date: DATE }),
  );
  await expect(big?.read()).rejects.toMatchObject({ code: 'archive-ratio' });
  const read = await packed((entries) => [...entries, { path: 'film.mp4', data: new Uint8Array(2_000_000) }]);
  expect(read.added).toEqual([]);
});

const CARS: PortableProject = {
  name: 'Cars',
  settings: SETTINGS,
  bins: ['classic', 'modern', 'a/b'],
  photos: [
    photo('a.jpg', 0),
    { ...photo('b?.jpg', 1), credit: 'https://example.org/b' },
    photo('c.jpg', 0),
    photo('d.jpg', 1),
    photo('e.jpg', 2),
    photo('t.jpg', null),
  ],
};

const told = ({ changed, added, missing }: Awaited<ReturnType<typeof readProject>>) => ({
  changed,
  added,
  missing,
});
const NOTHING = { changed: [], added: [], missing: [] };

describe('a photo that was taken out', () => {
  it('is named, and the rest opens', async () => {
    const read = await packed(changing({ 'classic/a.jpg': null, 'modern/b_.jpg': null }), CARS);
    expect(places(read)).toEqual(['classic: c.jpg', 'modern: d.jpg', 'a/b: e.jpg', 'tray: t.jpg']);
    expect(told(read)).toEqual({ ...NOTHING, missing: ['a.jpg', 'b?.jpg'] });
  });

  it('leaves its bin where it is, even with its folder', async () => {
    const read = await packed(changing({ 'a_b/e.jpg': null }), CARS);
    expect([read.bins, read.missing]).toEqual([['classic', 'modern', 'a/b'], ['e.jpg']]);
  });

  it('is a reason to refuse all only if no photo is left', async () => {
    const none = changing({ 'classic/a.jpg': null, 'test/t.jpg': null });
    await expect(packed(none)).rejects.toMatchObject({
      code: 'project-photo-missing',
      detail: { photo: 'classic/a.jpg', count: 2 },
    });
    const read = await packed((entries) => [...none(entries), { path: 'classic/new.jpg', data: 'new' }]);
    expect(places(read)).toEqual(['classic: new.jpg']);
    expect(told(read)).toEqual({ changed: [], added: ['classic/new.jpg'], missing: ['a.jpg', 't.jpg'] });
  });
});

describe('a photo that was moved or renamed', () => {
  it('is known by its bytes, and keeps its place in the order and its credit', async () => {
    const read = await packed(
      changing({
        'classic/a.jpg': 'test/a.jpg',
        'modern/b_.jpg': 'classic/best of all.jpg',
        'modern/d.jpg': 'd.jpg',
        'test/t.jpg': 'modern/deep/inside/t.jpg',
      }),
      CARS,
    );
    expect(read.bins).toEqual(['classic', 'modern', 'a/b']);
    expect(places(read)).toEqual([
      'tray: a.jpg',
      'classic: best of all.jpg',
      'classic: c.jpg',
      'tray: d.jpg',
      'a/b: e.jpg',
      'modern: t.jpg',
    ]);
    expect(read.photos[1]?.credit).toBe('https://example.org/b');
    expect(told(read)).toEqual(NOTHING);
  });

  it('keeps a name that no path can hold when it was only moved', async () => {
    const read = await packed(changing({ 'modern/b_.jpg': 'classic/B_.jpg' }), CARS);
    expect(places(read)[1]).toBe('classic: b?.jpg');
  });

  it('is itself when two took each other’s names, and when it took the name of one that is gone', async () => {
    const swapped = await packed(
      changing({ 'classic/a.jpg': 'classic/c.jpg', 'classic/c.jpg': 'classic/a.jpg' }),
      CARS,
    );
    expect(places(swapped).slice(0, 3)).toEqual(['classic: c.jpg', 'modern: b?.jpg', 'classic: a.jpg']);
    expect(await swapped.photos[0]?.file.text()).toBe('a.jpg');
    const overwritten = await packed(
      changing({ 'classic/a.jpg': 'modern/d.jpg', 'modern/d.jpg': null }),
      CARS,
    );
    expect(places(overwritten)).toContain('modern: d.jpg');
    expect(told(overwritten)).toEqual({ ...NOTHING, missing: ['d.jpg'] });
  });

  it('is found without an ending, too', async () => {
    const nameless = { ...PROJECT, photos: [...PROJECT.photos, photo('clipboard', 0)] };
    const read = await packed(changing({ 'classic/clipboard': 'classic/pasted' }), nameless);
    expect([places(read)[2], read.missing]).toEqual(['classic: pasted', []]);
  });

  it('beside a copy: the one that stayed is the listed one, the other was added', async () => {
    const read = await packed((entries) => [{ path: 'a_b/copy.jpg', data: 'a.jpg' }, ...entries], CARS);
    expect(places(read)[0]).toBe('classic: a.jpg');
    expect(told(read)).toEqual({ ...NOTHING, added: ['a_b/copy.jpg'] });
  });

  it('does not take the place of a copy that stayed', async () => {
    const twins = {
      ...PROJECT,
      photos: [photo('x.jpg', 0, 'same'), { ...photo('x.jpg', 1, 'same'), credit: 'https://example.org/' }],
    };
    const read = await packed(changing({ 'classic/x.jpg': null }), twins);
    expect([places(read), read.missing]).toEqual([['a/b: x.jpg'], ['x.jpg']]);
    expect(read.photos[0]?.credit).toBe('https://example.org/');
  });

  it('has copies in several bins: each is found once, where its name went', async () => {
    const copies = { ...PROJECT, photos: [photo('x.jpg', 0, 'same'), photo('y.jpg', 1, 'same')] };
    const read = await packed(
      changing({ 'classic/x.jpg': 'new/x.jpg', 'a_b/y.jpg': 'classic/y.jpg' }),
      copies,
    );
    expect(places(read)).toEqual(['new: x.jpg', 'classic: y.jpg']);
    expect(told(read)).toEqual(NOTHING);
  });
});

describe('a folder that was renamed', () => {
  it('is the same bin with another name, in its old place', async () => {
    const read = await packed(
      (entries) => [
        ...entries.map((entry) => ({ ...entry, path: entry.path.replace(/^classic/, 'Oldtimer') })),
        { path: 'oldtimer/new.jpg', data: 'new' },
      ],
      CARS,
    );
    expect(read.bins).toEqual(['Oldtimer', 'modern', 'a/b']);
    expect(places(read).filter((place) => place.startsWith('Old'))).toEqual([
      'Oldtimer: a.jpg',
      'Oldtimer: c.jpg',
      'Oldtimer: new.jpg',
    ]);
    expect(told(read)).toEqual({ ...NOTHING, added: ['oldtimer/new.jpg'] });
  });

  it('goes where most of its photos are; the others make a new bin', async () => {
    const read = await packed(
      changing({ 'classic/a.jpg': 'x/a.jpg', 'classic/c.jpg': 'z/c.jpg', 'modern/d.jpg': 'z/d.jpg' }),
      { ...CARS, photos: [...CARS.photos, photo('f.jpg', 0)] },
    );
    // Its own folder is still there, so nothing was renamed.
    expect(read.bins).toEqual(['classic', 'modern', 'a/b', 'x', 'z']);
    const split = await packed(
      changing({ 'classic/a.jpg': 'x/a.jpg', 'classic/c.jpg': 'z/c.jpg', 'classic/f.jpg': 'z/f.jpg' }),
      { ...CARS, photos: [...CARS.photos, photo('f.jpg', 0)] },
    );
    expect(split.bins).toEqual(['z', 'modern', 'a/b', 'x']);
  });

  it('into the tray, another bin or a word with a meaning of its own', async () => {
    const renamed = (folder: string) =>
      packed(changing({ 'classic/a.jpg': `${folder}/a.jpg`, 'classic/c.jpg': `${folder}/c.jpg` }), CARS);
    expect(places(await renamed('test'))[0]).toBe('tray: a.jpg');
    expect(places(await renamed('MODERN '))[0]).toBe('modern: a.jpg');
    expect((await renamed('neither')).bins).toEqual(['neither (bin)', 'modern', 'a/b']);
  });

  it('together with others: each keeps its own place, and two in one folder are one bin', async () => {
    const exchanged = await packed(
      changing({ 'modern/b_.jpg': 'new/b_.jpg', 'modern/d.jpg': 'new/d.jpg', 'a_b/e.jpg': 'newer/e.jpg' }),
      CARS,
    );
    expect(exchanged.bins).toEqual(['classic', 'new', 'newer']);
    const merged = await packed(
      changing({ 'modern/b_.jpg': 'all/b_.jpg', 'modern/d.jpg': 'all/d.jpg', 'a_b/e.jpg': 'all/e.jpg' }),
      CARS,
    );
    expect(merged.bins).toEqual(['classic', 'all', 'a/b']);
    expect(places(merged).filter((place) => place.startsWith('all')).length).toBe(3);
  });
});

it('whatever is moved, renamed and taken out: what is left comes back in its order, byte for byte', async () => {
  const anywhere = fc.constantFrom('', 'classic/', 'test/', 'new/', 'a/b/c/');
  await fc.assert(
    fc.asyncProperty(
      anyProject,
      fc.array(fc.record({ to: anywhere, goes: fc.nat(3) }), { minLength: 8, maxLength: 8 }),
      async (any, steps) => {
        // No two alike, so that each is known.
        const photos = any.photos.map((each, i) => ({ ...each, file: new Blob([`bytes ${i}`]) }));
        const listed: PackedEntry[] = [];
        for await (const entry of projectEntries({ ...any, photos })) listed.push(entry);
        const files = listed.slice(0, -1).filter(({ path }) => !path.endsWith('/'));
        const kept = photos.map((_, i) => steps[i]?.goes !== 0);
        const moved = files.flatMap((entry, i) => {
          if (!kept[i]) return [];
          return steps[i]?.goes === 1 ? { ...entry, path: `${steps[i].to}moved ${i}.jpg` } : entry;
        });
        const changed = await packArchive([...moved.reverse(), ...listed.slice(-1)], { date: DATE });
        const left = photos.filter((_, i) => kept[i]);
        if (left.length === 0 && photos.length > 0) {
          await expect(readProject(changed)).rejects.toMatchObject({ code: 'project-photo-missing' });
          return;
        }
        const read = await readProject(changed);
        expect(await Promise.all(read.photos.map(({ file }) => file.text()))).toEqual(
          await Promise.all(left.map(({ file }) => file.text())),
        );
        expect(read.photos.map(({ credit }) => credit)).toEqual(left.map(({ credit }) => credit));
        expect([read.changed, read.added, read.missing.length]).toEqual([
          [],
          [],
          photos.length - left.length,
        ]);
        // What was made of it can be packed and opened once more, and nothing is left to tell.
        const again = await readProject(await packProject(read));
        expect([again.bins, told(again)]).toEqual([read.bins, NOTHING]);
      },
    ),
    { numRuns: 40 },
  );
});

// The layout invites people to work on the folders: what they add or replace is taken as meant.

import { expect, it } from 'vitest';
import { openArchive } from '../../../../src/export/archive/openArchive.ts';
import { type PackedEntry, packArchive } from '../../../../src/export/archive/packArchive.ts';
import { projectEntries } from '../../../../src/export/project/projectEntries.ts';
import { readProject } from '../../../../src/export/project/readProject.ts';
import { DATE, photo, SETTINGS } from '../../../support/portableProjects.ts';

const PROJECT = {
  name: 'Cars',
  settings: SETTINGS,
  bins: ['classic', 'a/b'],
  photos: [photo('a.jpg', 0), photo('t.jpg', null)],
};

/** The project's own entries, as somebody left them. */
async function packed(
  change: (entries: PackedEntry[]) => readonly PackedEntry[],
): Promise<ReturnType<typeof readProject>> {
  const entries: PackedEntry[] = [];
  for await (const entry of projectEntries(PROJECT)) entries.push(entry);
  return readProject(await packArchive(change(entries), { date: DATE }));
}

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

it('refuses a folder with more new bins than anyone has', async () => {
  const many = Array.from({ length: 1000 }, (_, i) => ({ path: `bin ${i}/a.jpg`, data: 'a' }));
  await expect(packed((entries) => [...entries, ...many])).rejects.toMatchObject({ code: 'project-invalid' });
});

it('unpacks nothing that is not asked for', async () => {
  const [big] = await openArchive(
    await packArchive([{ path: 'film.mp4', data: new Uint8Array(2_000_000) }], { date: DATE }),
  );
  await expect(big?.read()).rejects.toMatchObject({ code: 'archive-ratio' });
  const read = await packed((entries) => [...entries, { path: 'film.mp4', data: new Uint8Array(2_000_000) }]);
  expect(read.added).toEqual([]);
});

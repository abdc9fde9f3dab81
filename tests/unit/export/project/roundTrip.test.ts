// A project comes back from its file as it was: labels, order, names, settings, every byte.

import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import { isUnsafePath } from '../../../../src/export/archive/archivePaths.ts';
import { openArchive } from '../../../../src/export/archive/openArchive.ts';
import { packArchive } from '../../../../src/export/archive/packArchive.ts';
import { gatherProject } from '../../../../src/export/project/portableProject.ts';
import { projectEntries } from '../../../../src/export/project/projectEntries.ts';
import { readProject } from '../../../../src/export/project/readProject.ts';
import {
  anyProject,
  DATE,
  packProject,
  photo,
  plainProject,
  SETTINGS,
} from '../../../support/portableProjects.ts';
import { describeWithShared, sharedFile } from '../../../support/shared.ts';

it('brings any project back', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (project) => {
      const read = await readProject(await packProject(project));
      expect(await plainProject(read)).toEqual(await plainProject(project));
      expect([read.changed, read.added]).toEqual([[], []]);
    }),
    { numRuns: 40 },
  );
});

it('keeps bins that hold nothing, and a project that holds nothing at all', async () => {
  const empty = { name: 'Nothing', settings: SETTINGS, bins: [], photos: [] };
  expect(await readProject(await packProject(empty))).toMatchObject(empty);
  const bins = ['classic', 'modern', 'a third'];
  expect(await readProject(await packProject({ ...empty, bins }))).toMatchObject({ bins, photos: [] });
});

it('is folders named after the bins, with test beside them', async () => {
  const file = await packProject({
    name: 'Cars',
    settings: SETTINGS,
    bins: ['classic', 'Modern: new?', 'empty'],
    photos: [
      photo('a.jpg', 0),
      photo('b.jpg', null),
      photo('a.jpg', 1),
      photo('A.jpg', 0, 'another'),
      photo('a.jpg', 0, 'a third'),
    ],
  });
  expect((await openArchive(file)).map(({ path }) => path)).toEqual([
    'classic/a.jpg',
    'test/b.jpg',
    'Modern_ new_/a.jpg',
    'classic/A (2).jpg',
    'classic/a (3).jpg',
    'project.json',
  ]);
});

it('is the same file for the same project and date, and stores photos as they are', async () => {
  const project = {
    name: 'Cars',
    settings: SETTINGS,
    bins: ['classic'],
    photos: [photo('a.jpg', 0, 'bytes of a photo')],
  };
  const [once, again] = await Promise.all([packProject(project), packProject(project)]);
  const bytes = Buffer.from(await once.arrayBuffer());
  expect(bytes.equals(Buffer.from(await again.arrayBuffer()))).toBe(true);
  expect(bytes.includes('bytes of a photo')).toBe(true);
});

it('names of files are never a danger, on any system', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (project) => {
      const paths: string[] = [];
      for await (const { path } of projectEntries(project)) paths.push(path);
      for (const path of paths.filter((each) => !each.endsWith('/'))) {
        expect(isUnsafePath(path)).toBe(false);
        expect(path.split('/').length).toBe(path === 'project.json' ? 1 : 2);
        expect(path).not.toMatch(/[<>:"|?*]|[. ](?:\/|$)|(?:^|\/)\./);
      }
    }),
    { numRuns: 60 },
  );
});

it('leaves out a credit that no page may link to, rather than a file that cannot be opened', async () => {
  const credited = { ...photo('a.jpg', 0), credit: 'javascript:alert(1)' };
  const read = await readProject(
    await packProject({ name: 'Cars', settings: SETTINGS, bins: ['classic'], photos: [credited] }),
  );
  expect(read.photos[0]).not.toHaveProperty('credit');
});

it('refuses to make what it would refuse to open', async () => {
  const project = { name: 'Cars', settings: SETTINGS, bins: ['classic'], photos: [photo('a.jpg', 0)] };
  const refused = (changes: Partial<typeof project>) =>
    packArchive(projectEntries({ ...project, ...changes }), { date: DATE });
  await expect(refused({ bins: ['neither'] })).rejects.toMatchObject({ code: 'project-invalid' });
  await expect(refused({ settings: { ...SETTINGS, C: Number.NaN } })).rejects.toMatchObject({
    code: 'project-invalid',
  });
  await expect(refused({ photos: Array(10_000).fill(photo('a.jpg', 0)) })).rejects.toMatchObject({
    code: 'archive-too-many',
  });
});

it('takes a project of the store by its places', async () => {
  const files = new Map([
    ['photo-1', new Blob(['1'])],
    ['photo-2', new Blob(['2'])],
  ]);
  const { project: portable } = await gatherProject(
    {
      name: 'Cars',
      settings: SETTINGS,
      bins: [
        { id: 'bin-7', label: 'classic' },
        { id: 'bin-3', label: 'modern' },
      ],
      photos: [
        { key: 'photo-2', name: 'b.jpg', place: 'tray' },
        { key: 'photo-1', name: 'a.jpg', place: 'bin-3', credit: 'https://example.org/' },
      ],
    },
    (key) => files.get(key) ?? new Blob(),
  );
  expect(portable).toEqual({
    name: 'Cars',
    settings: SETTINGS,
    bins: ['classic', 'modern'],
    photos: [
      { name: 'b.jpg', file: files.get('photo-2'), bin: null },
      { name: 'a.jpg', file: files.get('photo-1'), bin: 1, credit: 'https://example.org/' },
    ],
  });
});

describeWithShared('real photos', () => {
  it('come back byte for byte', async () => {
    const cars = sharedFile('images/cars');
    const paths = (await readdir(cars, { recursive: true })).filter((path) => path.endsWith('.jpg')).sort();
    expect(paths.length).toBeGreaterThan(20);
    const bins = ['classic', 'modern'];
    const bytesOf = (path: string) => readFileSync(`${cars}/${path}`);
    const photos = paths.map((path) => {
      const [folder = '', name = ''] = path.split('/');
      const bin = bins.indexOf(folder);
      return { name, bin: bin < 0 ? null : bin, file: new Blob([bytesOf(path)], { type: 'image/jpeg' }) };
    });
    const file = await packProject({ name: 'Cars', settings: SETTINGS, bins, photos });
    const read = await readProject(file);
    expect(read.photos.length).toBe(paths.length);
    for (const [i, { file: back }] of read.photos.entries()) {
      expect(Buffer.from(await back.arrayBuffer()).equals(bytesOf(paths[i] ?? ''))).toBe(true);
    }
    const sum = photos.reduce((bytes, { file: { size } }) => bytes + size, 0);
    // Some 100 bytes of headers a photo, and project.json.
    expect(file.size - sum).toBeLessThan(paths.length * 600 + 2000);
  });
});

describe('photos whose bytes are gone', () => {
  const project = {
    name: 'Cars',
    settings: SETTINGS,
    bins: [{ id: 'bin-1', label: 'classic' }],
    photos: [
      { key: 'photo-1', name: 'a.jpg', place: 'bin-1' },
      { key: 'photo-2', name: 'b.jpg', place: 'bin-1' },
      { key: 'photo-3', name: 'c.jpg', place: 'tray' },
    ],
  };
  const readingAllBut =
    (gone: readonly string[], code: 'photo-lost' | 'photo-damaged' | 'storage-failed') => (key: string) => {
      if (gone.includes(key)) throw new BinsightError(code);
      return new Blob([key]);
    };

  it('are named, and do not keep the others back', async () => {
    const read = readingAllBut(['photo-1', 'photo-3'], 'photo-damaged');
    const { project: portable, missing } = await gatherProject(project, read);
    expect(portable.photos.map(({ name }) => name)).toEqual(['b.jpg']);
    expect(missing).toEqual(['a.jpg', 'c.jpg']);
  });

  it('are said to be so where they are all there is', async () => {
    const read = readingAllBut(['photo-1', 'photo-2', 'photo-3'], 'photo-lost');
    await expect(gatherProject(project, read)).rejects.toMatchObject({
      code: 'photo-lost',
      detail: { photo: 'c.jpg' },
    });
  });

  it('are not mistaken for those that cannot be read just now', async () => {
    const read = readingAllBut(['photo-1'], 'storage-failed');
    await expect(gatherProject(project, read)).rejects.toMatchObject({ code: 'storage-failed' });
  });
});

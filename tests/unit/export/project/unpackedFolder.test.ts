// The folder that a project file becomes when it is unpacked is read exactly like the file.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS } from '../../../../src/export/archive/archiveLimits.ts';
import { openArchive } from '../../../../src/export/archive/openArchive.ts';
import type { FolderFile } from '../../../../src/export/archive/openFolder.ts';
import type { PortableProject } from '../../../../src/export/project/portableProject.ts';
import { readProject } from '../../../../src/export/project/readProject.ts';
import { anyProject, packProject, photo, plainProject, SETTINGS } from '../../../support/portableProjects.ts';

async function unpacked(project: PortableProject): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  for (const { path, read } of await openArchive(await packProject(project))) {
    files.push({ path, file: new Blob([await read()]) });
  }
  return files;
}

const CARS: PortableProject = {
  name: 'Cars',
  settings: { ...SETTINGS, features: 'pool5', C: 3 },
  bins: ['modern', 'a/b', 'empty'],
  photos: [
    photo('a.jpg', 1),
    { ...photo('what?.jpg', 0), credit: 'https://example.org/b' },
    photo('t.jpg', null),
  ],
};

it('gives what the zip gives, in whatever order its files come', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (project) => {
      const read = await readProject((await unpacked(project)).reverse());
      expect(await plainProject(read)).toEqual(await plainProject(project));
      expect([read.changed, read.added, read.missing]).toEqual([[], [], []]);
    }),
    { numRuns: 25 },
  );
});

it('takes what people did to it by hand, and leaves out what their system did', async () => {
  const read = await readProject([
    { path: '.DS_Store', file: new Blob(['x']) },
    { path: 'a_b/._a.jpg', file: new Blob(['fork']) },
    { path: 'a_b/desktop.ini', file: new Blob(['x']) },
    { path: 'empty/new.jpg', file: new Blob(['new']) },
    ...(await unpacked(CARS)).filter(({ path }) => path !== 'test/t.jpg'),
  ]);
  expect(read.bins).toEqual(CARS.bins);
  expect(read.photos.map(({ name, bin }) => [name, bin])).toEqual([
    ['a.jpg', 1],
    ['what?.jpg', 0],
    ['new.jpg', 2],
  ]);
  expect([read.changed, read.added, read.missing]).toEqual([[], ['empty/new.jpg'], ['t.jpg']]);
});

it('takes names that no zip may have: they are on a disk already', async () => {
  const odd = ['a_b/back\\slash.jpg', 'a_b/A.jpg', 'a_b/tab\t.jpg'];
  const read = await readProject([
    ...odd.map((path) => ({ path, file: new Blob([path]) })),
    ...(await unpacked(CARS)),
  ]);
  expect(read.photos.map(({ name }) => name).sort()).toEqual(
    ['a.jpg', 'what?.jpg', 't.jpg', 'back\\slash.jpg', 'A.jpg', 'tab\t.jpg'].sort(),
  );
  expect(await read.photos[0]?.file.text()).toBe('a.jpg');
  expect([read.changed, [...read.added].sort()]).toEqual([[], [...odd].sort()]);
});

describe('what is refused', () => {
  const withDocument = async (text: string): Promise<FolderFile[]> =>
    (await unpacked(CARS)).map((entry) =>
      entry.path === 'project.json' ? { ...entry, file: new Blob([text]) } : entry,
    );

  it.each([
    ['no project.json', 'project-not-one', async () => (await unpacked(CARS)).slice(0, -1)],
    ['project.json alone', 'project-photo-missing', async () => (await unpacked(CARS)).slice(-1)],
    ['a project.json that is none', 'project-not-one', () => withDocument('{}')],
    ['a __proto__', 'project-invalid', () => withDocument('{"__proto__":{"polluted":true}}')],
    ['project.json of 9 MB', 'project-invalid', () => withDocument(' '.repeat(9 * 2 ** 20))],
  ] as const)('%s: %s', async (_, code, files) => {
    await expect(readProject(await files())).rejects.toMatchObject({ code });
    expect({}).not.toHaveProperty('polluted');
  });

  it('more, and more of it, than a zip may hold', async () => {
    const files = await unpacked(CARS);
    const within = (limits: Partial<typeof ARCHIVE_LIMITS>) =>
      readProject(files, { limits: { ...ARCHIVE_LIMITS, ...limits } });
    await expect(within({ entries: 3 })).rejects.toMatchObject({
      code: 'archive-too-many',
      detail: { limit: 3 },
    });
    await expect(within({ entryBytes: 20 })).rejects.toMatchObject({
      code: 'archive-too-large',
      detail: { entry: 'project.json', limit: 20 },
    });
    const document = files.at(-1)?.file.size ?? 0;
    await expect(within({ totalBytes: document + 10 })).rejects.toMatchObject({
      code: 'archive-too-large',
      detail: { limit: document + 10 },
    });
    expect((await within({ entries: 4, totalBytes: document + 100 })).photos.length).toBe(3);
  });

  it('a file that is gone meanwhile', async () => {
    const gone = new (class extends Blob {
      override arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    })();
    const files = (await unpacked(CARS)).map((entry) =>
      entry.path === 'a_b/a.jpg' ? { ...entry, file: gone } : entry,
    );
    await expect(readProject(files)).rejects.toMatchObject({
      code: 'archive-unreadable',
      detail: { entry: 'a_b/a.jpg' },
    });
  });
});

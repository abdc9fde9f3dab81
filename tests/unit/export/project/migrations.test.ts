// Files of every version so far open today, and each step is taken once and in order.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { migrateProject, PROJECT_VERSION } from '../../../../src/export/project/migrations.ts';
import { readProject } from '../../../../src/export/project/readProject.ts';
import { plainProject } from '../../../support/portableProjects.ts';

/** Written once by the version it is named after, and never again. */
const frozen = (version: number) =>
  readFileSync(new URL(`./frozen/version-${version}.binsight.zip`, import.meta.url));

it('opens a file of version 1', async () => {
  const read = await readProject(new Blob([frozen(1)]));
  expect(await plainProject(read)).toEqual({
    name: 'Frozen: one',
    settings: { features: 'pool5', C: 0.5, neither: false },
    bins: ['classic', 'a/b', 'empty'],
    photos: [
      {
        name: 'a.jpg',
        bin: 0,
        type: 'image/jpeg',
        bytes: 'YQ==',
        modified: 1700000000000,
        credit: undefined,
      },
      {
        name: 'ü?.png',
        bin: null,
        type: 'image/png',
        bytes: 'Yg==',
        modified: undefined,
        credit: 'https://example.org/b',
      },
      { name: 'a.jpg', bin: 1, type: '', bytes: '', modified: undefined, credit: undefined },
    ],
  });
  expect([read.changed, read.added]).toEqual([[], []]);
});

it('has a frozen file for every version', () => {
  for (let version = 1; version <= PROJECT_VERSION; version++)
    expect(frozen(version).length).toBeGreaterThan(0);
});

it('takes an old document through all steps in between', () => {
  const steps = new Map([
    [1, (document: object) => ({ ...document, trail: ['one'] })],
    [2, (document: { trail?: unknown }) => ({ ...document, trail: [document.trail, 'two'] })],
  ]);
  const old = { format: 'binsight-project', version: 1, name: 'Cars' };
  expect(migrateProject(old, 3, steps)).toEqual({
    format: 'binsight-project',
    version: 3,
    name: 'Cars',
    trail: [['one'], 'two'],
  });
  expect(migrateProject({ ...old, version: 3 }, 3, steps)).toEqual({ ...old, version: 3 });
  expect(() => migrateProject({ ...old, version: 4 }, 3, steps)).toThrow(
    expect.objectContaining({ code: 'project-newer', detail: { version: 4, known: 3 } }),
  );
  expect(() => migrateProject(old, 4, steps)).toThrow(expect.objectContaining({ code: 'project-invalid' }));
});

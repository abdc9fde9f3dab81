// Damaged and hostile project files: each is refused with its own code, and the same file with nothing wrong opens.

import { afterEach, expect, it } from 'vitest';
import { BinsightError } from '../../../../src/core/errors.ts';
import { parseDocument } from '../../../../src/export/project/projectDocument.ts';
import { readProject } from '../../../../src/export/project/readProject.ts';
import { goodArchive, HOSTILE_ARCHIVES } from '../../../support/hostileArchives.ts';

afterEach(() => {
  expect({}).not.toHaveProperty('polluted');
});

it('opens the file that all of them are made from', async () => {
  const project = await readProject(new Blob([goodArchive()]));
  expect(project).toMatchObject({ name: 'Cars', bins: ['classic', 'modern'], changed: [], added: [] });
  expect(project.photos.map(({ name, bin }) => [name, bin])).toEqual([
    ['a.jpg', 0],
    ['b.jpg', 1],
    ['c.jpg', null],
  ]);
});

it.each(['__proto__', '\\u005f_proto__', 'constructor', 'prototype'])(
  'refuses the key %s at any depth',
  (key) => {
    const refused = expect.objectContaining({
      code: 'project-invalid',
      detail: { reason: JSON.parse(`"${key}"`) as string },
    });
    expect(() => parseDocument(`{"${key}":1}`)).toThrow(refused);
    expect(() => parseDocument(`{"bins":[{"more":{"${key}":{"polluted":true}}}]}`)).toThrow(refused);
  },
);

it.each(HOSTILE_ARCHIVES)('refuses $name: $code', async ({ code, bytes }) => {
  const error: unknown = await readProject(new Blob([bytes()])).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BinsightError);
  expect(error).toMatchObject({ code });
});

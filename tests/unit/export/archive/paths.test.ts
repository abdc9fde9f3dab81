// What may be a path in a zip, and which paths are one and the same file.

import { expect, it } from 'vitest';
import { foldName, isUnsafePath } from '../../../../src/export/archive/archivePaths.ts';
import { photoTypeOf } from '../../../../src/export/archive/photoTypes.ts';

it.each(['a.jpg', 'a/b c/d.jpg', 'folder/', '..a/b..', '...', '12:30.jpg', 'ü/車.jpg', '👩‍👧', '__proto__'])(
  'trusts %j',
  (path) => expect(isUnsafePath(path)).toBe(false),
);

it.each([
  '',
  '/',
  '/a',
  '//a',
  'a//b',
  '.',
  './a',
  'a/.',
  '..',
  '../a',
  'a/..',
  'a/../b',
  'a\\b',
  '\\\\server\\share',
  'c:a',
  'C:/a',
  'a\0',
  'a\nb',
  'a\u0085b',
  'a\ud800b',
  `${'x'.repeat(256)}`,
])('refuses %j', (path) => expect(isUnsafePath(path)).toBe(true));

it.each([
  ['A.jpg', 'a.JPG'],
  ['\u00e9', 'e\u0301'],
  ['\u00c9', 'e\u0301'],
  ['Straße', 'STRASSE'],
  ['ς', 'Σ'],
])('takes %j and %j for one', (a, b) => expect(foldName(a)).toBe(foldName(b)));

it.each([
  ['a', 'b'],
  ['é', 'e'],
  ['a', 'a '],
])('tells %j from %j', (a, b) => expect(foldName(a)).not.toBe(foldName(b)));

it('knows photos by their names', () => {
  expect(['a.JPG', 'b/c.jpeg', 'd.tar.webp'].map(photoTypeOf)).toEqual([
    'image/jpeg',
    'image/jpeg',
    'image/webp',
  ]);
  expect(['jpg', 'a.jpg/b', 'a.txt', 'a.svg', 'a.', 'project.json', '.constructor'].map(photoTypeOf)).toEqual(
    Array(7).fill(undefined),
  );
});

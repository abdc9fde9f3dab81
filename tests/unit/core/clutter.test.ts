// What systems put beside people's files, in a zip as in a folder.

import { expect, it } from 'vitest';
import { isClutter } from '../../../src/core/clutter.ts';

it.each([
  '__MACOSX/a',
  '__macosx',
  'x/.DS_Store',
  'Thumbs.db',
  'x/THUMBS.DB',
  'x/Desktop.ini',
  'x/._a.jpg',
  '.hidden',
  '.cache/a.jpg',
  '..a',
])('%s is clutter', (path) => expect(isClutter(path)).toBe(true));

it.each(['', 'a.jpg', './a.jpg', '../a.jpg', 'a._b', 'MACOSX/a', 'my Thumbs.db.jpg', 'x/desktop.ini.png'])(
  '%j is not',
  (path) => expect(isClutter(path)).toBe(false),
);

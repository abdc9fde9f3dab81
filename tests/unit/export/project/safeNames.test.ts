// Names that every system takes, and that never meet.

import { expect, it } from 'vitest';
import { projectFileName } from '../../../../src/export/project/projectEntries.ts';
import { createNames, safeName } from '../../../../src/export/project/safeNames.ts';

it.each([
  ['cat.jpg', 'cat.jpg'],
  ['a/b\\c:d*e?f"g<h>i|j.png', 'a_b_c_d_e_f_g_h_i_j.png'],
  ['line\nbreak\u0000\u009b.jpg', 'line_break__.jpg'],
  ['  blanks and dots. . .', 'blanks and dots'],
  ['.hidden', '_.hidden'],
  ['..', 'photo'],
  ['', 'photo'],
  ['CON', '_CON'],
  ['nul.jpg', '_nul.jpg'],
  ['LPT¹ .txt', '_LPT¹ .txt'],
  ['console.jpg', 'console.jpg'],
  ['__MACOSX', '___MACOSX'],
  ['Thumbs.db', '_Thumbs.db'],
  ['e\u0301.jpg', '\u00e9.jpg'],
  ['\ud83d.jpg', '_.jpg'],
  ['👩‍👩‍👧.jpg', '👩‍👩‍👧.jpg'],
])('%j is %j', (wanted, safe) => {
  expect(safeName(wanted, 'photo')).toBe(safe);
});

it('shortens without cutting a character or the ending', () => {
  const name = safeName(`${'長'.repeat(200)}.jpeg`, 'photo');
  expect(name).toBe(`${'長'.repeat(31)}.jpeg`);
  expect(new TextEncoder().encode(safeName('x'.repeat(300), 'photo')).length).toBe(100);
});

it('tells names apart as a disk does that ignores case and spelling', () => {
  const name = createNames(['test']);
  expect(
    ['Test', 'a.jpg', 'A.JPG', 'a.jpg', 'a (2).jpg', 'Straße', 'STRASSE', 'é', 'E\u0301'].map((wanted) =>
      name(wanted, 'bin'),
    ),
  ).toEqual([
    'Test (2)',
    'a.jpg',
    'A (2).JPG',
    'a (3).jpg',
    'a (2) (2).jpg',
    'Straße',
    'STRASSE (2)',
    'é',
    'É (2)',
  ]);
});

it('numbers names that are too long as they are', () => {
  const name = createNames();
  const names = Array.from({ length: 12 }, () => name(`${'x'.repeat(200)}.jpg`, 'photo'));
  expect(new Set(names).size).toBe(12);
  for (const one of names) expect(one.length).toBeLessThanOrEqual(100);
});

it('gives the file a name of its own', () => {
  expect(projectFileName('Cars: old?')).toBe('Cars_ old_.binsight.zip');
});

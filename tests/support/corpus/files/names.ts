// Names that break what takes a name for something else. Each file is a good photo of its own.

import { type OddFile, odd, works } from '../oddFile.ts';
import { all, type Rgb } from '../writers/picture.ts';
import { wholePng } from '../writers/png.ts';

/** As many bytes as Linux allows in a name. */
const LONGEST = 255;
const fill = (character: string): string => {
  const bytes = new TextEncoder().encode(character).length;
  return `${character.repeat(Math.floor((LONGEST - 4) / bytes))}.png`;
};

const NAMES: readonly (readonly [name: string, oddity: string])[] = [
  ['🚗🏎️ and 👩‍👩‍👧‍👦.png', 'emoji, some of several characters'],
  ['صورة جميلة.png', 'Arabic, from right to left'],
  ['photo \u202egnp.exe.png', 'an override, so that it reads from right to left'],
  ['\u2067photo.png', 'an isolate that is never closed'],
  ['it’s "quoted" & \'so on\'.png', 'quotes of all kinds'],
  ['<img src=x onerror=document.title=1>.png', 'an HTML element'],
  ['<script>document.title=1<script>.png', 'a script'],
  ['two\nlines\tand a tab.png', 'a line’s end and a tab'],
  ['\u0001control\u007f.png', 'control characters'],
  [fill('a'), '255 characters without a blank'],
  [fill('漢'), '255 bytes of three-byte characters'],
  [' leading blanks.png', 'blanks before it'],
  ['trailing blanks.png  ', 'blanks behind it'],
  ['no extension', 'no extension'],
  ['many.dots...png.', 'dots'],
  ['a%20b%00%2e%2e%2f.png', 'per cent codes'],
  ['a#b?c&d=e;f.png', 'what addresses are made of'],
  ['C:\\back\\slashes.png', 'backslashes and a colon'],
  ['CON.png', 'a device of Windows'],
  ['__proto__', 'JavaScript’s own'],
  ['constructor', 'JavaScript’s own'],
  ['{{7*7}}$%s%n.png', 'what templates and formats are made of'],
  ['=1+1;"a",b.png', 'what tables take for a formula'],
  ['-rf.png', 'what shells take for an option'],
  ['Same.png', 'differs from the next by case alone'],
  ['same.png', 'differs from the last by case alone'],
  ['café.png'.normalize('NFC'), 'one character, where the next has two'],
  ['café.png'.normalize('NFD'), 'two characters, where the last has one'],
  ['a\u200bb.png', 'a blank of no width'],
  ['ab.png', 'the same without it'],
];

export const ODDLY_NAMED: readonly OddFile[] = NAMES.map(([name, oddity], i) => {
  const colour: Rgb = [(i * 37) % 256, (i * 101) % 256, (255 - i * 7) % 256];
  return odd(name, oddity, works(20, 20, all(colour)), () =>
    wholePng({ width: 20, height: 20 }, () => colour),
  );
});

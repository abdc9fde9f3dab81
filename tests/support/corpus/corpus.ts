// Bad and odd files of all kinds, each with what has to come of it: a photo, or one sentence. Made by code, from nothing or
// from our own drawn photos; the same bytes every time.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AVIFS } from './files/avifs.ts';
import { BAD_JPEGS } from './files/badJpegs.ts';
import { BAD_PNGS } from './files/badPngs.ts';
import { BMPS } from './files/bmps.ts';
import { GIFS } from './files/gifs.ts';
import { GOOD_JPEGS } from './files/goodJpegs.ts';
import { GOOD_PNGS } from './files/goodPngs.ts';
import { ICONS } from './files/icons.ts';
import { ODDLY_NAMED } from './files/names.ts';
import { DRAWINGS, NO_PHOTOS, RARE } from './files/notPhotos.ts';
import { WEBPS } from './files/webps.ts';
import type { OddFile } from './oddFile.ts';

export const CORPUS: readonly OddFile[] = [
  ...GOOD_JPEGS,
  ...BAD_JPEGS,
  ...GOOD_PNGS,
  ...BAD_PNGS,
  ...GIFS,
  ...WEBPS,
  ...AVIFS,
  ...BMPS,
  ...ICONS,
  ...DRAWINGS,
  ...RARE,
  ...NO_PHOTOS,
  ...ODDLY_NAMED,
];

/** @returns those that are there: not every disk tells `a` from `A`, or one `é` from the other */
export function writeCorpus(folder: string): readonly OddFile[] {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of CORPUS) writeFileSync(join(folder, name), bytes());
  const written = new Set(readdirSync(folder));
  return CORPUS.filter(({ name }) => written.has(name));
}

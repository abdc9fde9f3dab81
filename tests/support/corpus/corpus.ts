// Bad and odd files of all kinds, each with what has to come of it: a photo, or one sentence. Made by code, from nothing or
// from our own drawn photos; the same bytes every time.

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAD_JPEGS, GOOD_JPEGS } from './jpegs.ts';
import { ODDLY_NAMED } from './names.ts';
import { DRAWINGS, NO_PHOTOS, RARE } from './notPhotos.ts';
import type { OddFile } from './oddFile.ts';
import { OTHER_PICTURES } from './otherPictures.ts';
import { BAD_PNGS, GOOD_PNGS } from './pngs.ts';

export const CORPUS: readonly OddFile[] = [
  ...GOOD_JPEGS,
  ...BAD_JPEGS,
  ...GOOD_PNGS,
  ...BAD_PNGS,
  ...OTHER_PICTURES,
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

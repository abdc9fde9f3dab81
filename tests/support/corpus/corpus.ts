// Bad and odd files of all kinds, each with what has to come of it: a photo, or one sentence. Made by code, from nothing or
// from our own drawn photos; the same bytes every time.

import { mkdirSync, writeFileSync } from 'node:fs';
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

/** @returns the files' paths, in the corpus' order */
export function writeCorpus(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return CORPUS.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    return path;
  });
}

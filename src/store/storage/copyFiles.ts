// A file that was dropped is only a name of something on the person's disk, and in private windows it stays one even
// when it is put into the database: Chromium saves it without a word, and without its bytes once it is gone from the
// disk. So its bytes are read first, and these are what is saved.

import type { PhotoKey } from '../project.ts';

type Files = readonly (readonly [PhotoKey, Blob])[];

interface Copied {
  readonly files: Files;
  /** Moved, changed or deleted since they were dropped. */
  readonly unreadable: readonly PhotoKey[];
}

/** So many are read at once: the page's first photos, which are to be seen, wait behind no more. */
const AT_ONCE = 4;

export async function copyFiles(files: Files): Promise<Copied> {
  const copies: [PhotoKey, Blob | null][] = [];
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = files.slice(from, from + AT_ONCE);
    copies.push(
      ...(await Promise.all(
        some.map(async ([key, file]): Promise<[PhotoKey, Blob | null]> => [key, await copy(file)]),
      )),
    );
  }
  return {
    files: copies.flatMap(([key, bytes]) => (bytes ? [[key, bytes] as const] : [])),
    unreadable: copies.flatMap(([key, bytes]) => (bytes ? [] : [key])),
  };
}

async function copy(file: Blob): Promise<Blob | null> {
  try {
    return new Blob([await file.arrayBuffer()], { type: file.type });
  } catch {
    return null;
  }
}

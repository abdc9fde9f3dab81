// Where photos come from, in Node: arguments, folders, names on standard input, or a folder that is watched.

import { node } from './node.ts';

/** Files in folders that are taken for photos; a file that is named is always tried. */
const PHOTO = /\.(jpe?g|png|webp|gif|bmp|avif|tiff?)$/i;
/** Milliseconds between two looks at a watched folder. */
const POLL = 500;
/** A file that has not changed for so many milliseconds is complete. */
const SETTLED = 1000;
/** One that cannot be read may still be on its way: so long it is tried again. */
const PATIENCE = 5000;

/** @returns false when the photo cannot be read, and may be tried again unless this is the last time */
export type Visit = (path: string, last: boolean) => Promise<boolean>;

/** A folder's photos with those in folders below, sorted; anything else is itself. */
export async function photosAt(path: string): Promise<string[]> {
  const found = await node.fs.promises.stat(path).catch(() => null);
  return found?.isDirectory() ? await photosIn(path) : [path];
}

/** By name, whatever the language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function photosIn(folder: string): Promise<string[]> {
  const entries = await node.fs.promises.readdir(folder, { withFileTypes: true });
  const paths = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map(async (entry) => {
      const path = node.path.join(folder, entry.name);
      if (entry.isDirectory()) return await photosIn(path);
      return PHOTO.test(entry.name) ? [path] : [];
    });
  return (await Promise.all(paths)).flat().sort(compare);
}

/** One name a line, until the input ends. */
export async function* namesOnInput(): AsyncGenerator<string> {
  for await (const line of node.readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line !== '') yield line;
  }
}

/**
 * Visits every photo in a folder, then each that comes or changes, for ever. A photo counts as complete once its size
 * and time have stayed the same for a second.
 */
export async function watchFolder(folder: string, visit: Visit): Promise<never> {
  const done = new Map<string, string>();
  const waiting = new Map<string, { readonly state: string; readonly since: number }>();
  for (;;) {
    for (const path of await photosIn(folder)) {
      const found = await node.fs.promises.stat(path).catch(() => null);
      if (!found) continue;
      const state = `${found.size} ${found.mtimeMs}`;
      if (done.get(path) === state) continue;
      const before = waiting.get(path);
      const since = before?.state === state ? before.since : Date.now();
      waiting.set(path, { state, since });
      const age = Date.now() - since;
      if (age < SETTLED || !(await visit(path, age >= PATIENCE))) continue;
      done.set(path, state);
      waiting.delete(path);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

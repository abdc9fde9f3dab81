// Where photos come from, in Node: arguments, folders, names on standard input, or a folder that is watched.

import { isGarbled, node } from './node.ts';

/** Files in folders that are taken for photos; a file that is named is always tried. */
const PHOTO = /\.(jpe?g|jfif|a?png|webp|gif|bmp|avif|tiff?|hei[cf]|jxl)$/i;
/** Milliseconds between two looks at a watched folder. */
const POLL = 500;
/** A file that has not changed for so many milliseconds is complete. */
const SETTLED = 1000;
/** One that cannot be read may still be on its way: so long it is tried again. */
const PATIENCE = 5000;

/** @returns false when the photo cannot be read, and may be tried again unless this is the last time */
export type Visit = (path: string, last: boolean) => Promise<boolean>;

/** Told of a folder that cannot be read: what is in it is left out. */
export type LeaveOut = (folder: string, cause: Error) => void;

/** A folder's photos with those in folders below, sorted; anything else is itself. */
export async function photosAt(path: string, leaveOut: LeaveOut): Promise<string[]> {
  const found = await node.fs.promises.stat(path).catch(() => null);
  return found?.isDirectory() ? await photosIn(path, leaveOut) : [path];
}

/** By name, whatever the language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

async function photosIn(folder: string, leaveOut: LeaveOut): Promise<string[]> {
  const entries = await node.fs.promises.readdir(folder, { withFileTypes: true }).catch((error: Error) => {
    leaveOut(folder, error);
    return [];
  });
  const leaveOutBelow = (below: string, error: NodeJS.ErrnoException): void => {
    // Gone since the folder above was read: nothing is left out.
    if (error.code !== 'ENOENT' || isGarbled(below)) leaveOut(below, error);
  };
  const paths = entries
    .filter(({ name }) => !name.startsWith('.'))
    .map(async (entry) => {
      const path = node.path.join(folder, entry.name);
      if (entry.isDirectory()) return await photosIn(path, leaveOutBelow);
      return PHOTO.test(entry.name) ? [path] : [];
    });
  return (await Promise.all(paths)).flat().sort(compare);
}

/** One name a line, until the input ends. */
export async function* namesOnInput(): AsyncGenerator<string> {
  // Some programs on Windows begin with it.
  let mark = '\uFEFF';
  for await (const line of node.readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const name = mark !== '' && line.startsWith(mark) ? line.slice(1) : line;
    mark = '';
    if (name !== '') yield name;
  }
}

/**
 * Visits every photo in a folder, then each that comes or changes, for ever. A photo counts as complete once its size
 * and time have stayed the same for a second. A folder that cannot be read is left out, which is said once, until it
 * can: the watched one, too.
 */
export async function watchFolder(folder: string, visit: Visit, leaveOut: LeaveOut): Promise<never> {
  const done = new Map<string, string>();
  const waiting = new Map<string, { readonly state: string; readonly since: number }>();
  let unread = new Set<string>();
  for (;;) {
    const before = unread;
    unread = new Set();
    const photos = await photosIn(folder, (below, error) => {
      unread.add(below);
      if (!before.has(below)) leaveOut(below, error);
    });
    for (const path of photos) {
      const state = await stateOf(path);
      if (done.get(path) === state) continue;
      const seen = waiting.get(path);
      const since = seen?.state === state ? seen.since : Date.now();
      waiting.set(path, { state, since });
      const age = Date.now() - since;
      if (age < SETTLED || !(await visit(path, age >= PATIENCE))) continue;
      done.set(path, state);
      waiting.delete(path);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL));
  }
}

async function stateOf(path: string): Promise<string> {
  const found = await node.fs.promises.stat(path).catch(() => null);
  // A link to nothing, say: it gets its row, as everything that is in the folder.
  return found ? `${found.size} ${found.mtimeMs}` : 'lost';
}

// Files and folders as browsers hand them over in a drop.

import { describe, expect, it } from 'vitest';
import { filesOfDrop } from '../../../src/ui/droppedFiles.ts';

/** A folder by the names of what is in it; null is what cannot be read. */
interface Tree {
  readonly [name: string]: 'file' | Tree | null;
}

const gone = () => new DOMException('gone', 'NotReadableError');
const fileNamed = (name: string) => new File([name], name);

/** Names that Chromium leaves out of a folder's handle. */
const isLeftOut = (name: string): boolean => /[?:"*|<>]/.test(name);

/** As Chromium gives folders on secure pages. */
function handleOf(name: string, tree: Tree | 'file' | null): FileSystemHandle {
  if (tree === 'file') return { kind: 'file', name, getFile: async () => fileNamed(name) } as never;
  if (tree === null) return { kind: 'file', name, getFile: () => Promise.reject(gone()) } as never;
  async function* values() {
    for (const [child, what] of Object.entries(tree as Tree))
      if (!isLeftOut(child)) yield handleOf(child, what);
  }
  return { kind: 'directory', name, values } as never;
}

/** As all browsers do: `some` children at a time. */
function entryOf(name: string, tree: Tree | 'file' | null, some = 2): FileSystemEntry {
  if (tree === 'file' || tree === null) {
    const file = (resolve: (file: File) => void, reject: (error: unknown) => void) =>
      tree === 'file' ? resolve(fileNamed(name)) : reject(gone());
    return { isDirectory: false, name, file } as never;
  }
  const createReader = () => {
    const left = Object.entries(tree).map(([child, what]) => entryOf(child, what, some));
    return { readEntries: (resolve: (found: FileSystemEntry[]) => void) => resolve(left.splice(0, some)) };
  };
  return { isDirectory: true, name, createReader } as never;
}

interface Browser {
  readonly handles: 'given' | 'refused' | 'unknown';
}

function transferOf(dropped: Tree, { handles }: Browser): DataTransfer {
  const items = Object.entries(dropped).map(([name, tree]) => ({
    kind: 'file',
    getAsFile: () => (tree === 'file' ? fileNamed(name) : null),
    webkitGetAsEntry: () => entryOf(name, tree),
    ...(handles === 'unknown'
      ? {}
      : {
          getAsFileSystemHandle: () =>
            handles === 'given' ? Promise.resolve(handleOf(name, tree)) : Promise.reject(gone()),
        }),
  }));
  return { items: [...items, { kind: 'string', getAsFile: () => null }] } as never;
}

describe.each<Browser>([{ handles: 'given' }, { handles: 'refused' }, { handles: 'unknown' }])(
  'where handles are $handles',
  (browser) => {
    const pathsIn = async (dropped: Tree) => {
      const { files, unreadable } = await filesOfDrop(transferOf(dropped, browser));
      expect(files.every(({ file, path }) => path.endsWith(file.name))).toBe(true);
      return { paths: files.map(({ path }) => path), unreadable };
    };

    it('takes loose files, and all that is in folders, with their paths', async () => {
      const cars = {
        classic: { 'a.jpg': 'file', 'b.jpg': 'file', 'c.jpg': 'file' },
        'd.jpg': 'file',
      } as const;
      expect(await pathsIn({ 'x.jpg': 'file', cars, empty: {} })).toEqual({
        paths: ['x.jpg', 'cars/classic/a.jpg', 'cars/classic/b.jpg', 'cars/classic/c.jpg', 'cars/d.jpg'],
        unreadable: [],
      });
    });

    it('takes what has a name that a handle leaves out, folders too', async () => {
      const cars = {
        'why?.jpg': 'file',
        'what?': { 'a.jpg': 'file', '10:30.jpg': 'file' },
        'b.jpg': 'file',
      } as const;
      expect((await pathsIn({ cars })).paths).toEqual([
        'cars/why?.jpg',
        'cars/what?/a.jpg',
        'cars/what?/10:30.jpg',
        'cars/b.jpg',
      ]);
    });

    it('loses nothing but what cannot be read, and names it', async () => {
      expect(await pathsIn({ cars: { 'a.jpg': 'file', 'gone.jpg': null, 'b.jpg': 'file' } })).toEqual({
        paths: ['cars/a.jpg', 'cars/b.jpg'],
        unreadable: ['gone.jpg'],
      });
    });
  },
);

it('finds nothing in a drop of text', async () => {
  expect(await filesOfDrop(transferOf({}, { handles: 'given' }))).toEqual({ files: [], unreadable: [] });
  expect(await filesOfDrop(null)).toEqual({ files: [], unreadable: [] });
});

it('takes a file that a program has put into the drop, of which there is no entry', async () => {
  const item = { kind: 'file', getAsFile: () => fileNamed('a.jpg'), webkitGetAsEntry: () => null };
  const { files } = await filesOfDrop({ items: [item] } as never);
  expect(files.map(({ path }) => path)).toEqual(['a.jpg']);
});

// A project file that was unpacked and is dropped as a folder: it opens like the zip that it was.

import { isClutter } from '../../core/clutter.ts';
import { claimsToBeProject, PROJECT_FILE } from '../../export/project/recognise.ts';
import type { ProjectToOpen } from '../../export/takeAway.ts';
import type { DroppedFile } from '../../store/intake.ts';
import { words } from '../words/words.ts';

interface Split {
  readonly projects: readonly ProjectToOpen[];
  /** Files that are in no project's folder. */
  readonly others: readonly DroppedFile[];
}

/** May there be a project's folder among them? Only then is anything read, so that all other drops land at once. */
export const mayHoldProject = (files: readonly DroppedFile[]): boolean => files.some(isDocument);

/** Each folder with a project.json of ours, and all below it, is a project; somebody else's project.json says nothing. */
export async function splitProjectFolders(files: readonly DroppedFile[]): Promise<Split> {
  const folders: string[] = [];
  const isBelow = (path: string) => folders.some((folder) => path.startsWith(folder));
  const documents = files
    .filter(isDocument)
    .map(({ path, file }) => ({ folder: plain(path).slice(0, -PROJECT_FILE.length), file }))
    // Outer folders first: one inside of a project belongs to it.
    .sort((a, b) => a.folder.length - b.folder.length);
  for (const { folder, file } of documents) {
    if (!isBelow(folder) && (await claimsToBeProject(file))) folders.push(folder);
  }
  return {
    projects: folders.map((folder) => ({
      name: folder.split('/').at(-2) ?? words.saving.folderOfProject,
      source: files
        .map(({ path, file }) => ({ path: plain(path), file }))
        .filter(({ path }) => path.startsWith(folder))
        .map(({ path, file }) => ({ path: path.slice(folder.length), file })),
    })),
    others: files.filter(({ path }) => !isBelow(plain(path)) && !isClutter(plain(path))),
  };
}

/** Drops begin with `/` or `./`, chosen folders with their name. */
const plain = (path: string): string => path.replace(/^\.?\//, '');

const isDocument = ({ path }: DroppedFile): boolean =>
  plain(path).split('/').at(-1) === PROJECT_FILE && !isClutter(plain(path));

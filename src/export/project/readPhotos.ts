// The photos of a project file, each with its bytes and what is known of it.

import { sha256Hex } from '../../network/sha256.ts';
import type { ArchiveFile } from '../archive/archiveLimits.ts';
import { foldName } from '../archive/archivePaths.ts';
import { photoTypeOf } from '../archive/photoTypes.ts';
import { baseName, isSameName, type ListedPhoto } from './matchPhotos.ts';
import type { PortablePhoto } from './portableProject.ts';
import { PROJECT_FILE } from './recognise.ts';

export interface ImportedPhoto extends PortablePhoto {
  /** Of the bytes as they are. */
  readonly sha256: string;
}

export interface FoundFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: Blob;
}

/** Files that are listed, or by their name could be a photo: one that was added, or a missing one under a new name. */
export function findCandidates(
  listed: readonly ListedPhoto[],
  files: readonly ArchiveFile[],
): readonly ArchiveFile[] {
  const there = new Set(files.map(({ path }) => foldName(path)));
  const wanted = new Set(listed.map(({ path }) => foldName(path)));
  const endings = new Set(listed.filter(({ path }) => !there.has(foldName(path))).map(ending));
  return files.filter(
    (file) =>
      wanted.has(foldName(file.path)) ||
      photoTypeOf(file.path) !== undefined ||
      (file.path !== PROJECT_FILE && endings.has(ending(file))),
  );
}

/** Empty for a name without one, as photos may have that came from elsewhere than a disk. */
const ending = ({ path }: { readonly path: string }): string =>
  /\.[^.]*$/.exec(baseName(path))?.[0].toLowerCase() ?? '';

/** One after another, so that only one is in memory. @throws ArchiveFile.read's errors */
export async function readAll(files: readonly ArchiveFile[]): Promise<readonly FoundFile[]> {
  const read: FoundFile[] = [];
  for (const file of files) {
    const bytes = await file.read();
    read.push({ path: file.path, sha256: await sha256Hex(bytes), bytes: new Blob([bytes]) });
  }
  return read;
}

/** @param bin where it lies now */
export function asListed(
  { path, name, type, modified, credit }: ListedPhoto,
  file: FoundFile,
  bin: number | null,
): ImportedPhoto {
  // Who gave the file another name meant the photo; who only moved it did not mean its own, which paths cannot hold.
  const newName = isSameName(file.path, path) ? name : baseName(file.path);
  return {
    name: newName,
    file:
      modified === undefined
        ? new Blob([file.bytes], { type })
        : new File([file.bytes], newName, { type, lastModified: modified }),
    bin,
    sha256: file.sha256,
    ...(credit === undefined ? {} : { credit }),
  };
}

export const asAdded = ({ path, sha256, bytes }: FoundFile, bin: number | null): ImportedPhoto => ({
  name: baseName(path),
  file: new Blob([bytes], { type: photoTypeOf(path) ?? '' }),
  bin,
  sha256,
});

// Which file is which photo of project.json, after people have moved, renamed, replaced and deleted files by hand.

import { foldName } from '../archive/archivePaths.ts';
import type { ProjectDocument } from './projectDocument.ts';

export type ListedPhoto = ProjectDocument['photos'][number];

interface Hashed {
  readonly path: string;
  readonly sha256: string;
}

interface Matches<F> {
  readonly found: ReadonlyMap<ListedPhoto, F>;
  /** Files that are no listed photo. */
  readonly others: readonly F[];
}

/**
 * What lies where it was, as it was, comes first; then the same bytes elsewhere, so that photos that changed places or
 * took each other's names are still themselves; last, other bytes in the old place: the photo was edited.
 * @param listed no two of one path
 */
export function matchPhotos<F extends Hashed>(
  listed: readonly ListedPhoto[],
  files: readonly F[],
): Matches<F> {
  const byPath = new Map(files.map((file) => [foldName(file.path), file]));
  const byHash = new Map<string, Set<F>>();
  for (const file of files) byHash.set(file.sha256, (byHash.get(file.sha256) ?? new Set()).add(file));
  const free = new Set(files);
  const found = new Map<ListedPhoto, F>();

  const match = (find: (photo: ListedPhoto) => F | undefined): void => {
    for (const photo of listed) {
      if (found.has(photo)) continue;
      const file = find(photo);
      if (!file || !free.delete(file)) continue;
      byHash.get(file.sha256)?.delete(file);
      found.set(photo, file);
    }
  };
  const inPlace = ({ path }: ListedPhoto) => byPath.get(foldName(path));
  match((photo) => (inPlace(photo)?.sha256 === photo.sha256 ? inPlace(photo) : undefined));
  match((photo) => nearest(photo, byHash.get(photo.sha256)));
  match(inPlace);
  return { found, others: [...free] };
}

/** Of several copies the one that kept its name, or else its folder. */
function nearest<F extends Hashed>({ path }: ListedPhoto, copies: Iterable<F> = []): F | undefined {
  const all = [...copies];
  return (
    all.find((copy) => isSameName(copy.path, path)) ??
    all.find((copy) => topFolder(copy.path) === topFolder(path)) ??
    all[0]
  );
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

export const isSameName = (path: string, other: string): boolean =>
  foldName(baseName(path)) === foldName(baseName(other));

/** @returns undefined for a file in no folder */
export const topFolder = (path: string): string | undefined =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined;

// Which folder is which bin, after people have renamed, emptied and added folders by hand.

import { compareNames } from '../../core/nameOrder.ts';
import { foldLabel, isTestName, labelFromFolder } from '../../store/project.ts';
import { foldName } from '../archive/archivePaths.ts';
import { topFolder } from './matchPhotos.ts';

interface FolderBins {
  /** Of the known bins and then of the new ones. */
  readonly labels: readonly string[];
  /** Index into `labels`; null for the tray. */
  readonly binOf: (path: string) => number | null;
}

/** A photo that project.json lists in a bin, and the path where it is now. */
export interface Placed {
  readonly bin: number;
  readonly path: string;
}

export const byName = (a: { readonly path: string }, b: { readonly path: string }): number =>
  compareNames(a.path, b.path);

/**
 * Folders below a bin's count as that bin; photos in `test`, or in no folder, go to the tray. An unknown folder is a
 * bin that was renamed, if that bin's own folder is gone and most of its photos are there; or else a new bin.
 * @param bins as project.json lists them
 * @param paths of all files
 * @param photos of those that have to be in a bin; new bins are in the order of these paths
 * @param placed where the bins' listed photos are
 */
export function readFolders(
  bins: readonly { readonly label: string; readonly folder: string }[],
  paths: readonly string[],
  photos: readonly string[],
  placed: readonly Placed[],
): FolderBins {
  const labels = bins.map(({ label }) => label);
  const byFolder = new Map(bins.map(({ folder }, index) => [foldName(folder), index]));
  const byLabel = new Map(labels.map((label, index) => [foldLabel(label), index]));
  const findBin = (path: string): number | null | undefined => {
    const folder = topFolder(path);
    if (folder === undefined) return null;
    const known = byFolder.get(foldName(folder));
    if (known !== undefined) return known;
    return folder.trim() === '' || isTestName(folder)
      ? null
      : byLabel.get(foldLabel(labelFromFolder(folder)));
  };

  const there = new Set(paths.map((path) => foldName(topFolder(path) ?? '')));
  const isGone = (bin: number) => !there.has(foldName(bins[bin]?.folder ?? ''));
  const moved = placed.filter(({ bin, path }) => isGone(bin) && findBin(path) === undefined);
  for (const [bin, folder] of findRenamed(moved)) {
    labels[bin] = labelFromFolder(folder);
    byLabel.set(foldLabel(labels[bin]), bin);
  }
  for (const path of photos) {
    if (findBin(path) !== undefined) continue;
    const label = labelFromFolder(topFolder(path) ?? '');
    byLabel.set(foldLabel(label), labels.length);
    labels.push(label);
  }
  return { labels, binOf: (path) => findBin(path) ?? null };
}

/** Each bin's new folder: the one that holds most of its photos, if no bin before it has taken that. */
function findRenamed(moved: readonly Placed[]): ReadonlyMap<number, string> {
  const counts = new Map<number, Map<string, { readonly folder: string; photos: number }>>();
  for (const { bin, path } of [...moved].sort((a, b) => a.bin - b.bin || byName(a, b))) {
    const folder = topFolder(path) ?? '';
    const folders = counts.get(bin) ?? new Map();
    const count = folders.get(foldLabel(folder)) ?? { folder, photos: 0 };
    count.photos++;
    counts.set(bin, folders.set(foldLabel(folder), count));
  }
  const renamed = new Map<number, string>();
  const taken = new Set<string>();
  for (const [bin, folders] of counts) {
    const [first] = [...folders.values()].sort((a, b) => b.photos - a.photos);
    if (!first || taken.has(foldLabel(first.folder))) continue;
    taken.add(foldLabel(first.folder));
    renamed.set(bin, first.folder);
  }
  return renamed;
}

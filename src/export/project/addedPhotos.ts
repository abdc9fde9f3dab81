// Photos that somebody put into a project file's folders by hand: the layout invites it, so they belong to that bin.

import { foldLabel, isTestName, labelFromFolder } from '../../store/project.ts';
import { foldName } from '../archive/archivePaths.ts';
import type { ArchiveFile } from '../archive/openArchive.ts';
import { photoTypeOf } from '../archive/photoTypes.ts';

interface Added {
  readonly photo: {
    readonly path: string;
    readonly name: string;
    readonly bin: number | null;
    readonly type: string;
  };
  readonly entry: ArchiveFile;
}

/** As people expect names in order, 10 after 9: zips hold them in any. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

/**
 * Folders below a bin's count as that bin; photos in `test`, or in no folder, go to the tray; an unknown folder is a
 * new bin. What by its name is no photo is left out.
 * @param bins those that are known, with their folders
 * @param files all that nothing else is known of
 * @returns labels of the known bins and then the new ones, and the photos by path
 */
export function findAdded(
  bins: readonly { readonly label: string; readonly folder: string }[],
  files: readonly ArchiveFile[],
): { readonly bins: readonly string[]; readonly added: readonly Added[] } {
  const labels = bins.map(({ label }) => label);
  const byFolder = new Map(bins.map(({ folder }, index) => [foldName(folder), index]));
  const byLabel = new Map(labels.map((label, index) => [foldLabel(label), index]));
  const binOf = (folder: string): number | null => {
    if (isTestName(folder)) return null;
    const label = labelFromFolder(folder);
    const known = byFolder.get(foldName(folder)) ?? byLabel.get(foldLabel(label));
    if (known !== undefined) return known;
    byLabel.set(foldLabel(label), labels.length);
    return labels.push(label) - 1;
  };
  const added: Added[] = [];
  for (const entry of [...files].sort((a, b) => COLLATOR.compare(a.path, b.path))) {
    const { path } = entry;
    const type = photoTypeOf(path);
    if (type === undefined) continue;
    const segments = path.split('/');
    const [folder = ''] = segments;
    const bin = segments.length > 1 && folder.trim() !== '' ? binOf(folder) : null;
    added.push({ photo: { path, name: segments.at(-1) ?? path, bin, type }, entry });
  }
  return { bins: labels, added };
}

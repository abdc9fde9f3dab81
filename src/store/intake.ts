// Where dropped files belong. A folder whose subfolders hold photos makes or fills one bin per subfolder; its loose
// photos, and a subfolder called `test`, go to the tray: the talk's own folder layout works as it is.

import { isClutter, isSystems } from '../core/clutter.ts';
import { compareNames } from '../core/nameOrder.ts';
import { isTestName, labelFromFolder, type Place, TRAY } from './project.ts';

export interface DroppedFile {
  readonly file: File;
  /** Folders and name below what was dropped, e.g. `cars/classic/a.jpg`; just the name for a loose file. */
  readonly path: string;
}

/** A file from a dialog or the clipboard; of a chosen folder it knows its path. */
export const fromDialog = (file: File): DroppedFile => ({ file, path: file.webkitRelativePath || file.name });

/** A place that is there, or the label of a bin to fill or make. */
export type Target = { readonly place: Place } | { readonly label: string };

interface Intake {
  readonly accepted: readonly { readonly file: File; readonly target: Target }[];
  /** Files in folders that are plainly something else, by name. */
  readonly leftOut: readonly string[];
}

/**
 * @param onto where the files were dropped; null anywhere else on the page
 */
export function planIntake(files: readonly DroppedFile[], onto: Place | null): Intake {
  const entries = [...files]
    .sort((a, b) => compareNames(a.path, b.path))
    .map(({ file, path }) => ({ file, segments: segmentsOf(path) }))
    .filter(({ file, segments }) => isHiddenPhoto(file, segments) || !segments.some(isClutter));
  const folders = entries.filter(({ segments }) => segments.length > 1);
  const roots = new Set(folders.map(({ segments }) => segments[0]));
  // Several folders dropped together are like the subfolders of one.
  const depth = roots.size > 1 ? 0 : 1;
  const nested = folders.some(({ segments }) => segments.length > depth + 1);

  const accepted: { file: File; target: Target }[] = [];
  const leftOut: string[] = [];
  for (const { file, segments } of entries) {
    const inFolder = segments.length > 1;
    if (inFolder && isPlainlyNoPhoto(file)) leftOut.push(file.name);
    else
      accepted.push({
        file,
        target:
          inFolder && nested ? byFolder(segments[depth], segments.length > depth + 1) : flat(segments, onto),
      });
  }
  return { accepted, leftOut };
}

/** Blanks around a folder's name would make bins that look the same. */
const segmentsOf = (path: string): string[] =>
  path
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '' && segment !== '.');

/** In a folder of folders. */
const byFolder = (folder: string | undefined, below: boolean): Target =>
  folder === undefined || !below || isTestName(folder) ? { place: TRAY } : { label: labelFromFolder(folder) };

/** Loose files, or a folder of photos alone: where they were dropped; elsewhere a folder names its bin. */
function flat(segments: readonly string[], onto: Place | null): Target {
  const [folder] = segments;
  if (onto !== null || segments.length === 1) return { place: onto ?? TRAY };
  return byFolder(folder, true);
}

/** What somebody has chosen by itself is meant, also where it is hidden by a dot. */
const isHiddenPhoto = ({ name, type }: File, { length }: readonly string[]): boolean =>
  length === 1 && type.startsWith('image/') && !isSystems(name);

/** By the type that the browser derives from the name; a file without one is looked into. */
const isPlainlyNoPhoto = ({ type }: File): boolean => type !== '' && !type.startsWith('image/');

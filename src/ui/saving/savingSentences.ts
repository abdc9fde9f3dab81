// Every sentence about what is kept in this browser.

import type { BinsightError } from '../../core/errors.ts';
import type { Saving, Usage } from '../../store/state.ts';
import { DAYS_DELETED } from '../../store/storage.ts';
import { photos } from '../sentences.ts';

/** Whole megabytes below a gigabyte, and never less than one. */
export const size = (bytes: number): string =>
  bytes < 1e9 ? `${Math.max(1, Math.round(bytes / 1e6))} MB` : `${(bytes / 1e9).toFixed(1)} GB`;

/** A few words for the status bar. */
export function savingWords(status: Exclude<Saving['status'], 'saving'>, usage: Usage | null): string {
  switch (status) {
    case 'saved':
      // An empty database has some bytes, too.
      return usage && usage.used > 5e5
        ? `Saved in this browser, ${size(usage.used)}`
        : 'Saved in this browser';
    case 'elsewhere':
      return 'Saved by another tab';
    case 'deleted':
      return 'Deleted in another tab';
    case 'full':
    case 'off':
      return 'Not saved';
  }
}

/** What the browser grants, and what it has promised. */
export function usageText(usage: Usage | null): string {
  if (!usage) return 'This browser does not say how much it keeps, nor for how long.';
  return `All projects together: ${size(usage.used)}. This browser grants the page up to ${size(usage.granted)}, as far as the disk has room. ${
    usage.persistent
      ? 'It has promised to keep all of it until you clear it.'
      : 'It has not promised to keep it: when the disk runs low, it may clear it. What matters, take away as a project file.'
  }`;
}

/** Another tab has the project open. */
export const ELSEWHERE =
  'This project is open in another tab, which saves it. Here you can look, but not change anything.';

/** @param count photos that found no room; 0 when only other things did not */
export const fullText = (count: number): string =>
  `${count === 0 ? 'Not everything is' : `${photos(count)} ${count === 1 ? 'is' : 'are'} not`} saved: this browser’s storage is full.`;

export const FULL_REMEDY =
  'Everything goes on working, but they will be gone when this page closes. Take the project away as a file, or delete projects you no longer need and have them removed for good.';

/** Another tab has deleted the project. */
export const DELETED = `This project was deleted in another tab. For ${DAYS_DELETED} days it can be brought back, also from Projects, Recently deleted.`;

/** @param count deleted projects that still take up room */
export const clearDeletedText = (count: number): string =>
  `Remove ${count === 1 ? '1 deleted project' : `${count} deleted projects`} for good`;

export const CLOSE_OTHER_TABS =
  'Another tab of Binsight is open, and may still want them. Close it, then press the button again.';

/** Why nothing can be saved. */
export function storageProblem({ code, detail }: BinsightError): string {
  switch (code) {
    case 'storage-none':
      return 'Nothing is saved: this browser gives the page no storage.';
    case 'storage-newer':
      return 'Nothing is saved: a newer version of Binsight has been used in this browser.';
    default:
      return `Nothing is saved: this browser’s storage fails (${detail.reason ?? code}).`;
  }
}

/** What to do about it. */
export function storageRemedy({ code }: BinsightError): string {
  switch (code) {
    case 'storage-none':
      return 'It may be a private window, or storage may be switched off for this site. Everything works, but is gone when this page closes. Allow it, then try again; or take the project away as a file.';
    case 'storage-newer':
      return 'Reload this page to get that version, or go on where it is open. What you do here is gone when this page closes, unless you take the project away as a file.';
    default:
      return 'Everything goes on working, but what you do is gone when this page closes. Take the project away as a file, then try again, or start the browser anew.';
  }
}

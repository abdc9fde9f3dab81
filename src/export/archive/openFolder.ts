// The files of a folder, as if a zip had held them: within the same limits, as far as they mean anything here.

import { isClutter } from '../../core/clutter.ts';
import { asArchiveError } from './archiveErrors.ts';
import { ARCHIVE_LIMITS, type ArchiveFile, createBudget, refuseTooMany } from './archiveLimits.ts';

export interface FolderFile {
  /** Below the folder, with `/` between segments. It is on a disk already, so that nothing about it is unsafe. */
  readonly path: string;
  readonly file: Blob;
}

/**
 * The folder's files in the order given, without clutter.
 * @throws BinsightError archive-too-many (limit)
 */
export function openFolder(files: readonly FolderFile[], limits = ARCHIVE_LIMITS): readonly ArchiveFile[] {
  const wanted = files.filter(({ path }) => !isClutter(path));
  refuseTooMany(wanted.length, limits.entries);
  const spend = createBudget(limits, limits.totalBytes);
  return wanted.map(({ path, file }) => ({
    path,
    size: file.size,
    async read() {
      spend(path, file.size);
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        throw asArchiveError(error, { entry: path });
      }
    },
  }));
}

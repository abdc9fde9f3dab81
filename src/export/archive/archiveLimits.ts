// How much of what comes from outside is read at most, and what a file of it is to those who read it.

import { BinsightError } from '../../core/errors.ts';
import { MAX_BYTES } from '../../core/photoLimits.ts';

export interface ArchiveLimits {
  /** Files, clutter not counted. */
  readonly entries: number;
  /** Bytes of one file when unpacked. */
  readonly entryBytes: number;
  /** Bytes of all files that are read. */
  readonly totalBytes: number;
  /** How many times its packed size a file, and the whole archive, may become. */
  readonly ratio: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = {
  entries: 10_000,
  entryBytes: MAX_BYTES,
  totalBytes: 4 * 1024 ** 3,
  ratio: 200,
};

export interface ArchiveFile {
  readonly path: string;
  /** Bytes when unpacked, as the archive claims; `read` makes it true. */
  readonly size: number;
  /** @throws BinsightError archive-damaged, -unsupported, -too-large, -ratio, -unreadable (all with `entry`) */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** @throws BinsightError archive-too-many (limit) */
export function refuseTooMany(count: number, limit: number): void {
  if (count > limit) throw new BinsightError('archive-too-many', { limit });
}

/**
 * @param most bytes of all files together
 * @returns to be called before a file is read; throws BinsightError archive-too-large (limit, and entry for one file)
 */
export function createBudget(
  { entryBytes }: ArchiveLimits,
  most: number,
): (entry: string, bytes: number) => void {
  let left = most;
  return (entry, bytes) => {
    if (bytes > entryBytes) throw new BinsightError('archive-too-large', { entry, limit: entryBytes });
    left -= bytes;
    if (left < 0) throw new BinsightError('archive-too-large', { limit: most });
  };
}

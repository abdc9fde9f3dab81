// The photos' bytes, by the photos' keys: as they came, or as they were saved.

import { BinsightError } from '../core/errors.ts';
import type { PhotoKey } from './project.ts';

export interface PhotoFiles {
  /** A photo that came in this session. */
  readonly add: (key: PhotoKey, file: Blob) => void;
  /** What came in this session; undefined for a photo from an earlier one. */
  readonly added: (key: PhotoKey) => Blob | undefined;
  /**
   * Its bytes, still the same when the file that they came from has been moved or changed since.
   * @throws BinsightError `photo-lost` when they are nowhere
   */
  readonly read: (key: PhotoKey) => Promise<Blob>;
}

/**
 * @param saved the bytes that were saved under a key; undefined when there are none
 */
export function createPhotoFiles(
  saved: (key: PhotoKey) => Promise<Blob | undefined> = () => Promise.resolve(undefined),
): PhotoFiles {
  // Kept also when they are saved: it is only a name of a file on the disk, and storage may be cleared at any time.
  const files = new Map<PhotoKey, Blob>();
  return {
    add: (key, file) => void files.set(key, file),
    added: (key) => files.get(key),
    async read(key) {
      const file = (await saved(key).catch(() => undefined)) ?? files.get(key);
      if (!file) throw new BinsightError('photo-lost');
      return file;
    },
  };
}

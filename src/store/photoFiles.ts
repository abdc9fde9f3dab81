// The photos' bytes, by the photos' keys: as they came, or as they were saved.

import { BinsightError } from '../core/errors.ts';
import type { PhotoKey } from './project.ts';

export interface PhotoFiles {
  /** A photo that came in this session. */
  readonly add: (key: PhotoKey, file: Blob) => void;
  /** What came in this session; undefined for a photo from an earlier one. */
  readonly added: (key: PhotoKey) => Blob | undefined;
  /** Its bytes are saved now: from here on they are read from there, whatever becomes of the file. */
  readonly markSaved: (key: PhotoKey) => void;
  /** Its bytes were saved with this SHA-256: others are not its own. */
  readonly expect: (key: PhotoKey, sha256: string) => void;
  /**
   * Its bytes, still the same when the file that they came from has been moved or changed since.
   * @throws BinsightError `photo-lost` when they are nowhere, `photo-damaged` when those that were saved have changed;
   *   `storage-failed` and the like when that cannot be told
   */
  readonly read: (key: PhotoKey) => Promise<Blob>;
}

/**
 * @param saved the bytes that were saved under a key; undefined when there are none
 * @param hash SHA-256 in hexadecimal digits; without it saved bytes are taken as they are
 */
export function createPhotoFiles(
  saved: (key: PhotoKey) => Promise<Blob | undefined> = () => Promise.resolve(undefined),
  hash?: (bytes: ArrayBuffer) => Promise<string>,
): PhotoFiles {
  // Kept also when they are saved: it is only a name of a file on the disk, and storage may be cleared at any time.
  const files = new Map<PhotoKey, Blob>();
  /** Of those: the others need not wait for a database that may be busy saving, or never answer. */
  const areSaved = new Set<PhotoKey>();
  const expected = new Map<PhotoKey, string>();

  const isIntact = async (key: PhotoKey, file: Blob): Promise<boolean> => {
    const sha256 = expected.get(key);
    return !hash || sha256 === undefined || (await hash(await file.arrayBuffer())) === sha256;
  };

  return {
    add: (key, file) => void files.set(key, file),
    added: (key) => files.get(key),
    markSaved: (key) => void areSaved.add(key),
    expect: (key, sha256) => void expected.set(key, sha256),
    async read(key) {
      const added = files.get(key);
      if (added && !areSaved.has(key)) return added;
      const file = await saved(key).catch((error: unknown) => {
        // A database that fails for now has not lost it.
        if (!added) throw error;
        return undefined;
      });
      if (file && (await isIntact(key, file))) return file;
      if (added) return added;
      throw new BinsightError(file ? 'photo-damaged' : 'photo-lost');
    },
  };
}

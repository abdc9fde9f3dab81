// What zip.js says of a bad archive, as the page's one error type. Its errors are known by their message alone.

import {
  ERR_ENCRYPTED,
  ERR_ENCRYPTED_CENTRAL_DIRECTORY,
  ERR_SPLIT_ZIP_FILE,
  ERR_UNSUPPORTED_COMPRESSION,
  ERR_UNSUPPORTED_ENCRYPTION,
} from '@zip.js/zip.js/lib/zip-core-custom.js';
import { BinsightError, type ErrorCode, type ErrorDetail } from '../../core/errors.ts';

const CODES: ReadonlyMap<string, ErrorCode> = new Map([
  [ERR_ENCRYPTED, 'archive-encrypted'],
  [ERR_UNSUPPORTED_ENCRYPTION, 'archive-encrypted'],
  [ERR_ENCRYPTED_CENTRAL_DIRECTORY, 'archive-encrypted'],
  [ERR_UNSUPPORTED_COMPRESSION, 'archive-unsupported'],
  [ERR_SPLIT_ZIP_FILE, 'archive-unsupported'],
]);

/** @param detail facts that are known at the place where it was thrown, such as the entry */
export function asArchiveError(error: unknown, detail: ErrorDetail = {}): BinsightError {
  if (error instanceof BinsightError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  // The browser's own: the file was moved, changed or deleted since it was chosen.
  if (name === 'NotReadableError' || name === 'NotFoundError') {
    return new BinsightError('archive-unreadable', detail, { cause: error });
  }
  return new BinsightError(
    CODES.get(message) ?? 'archive-damaged',
    { ...detail, reason: message },
    { cause: error },
  );
}

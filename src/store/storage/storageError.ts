// Whatever a database throws, as the one error type.

import { BinsightError } from '../../core/errors.ts';

/** @returns what is known of storage as it is, all else as `storage-failed` */
export const storageError = (error: unknown): BinsightError =>
  error instanceof BinsightError && error.code.startsWith('storage-')
    ? error
    : new BinsightError('storage-failed', { reason: String(error) }, { cause: error });

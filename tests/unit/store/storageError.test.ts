// What the page makes of whatever a database throws.

import { expect, it } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { storageError } from '../../../src/store/storage/storageError.ts';

it.each(['storage-none', 'storage-newer', 'storage-failed'] as const)('%s stays what it is', (code) => {
  const error = new BinsightError(code);
  expect(storageError(error)).toBe(error);
});

it('all else is storage that failed, with its reason', () => {
  const cause = new DOMException('the disk is broken', 'UnknownError');
  const error = storageError(cause);
  expect(error).toMatchObject({ code: 'storage-failed', cause });
  expect(error.detail.reason).toBe('UnknownError: the disk is broken');
});

// Databases that never answer must not keep a page waiting.

import { BinsightError } from '../../core/errors.ts';

/**
 * What `work` gives, if it comes in time; what comes later is dropped.
 * @throws BinsightError `storage-failed` when it does not
 */
export async function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const missed = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new BinsightError('storage-failed', { reason: 'the database does not answer' })),
      milliseconds,
    );
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, missed]);
  } finally {
    clearTimeout(timer);
  }
}

// Which photo it was that could not be had.

import { BinsightError } from '../core/errors.ts';

/** @throws what the work throws; of a BinsightError, with the photo's name in its detail */
export async function namingPhoto<T>(photo: string, work: Promise<T> | T): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof BinsightError)) throw cause;
    throw new BinsightError(cause.code, { ...cause.detail, photo }, { cause });
  }
}

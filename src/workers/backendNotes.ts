// What is to be said of a backend that was not taken, or failed.

import type { BinsightError } from '../core/errors.ts';

/** No backend is to blame for what never came. */
export const isOfBackend = ({ code }: BinsightError): boolean =>
  !code.startsWith('model-') && code !== 'worker-missing';

export const reasonOf = ({ detail, message }: BinsightError): string => String(detail.reason ?? message);

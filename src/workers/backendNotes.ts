// What is to be said of a backend that was tried.

import type { BinsightError } from '../core/errors.ts';
import type { BackendName } from '../network/backendNames.ts';
import type { BatchTime } from '../network/network.ts';

/** How fast it is; or why it was not taken, or failed at a photo: a `Refusal`, or what the browser says. */
export type BackendNote =
  | ({ readonly kind: 'time' } & BatchTime)
  | { readonly kind: 'refused' | 'failed'; readonly reason: string };

export type BackendNotes = Readonly<Partial<Record<BackendName, BackendNote>>>;

/** No backend is to blame for what never came. */
export const isOfBackend = ({ code }: BinsightError): boolean =>
  !code.startsWith('model-') && code !== 'worker-missing';

export const reasonOf = ({ detail, message }: BinsightError): string => String(detail.reason ?? message);

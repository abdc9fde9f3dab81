// Lets a BinsightError cross from worker to page with its code and detail: Comlink alone keeps name, message and
// stack. Imported by both sides.

import { transferHandlers } from 'comlink';
import { BinsightError, type ErrorCode, type ErrorDetail } from '../core/errors.ts';

interface Crossing {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly detail: ErrorDetail;
}

/** What Comlink hands to its `throw` handler. */
interface Thrown {
  readonly value: unknown;
}

transferHandlers.set('throw', {
  // Comlink marks thrown values with a symbol of its own and asks its handlers in turn; ours replaces the one
  // that it registers under the same name, so the test for that mark stays Comlink's.
  canHandle: transferHandlers.get('throw')?.canHandle ?? ((_): _ is Thrown => false),
  serialize({ value }: Thrown): [Crossing, Transferable[]] {
    const known = value instanceof BinsightError;
    return [
      {
        code: known ? value.code : null,
        detail: known ? value.detail : {},
        message: value instanceof Error ? `${value.name}: ${value.message}` : String(value),
      },
      [],
    ];
  },
  deserialize({ code, detail, message }: Crossing): never {
    throw code === null ? new Error(message) : new BinsightError(code, detail);
  },
});

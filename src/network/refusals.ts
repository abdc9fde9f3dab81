// Why a backend is not taken. Each is a code and plain English at once, as what a browser itself has to say stands beside them;
// the page has its own words for each.

import { BinsightError } from '../core/errors.ts';

/** The reason has no end, as in `WebGL: offered only in software`. */
export type Refusal =
  | 'not offered by this browser'
  | 'offered by this browser, but by no GPU'
  | 'offered only in software'
  | 'only half precision'
  | 'wrong numbers in the self-test'
  | 'not enough memory';

export const refusal = (reason: Refusal, cause?: unknown): BinsightError =>
  new BinsightError('backend-refused', { reason }, { cause });

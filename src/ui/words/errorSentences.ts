// A sentence for every error that may come up in one place: a language that lacks one does not pass the type check.

import type { BinsightError, ErrorCode, ErrorDetail } from '../../core/errors.ts';

/** What happened to a photo, and to the network. */
export type PhotoCode = Extract<ErrorCode, `photo-${string}`> | 'worker-missing' | 'worker-timeout';
export type NetworkCode =
  | Extract<ErrorCode, `model-${string}`>
  | 'backend-none'
  | 'worker-missing'
  | 'worker-timeout';
/** What may happen while something is worked out. */
export type WorkCode = 'worker-missing' | 'worker-timeout';
/** What opening a project can end with: a file from outside, or one that this browser keeps. */
export type FileCode =
  | Exclude<Extract<ErrorCode, `archive-${string}` | `project-${string}`>, 'archive-no-room'>
  | Extract<ErrorCode, `storage-${string}`>
  | WorkCode;

/** @param facts the error's, and its code */
type Sentence = (facts: ErrorDetail) => string;

/** One for each code, and one for all others. */
export type Sentences<Code extends ErrorCode> = Readonly<Record<Code | 'other', Sentence>>;

/** @param more facts that are to be read otherwise than they came, such as sizes */
export function sentenceFor(
  sentences: Readonly<Record<string, Sentence>> & { readonly other: Sentence },
  { code, detail }: BinsightError,
  more: ErrorDetail = {},
): string {
  const sentence = sentences[code] ?? sentences.other;
  return sentence({ ...detail, code, ...more });
}

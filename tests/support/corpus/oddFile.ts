// A file that somebody may drop: what is odd about it, and what has to come of it.

import { readFileSync } from 'node:fs';
import type { ErrorCode, ErrorDetail } from '../../../src/core/errors.ts';
import type { Corners } from './writers/picture.ts';

/** What can be said of a file without its bytes; JSON. */
export interface OddFacts {
  readonly name: string;
  readonly oddity: string;
  readonly outcome: Outcome;
}

export interface OddFile extends OddFacts {
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

export type Outcome =
  | Works
  /** One sentence: the code and facts that it is made of. */
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly detail: ErrorDetail };

export interface Works {
  readonly kind: 'works';
  /** Upright. */
  readonly width: number;
  readonly height: number;
  /** The square's quarters, or the photo of tests/fixtures/photos that it looks like; null: whatever the decoder makes. */
  readonly looks: Corners | string | null;
  /** How far colours may be off, 0 to 255; a fixture says it for itself. */
  readonly tolerance: number;
}

export const odd = (
  name: string,
  oddity: string,
  outcome: Outcome,
  bytes: () => Uint8Array<ArrayBuffer>,
): OddFile => ({ name, oddity, outcome, bytes });

export const works = (width: number, height: number, looks: Works['looks'], tolerance = 2): Works => ({
  kind: 'works',
  width,
  height,
  looks,
  tolerance,
});

export const refused = (code: ErrorCode, detail: ErrorDetail = {}): Outcome => ({
  kind: 'refused',
  code,
  detail,
});
export const noPhoto = (found?: string): Outcome =>
  refused('photo-not-an-image', found === undefined ? {} : { found });
export const unsupported = (type: string): Outcome => refused('photo-unsupported', { type });
export const truncated = (type: string): Outcome =>
  refused('photo-truncated', { mediaType: `image/${type}` });
export const damaged = (type: string): Outcome =>
  refused('photo-undecodable', { mediaType: `image/${type}` });
export const tooManyPixels = (width: number, height: number): Outcome =>
  refused('photo-too-many-pixels', { width, height, limit: 100_000_000 });

const photos = new URL('../../fixtures/photos/', import.meta.url);

/** One of the project's own drawn photos. */
export const fixtureBytes = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(name, photos)));

/** Size of most of those. */
export const likePlain = (name: string): Works => works(60, 41, name);

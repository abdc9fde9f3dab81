// Numbers as the page's language writes them, and every sentence that depends on what happened.

import type { BinsightError } from '../core/errors.ts';
import type { NoveltyRule } from '../core/novelty.ts';
import type { BackendNote } from '../workers/contract.ts';
import type { UnevenBins } from './unevenBins.ts';
import { sentenceFor } from './words/errorSentences.ts';
import { words } from './words/words.ts';

export const photos = (count: number): string => words.common.photos(count);

export function list(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most).map(inLine);
  return words.common.list(shown, names.length - shown.length);
}

/** A name without the characters that would turn the rest of a sentence around. */
export const inLine = (name: string): string => name.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');

/** With as many digits after the point, or whatever this language has there. */
export const fixed = (value: number, digits: number): string =>
  value.toFixed(digits).replace('.', words.numbers.decimal);

/** A whole number, which may be a large one: `10,000`. */
export const grouped = (count: number): string => count.toLocaleString(words.locale);

export const megabytes = (bytes: number): string => words.numbers.megabytes(fixed(bytes / 1e6, 1));

/** "about 4 s", "about 2 min": never more exact than it is. */
export function roughly(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return words.numbers.lessThanSecond;
  return seconds < 90
    ? words.numbers.aboutSeconds(Math.ceil(seconds))
    : words.numbers.aboutMinutes(Math.round(seconds / 60));
}

export const milliseconds = (value: number): string =>
  words.numbers.milliseconds(value < 10 ? fixed(value, 1) : String(Math.round(value)));

/** The language of ImageNet's names. */
export const IMAGENETS = 'en';

/** An ImageNet class by name; by number while the names are not there. */
export const imagenetName = (names: readonly string[], index: number): string =>
  names[index] ?? words.common.classNumber(index);

/**
 * A true minus sign, and a plus where the number is not negative: columns line up. A small number gets as many digits
 * as it takes to be seen, so that what pushes a little never reads as nothing.
 */
export function signed(value: number, digits = 2): string {
  const size = Math.abs(value);
  let shown = digits;
  while (size >= LEAST && Number(size.toFixed(shown)) === 0) shown++;
  return `${value < 0 && size >= LEAST ? '\u2212' : '+'}${fixed(size, shown)}`;
}

/** Below this a number is rounding. */
const LEAST = 1e-6;

/** With a true minus sign, and none where it would stand before zeros. */
export const unsigned = (value: number, digits = 2): string => signed(value, digits).replace('+', '');

export function percent(share: number): string {
  if (share > 0 && share < 0.01) return words.numbers.percent('<1');
  if (share < 1 && share >= 0.995) return words.numbers.percent('>99');
  return words.numbers.percent(String(Math.round(share * 100)));
}

/** Whatever words browsers have for it. */
const isOfMemory = (reason: unknown): boolean => /memory|allocation failed/i.test(String(reason));

/** Why a photo cannot be used, and what to do. The tile or list names the file. */
export function photoProblem(error: BinsightError): string {
  const { bytes, found, reason } = error.detail;
  if (error.code === 'photo-not-an-image' && found === 'zeros') return words.problems.photoOfZeros;
  if (error.code === 'worker-failed' && isOfMemory(reason)) return words.problems.photoWithoutMemory;
  return sentenceFor(words.problems.photo, error, { size: megabytes(Number(bytes)) });
}

/** The same in a word or two, for a small tile. */
export const shortProblem = (error: BinsightError): string => sentenceFor(words.problems.shortPhoto, error);

/** Why the network is not there, and what to do. */
export function networkProblem(error: BinsightError): string {
  const { tried, status } = error.detail;
  const backends = triedText(String(tried));
  if (error.code === 'backend-none' && isOfMemory(tried)) {
    return words.problems.networkWithoutMemory(backends);
  }
  return sentenceFor(words.problems.network, error, { status: statusText(status), tried: backends });
}

/** What has become of a backend that was tried. */
export function backendText(note: BackendNote): string {
  const says = words.page.backend;
  if (note.kind === 'time') return says.time(milliseconds(note.photoMs), note.batch);
  const reason = refusalText(note.reason);
  return note.kind === 'failed' ? says.failed(reason) : reason;
}

/** A browser's own words stay as they are. */
const refusalText = (reason: string): string =>
  (words.page.backend.refusals as Readonly<Record<string, string>>)[reason] ?? reason;

/** @param tried as `backend-none` has it: `wasm: not enough memory; webgl: ...` */
const triedText = (tried: string): string =>
  tried
    .split('; ')
    .map((part) => {
      const [backend = '', ...reason] = part.split(': ');
      return [backend, refusalText(reason.join(': '))].join(': ');
    })
    .join('; ');

function statusText(status: string | number = ''): string {
  if (typeof status === 'number') return `HTTP ${status}`;
  if (status === 'no answer') return words.problems.noAnswer;
  return status === 'broken off' ? words.problems.brokenOff : status;
}

/** The rule by which a photo is called neither, in its own numbers. */
export const noveltyText = (rule: NoveltyRule | null): string =>
  rule ? words.page.test.neither(fixed(rule.limit, 2), fixed(rule.median, 2)) : words.page.test.neitherToCome;

/** A single photo cannot be left out, so that nothing can be learned of where to put the threshold. */
export const unevenText = ({ small, large }: UnevenBins): string =>
  small.photos > 1
    ? words.page.learning.unevenMoved(small, large)
    : words.page.learning.unevenLeaning(small, large);

export function trainingProblem(error: BinsightError): string {
  const twins = Number(error.detail.twins);
  return error.code === 'train-indistinct' && twins > 0
    ? words.problems.twins(twins)
    : sentenceFor(words.problems.training, error);
}

/** Part of the evaluation is missing, and why. */
export const evaluationProblem = (error: BinsightError): string =>
  sentenceFor(words.problems.evaluation, error);

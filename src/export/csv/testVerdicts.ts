// The verdicts on all test photos as a table (CSV): the columns of predict.py and predict.mjs, so that what other
// programs say can be laid beside what the page said.

import { HEADER } from '../bundle/predict/table.ts';

/** What is said of one test photo. */
export type TestVerdict =
  | {
      readonly status: 'judged';
      readonly file: string;
      /** A label, or `neither`. */
      readonly verdict: string;
      readonly score: number;
      readonly distance: number;
      /** One score per label, in their order. */
      readonly scores: readonly number[];
      /** 0..1; null where there is none. */
      readonly probability: number | null;
      /** To the most similar training photo, cosine, -1..1. */
      readonly similarity: number | null;
      /** The likeliest of ImageNet's classes, likeliest first, with their softmax probability, 0..1. */
      readonly classes: readonly { readonly name: string; readonly probability: number }[];
    }
  /** One that failed or still waits, and why, in a sentence. */
  | { readonly status: 'none'; readonly file: string; readonly reason: string };

/**
 * One row per photo, in the order given. With more than two labels each has a column of its own score, behind those
 * that there always are. Numbers are not rounded.
 *
 * As RFC 4180 has it: commas, CRLF, UTF-8. A byte order mark comes first, without which Excel takes UTF-8 for the
 * system's old encoding and spoils every umlaut; pandas and R skip it, Python's csv wants `encoding='utf-8-sig'`.
 * @param labels of the bins that were learned, in their order
 */
export function writeTestVerdicts(verdicts: readonly TestVerdict[], labels: readonly string[]): string {
  const scored = labels.length > 2 ? labels : [];
  const header = [HEADER, ...scored.map((label) => quote(`score of ${label}`))].join(',');
  const rows = verdicts.map((verdict) => rowOf(verdict, scored.length));
  return BYTE_ORDER_MARK + [header, ...rows].map((line) => `${line}\r\n`).join('');
}

const BYTE_ORDER_MARK = '\uFEFF';

function rowOf(photo: TestVerdict, scored: number): string {
  const file = quote(harmlessFile(photo.file));
  if (photo.status === 'none') {
    return [
      file,
      quote(''),
      '',
      '',
      '',
      '',
      quote(''),
      quote(photo.reason),
      ...Array(scored).fill(''),
    ].join();
  }
  const { verdict, score, distance, probability, similarity, classes, scores } = photo;
  const named = classes.map((top) => `${top.name} ${top.probability.toFixed(3)}`).join('; ');
  return [
    file,
    quote(harmlessLabel(verdict)),
    ...[score, distance, probability, similarity].map(number),
    quote(named),
    quote(''),
    ...scores.slice(0, scored).map(number),
  ].join();
}

/** Text always stands in quotes, numbers never do. */
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const number = (value: number | null): string => (value === null ? '' : String(value));

/**
 * A spreadsheet runs a cell that begins with one of these as a formula, quotes or not, and names of files and bins may
 * come from strangers. Source: OWASP, "CSV Injection".
 */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** `./=1+1.jpg` is the same file to every program, and no formula to a spreadsheet. All other names stay as they are. */
const harmlessFile = (file: string): string => (FORMULA.test(file) ? `./${file}` : file);

/** `+`, `-` and `-1` are good names for bins, and run nothing. What could gets the apostrophe by which it is text. */
const harmlessLabel = (label: string): string =>
  FORMULA.test(label) && !/^[+-]?[\d.]*$/.test(label) ? `'${label}` : label;

// The verdicts on all test photos as a file (CSV): the rows of predict.py and predict.mjs, so that what other programs
// say can be laid beside what the page said.

import { HEADER, problemRow, quote, type TableVerdict, verdictRow } from '../bundle/predict/table.ts';

/** What is said of one test photo. */
export type TestVerdict =
  | (TableVerdict & {
      readonly status: 'judged';
      readonly file: string;
      /** One score per label, in their order. */
      readonly scores: readonly number[];
    })
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
  const header = [HEADER, ...scored.map((label) => quote(`score of ${label}`))].join();
  const rows = verdicts.map((verdict) => rowOf(verdict, scored));
  return BYTE_ORDER_MARK + [header, ...rows].map((line) => `${line}\r\n`).join('');
}

const BYTE_ORDER_MARK = '\uFEFF';

const rowOf = (photo: TestVerdict, scored: readonly string[]): string =>
  photo.status === 'judged'
    ? [verdictRow(photo.file, photo, String), ...photo.scores.slice(0, scored.length)].join()
    : [problemRow(photo.file, photo.reason), ...scored.map(() => '')].join();

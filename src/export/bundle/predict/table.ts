// The table (CSV), one row per photo: the page's own as well as that of predict.mjs; predict.py writes the same.

export const HEADER = 'file,verdict,score,distance,probability,similarity,classes,error';

/** What a row says of a photo that was judged. */
export interface TableVerdict {
  /** A label, or `neither`. */
  readonly verdict: string;
  readonly score: number;
  readonly distance: number;
  /** 0..1; null where there is none. */
  readonly probability: number | null;
  /** To the most similar training photo, cosine, -1..1. */
  readonly similarity: number | null;
  /** The likeliest of ImageNet's classes, likeliest first, with their softmax probability, 0..1. */
  readonly classes: readonly { readonly name: string; readonly probability: number }[];
}

/** Where numbers go to people: six digits behind the point. */
const rounded = (value: number): string => value.toFixed(6);

/** @param writeNumber how the numbers are written, of which none is ever quoted */
export function verdictRow(
  file: string,
  { verdict, score, distance, probability, similarity, classes }: TableVerdict,
  writeNumber: (value: number) => string = rounded,
): string {
  const numbers = [score, distance, probability, similarity].map((value) =>
    value === null ? '' : writeNumber(value),
  );
  const named = classes.map((top) => `${top.name} ${top.probability.toFixed(3)}`).join('; ');
  return [
    quote(harmlessFile(file)),
    quote(harmlessLabel(verdict)),
    ...numbers,
    quote(named),
    quote(''),
  ].join();
}

/** A photo that could not be judged keeps its place in the table. */
export const problemRow = (file: string, problem: string): string =>
  [quote(harmlessFile(file)), quote(''), '', '', '', '', quote(''), quote(problem)].join();

/** Text always stands in quotes, so that commas, quotes and line breaks in names do no harm; numbers never do. */
export const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

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

// The CSV: one row per photo, names exactly as they are.

import type { Prediction } from './predictor.ts';

export const HEADER = 'file,verdict,score,distance,probability,similarity,classes,error';

/** Text is always quoted, so that commas, quotes and line breaks in names do no harm; numbers never are. */
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const number = (value: number | null): string => (value === null ? '' : value.toFixed(6));

export function predictionRow(file: string, prediction: Prediction): string {
  const { verdict, score, distance, probability, similarity, classes } = prediction;
  const named = classes.map((top) => `${top.name} ${top.probability.toFixed(3)}`).join('; ');
  const numbers = [score, distance, probability, similarity].map(number);
  return [quote(file), quote(verdict), ...numbers, quote(named), quote('')].join(',');
}

/** A photo that could not be judged keeps its place in the table. */
export const problemRow = (file: string, problem: string): string =>
  [quote(file), quote(''), '', '', '', '', quote(''), quote(problem)].join(',');

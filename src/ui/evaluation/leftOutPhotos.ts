// Photos judged by machines that have not seen them: whose bin each looks like, row by row.

import type { HeldOut } from '../../core/evaluation/types.ts';
import type { TrainingSet } from '../../store/trainingSet.ts';
import { signed } from '../sentences.ts';
import { words } from '../words/words.ts';

interface LeftOutPhoto {
  /** Of the training set. */
  readonly row: number;
  /** Indices of its labels. */
  readonly actual: number;
  readonly predicted: number;
  readonly sentence: string;
}

/** @param labels of the set's bins. @returns those that could be left out */
export const leftOutPhotos = (
  { predicted, scores }: HeldOut,
  { targets }: TrainingSet,
  labels: readonly string[],
): LeftOutPhoto[] =>
  predicted.flatMap((label, row) => {
    if (label === null) return [];
    const actual = targets[row] ?? -1;
    const sentence = words.evaluation.leftOut.verdict(
      labels[actual] ?? '',
      labels[label] ?? '',
      signed(scores[row]?.[label] ?? 0),
    );
    return [{ row, actual, predicted: label, sentence }];
  });

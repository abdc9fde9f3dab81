// How often the classifier is right about photos that it has not learned from: each one held out, all others trained on.

import { scoresPerLabel, winnerOf } from '../decide.ts';
import { type PreparedTraining, prepareTraining, type TrainingInput } from '../prepareTraining.ts';
import { chooseFolds } from './folds.ts';
import { heldOutScores } from './heldOutScores.ts';
import { shiftHeldOut } from './threshold.ts';
import type { HeldOut } from './types.ts';

/**
 * Train without each photo (or fold, see `chooseFolds`) and score it, as `trainClassifier` would: exactly the scores
 * that training anew on the others gives (see `heldOutScores`), with thresholds moved where bins differ in size by
 * what the other photos' held-out scores ask for (see `shiftHeldOut`).
 * Labels are those of the classifier: bins without photos are left out. The same input gives the same output; with
 * leave-one-out, rows in another order give the same scores up to the solver's tolerance.
 * @throws BinsightError as `trainClassifier`, and for the same input: photos of one bin only, say, have nothing to be
 *   told from
 */
export function holdOut(input: TrainingInput): HeldOut {
  return holdOutPrepared(prepareTraining(input));
}

/** The same, of what is prepared already. */
export function holdOutPrepared({ labels, targets, positives, gram, C, seed }: PreparedTraining): HeldOut {
  const { holding, of } = chooseFolds(targets, seed);
  const plain = heldOutScores(gram, targets, positives, C, of);
  const shifted = positives.map((positive, k) =>
    shiftHeldOut(plain[k] ?? new Float64Array(), targets, positive, of),
  );
  const scores = targets.map((_, row) => {
    const values = shifted.map((ofRows) => ofRows[row] ?? NaN);
    return values.some(Number.isNaN) ? null : scoresPerLabel(values);
  });
  const predicted = scores.map((ofLabels) => ofLabels && winnerOf(ofLabels));
  return { holding, scores, predicted, ...tally(predicted, targets, labels.length) };
}

/**
 * Count what came out right. Labels none of whose photos could be tried have no accuracy of their own and don't count
 * in the balanced one.
 * @param predicted per row, the index of the predicted label; null where it was not tried
 * @param targets per row, the index of its label, 0 .. labels - 1
 */
export function tally(
  predicted: readonly (number | null)[],
  targets: readonly number[],
  labels: number,
): Pick<HeldOut, 'tried' | 'right' | 'accuracy' | 'balancedAccuracy' | 'confusion'> {
  const confusion = Array.from({ length: labels }, (_, actual) =>
    Array.from(
      { length: labels },
      (_, said) => predicted.filter((label, row) => label === said && targets[row] === actual).length,
    ),
  );
  const triedPer = confusion.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const rightPer = confusion.map((counts, label) => counts[label] ?? 0);
  const accuracies = rightPer.flatMap((right, label) => {
    const tried = triedPer[label] ?? 0;
    return tried > 0 ? [right / tried] : [];
  });
  const tried = triedPer.reduce((sum, count) => sum + count, 0);
  const right = rightPer.reduce((sum, count) => sum + count, 0);
  const balanced = accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / accuracies.length;
  return {
    tried,
    right,
    accuracy: tried > 0 ? right / tried : null,
    balancedAccuracy: tried > 0 ? balanced : null,
    confusion,
  };
}

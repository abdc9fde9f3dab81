// From bins of photos to a classifier.

import { boundPerRow } from './bins.ts';
import { signsOf } from './decide.ts';
import { thresholdShifts } from './evaluation/threshold.ts';
import { type PreparedTraining, prepareTraining, type TrainingInput } from './prepareTraining.ts';
import { mulberry32 } from './random.ts';
import { fitBoundary } from './svm/fitBoundary.ts';
import type { Boundary, Classifier } from './types.ts';

/**
 * Train a linear SVM on the scaled features: one boundary for two bins, one-vs-rest for more. Bins without photos
 * are left out of the classifier. With bins of the same size it is the plain SVM. Where they differ in size, each bin
 * counts alike in C (see `binWeights`), which matters where alphas reach C, and thresholds are moved (see
 * `thresholdShifts`), which matters always. Primal, dual and gap are those before thresholds are moved.
 * Same input, same output, bit for bit. Another order of the rows or another seed gives the same weights, bias and
 * scores up to the solver's tolerance (1e-6 of a score or so), but for the shift of thresholds with so many photos
 * that they are held out in folds; with equal photos, the alphas may be shared out differently among them.
 * @throws BinsightError as `prepareTraining`
 */
export function trainClassifier(input: TrainingInput): Classifier {
  return trainPrepared(prepareTraining(input));
}

/** The same, of what is prepared already. */
export function trainPrepared(prepared: PreparedTraining): Classifier {
  const { labels, targets, positives, scaling, scaled, gram, C, seed } = prepared;
  const bounds = boundPerRow(targets, C);
  const random = mulberry32(seed);
  const boundaries = positives.map((positive) =>
    fitBoundary(scaled, { gram, signs: signsOf(targets, positive), bounds }, random),
  );
  const shifts = thresholdShifts(
    prepared,
    boundaries.map(({ alphas }) => alphas),
  );
  return {
    labels,
    scaling,
    C,
    boundaries: boundaries.map((boundary, k) => moveThreshold(boundary, shifts[k] ?? 0)),
    photos: targets.length,
  };
}

function moveThreshold(boundary: Boundary, shift: number): Boundary {
  if (shift === 0) return boundary;
  const scores = boundary.scores.map((score) => score + shift);
  return { ...boundary, bias: boundary.bias + shift, shift, scores };
}

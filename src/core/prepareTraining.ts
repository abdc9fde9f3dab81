// What every way of training and testing starts from: photos checked, scaled and multiplied with each other.

import { positiveLabels } from './decide.ts';
import { BinsightError } from './errors.ts';
import { applyScaling, fitScaling } from './scaling.ts';
import { gramMatrix } from './svm/gram.ts';
import type { FeatureVector, Scaling } from './types.ts';

export interface TrainingInput {
  /** The bins' names, in the order of the page. */
  readonly labels: readonly string[];
  /** One feature vector per photo, all of the same length. */
  readonly rows: readonly FeatureVector[];
  /** For each row, the index of its label. */
  readonly targets: readonly number[];
  /** The price of a photo on the wrong side of its margin, above 0; large means fewer mistakes and a narrower margin. */
  readonly C?: number;
  /** For ml-svm's random choice of pairs, and for folds. */
  readonly seed?: number;
}

/** What rows have in common whatever their bins and C: with many, to multiply them is most of the work of learning. */
export interface ScaledRows {
  readonly scaling: Scaling;
  readonly scaled: readonly Float64Array[];
  /** n * n dot products of the scaled rows. */
  readonly gram: Float64Array;
}

export interface PreparedTraining extends ScaledRows {
  /** The bins that hold photos. */
  readonly labels: readonly string[];
  /** Per row, the index into these labels. */
  readonly targets: readonly number[];
  /** Per boundary, the label on its positive side: the second of two; of more, each in turn against the rest. */
  readonly positives: readonly number[];
  readonly C: number;
  readonly seed: number;
}

/**
 * Check the input, leave bins without photos out, scale the rows and multiply them all with each other.
 * @param scale `scaleRows`, or the same with a memory
 * @throws BinsightError train-too-few (fewer than two bins hold photos), train-not-finite (a feature is NaN or
 *   infinite; names the row), train-failed (lengths or targets that don't fit together, or a C not above 0)
 */
export function prepareTraining(
  input: TrainingInput,
  scale: (rows: readonly FeatureVector[]) => ScaledRows = scaleRows,
): PreparedTraining {
  const checked = checkTraining(input);
  return { ...checked, ...scale(input.rows), positives: positiveLabels(checked.labels.length) };
}

/**
 * The first part of it, at no cost.
 * @throws BinsightError as `prepareTraining`, but for features that are not finite
 */
export function checkTraining({
  labels,
  rows,
  targets,
  C = 10,
  seed = 1,
}: TrainingInput): Pick<PreparedTraining, 'labels' | 'targets' | 'C' | 'seed'> {
  check(labels, rows, targets, C);
  const used = [...labels.keys()].filter((k) => targets.includes(k));
  if (used.length < 2) throw new BinsightError('train-too-few', { bins: used.length, photos: rows.length });
  return {
    labels: labels.filter((_, k) => used.includes(k)),
    targets: targets.map((target) => used.indexOf(target)),
    C,
    seed,
  };
}

/**
 * @param rows at least one, all of the same length
 * @throws BinsightError train-not-finite
 */
export function scaleRows(rows: readonly FeatureVector[]): ScaledRows {
  const scaling = fitScaling(rows);
  if (!Number.isFinite(scaling.rms)) throw new BinsightError('train-not-finite', findNotFinite(rows));
  const scaled = rows.map((row) => applyScaling(row, scaling));
  return { scaling, scaled, gram: gramMatrix(scaled) };
}

function check(
  labels: readonly string[],
  rows: readonly FeatureVector[],
  targets: readonly number[],
  C: number,
): void {
  if (!(C > 0 && C < Infinity)) throw new BinsightError('train-failed', { C });
  if (targets.length !== rows.length) {
    throw new BinsightError('train-failed', { rows: rows.length, targets: targets.length });
  }
  const width = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    const target = targets[i] ?? -1;
    if (labels[target] === undefined) throw new BinsightError('train-failed', { row: i, target });
    if (row.length !== width) {
      throw new BinsightError('train-failed', { row: i, features: row.length, expected: width });
    }
  });
}

/** Looked for only once the scaling has shown that there is one: a look at every feature costs more than training. */
function findNotFinite(rows: readonly FeatureVector[]): { row: number; feature: number } {
  const firsts = rows.map((features) => features.findIndex((z) => !Number.isFinite(z)));
  const row = firsts.findIndex((feature) => feature >= 0);
  return { row, feature: firsts[row] ?? -1 };
}

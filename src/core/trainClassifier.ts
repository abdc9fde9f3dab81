// From bins of photos to a classifier.

import { BinsightError } from './errors.ts';
import { mulberry32 } from './random.ts';
import { applyScaling, fitScaling } from './scaling.ts';
import { fitBoundary } from './svm/fitBoundary.ts';
import { gramMatrix } from './svm/gram.ts';
import type { Classifier, FeatureVector } from './types.ts';

export interface TrainingInput {
  /** The bins' names, in the order of the page. */
  readonly labels: readonly string[];
  /** One feature vector per photo, all of the same length. */
  readonly rows: readonly FeatureVector[];
  /** For each row, the index of its label. */
  readonly targets: readonly number[];
  /** The price of a photo on the wrong side of its margin, above 0; large means fewer mistakes and a narrower margin. */
  readonly C?: number;
  /** For ml-svm's random choice of pairs. It changes the road, not the optimum. */
  readonly seed?: number;
}

/**
 * Train a linear SVM on the scaled features: one boundary for two bins, one-vs-rest for more. Bins without photos
 * are left out of the classifier. Same input, same output, bit for bit. Another order of the rows gives the same
 * weights, bias and scores up to the solver's tolerance (1e-6 of a score or so); with equal photos, the alphas may
 * be shared out differently among them.
 * @throws BinsightError train-too-few (fewer than two bins hold photos), train-not-finite (a feature is NaN or
 *   infinite; names the row), train-failed (lengths or targets that don't fit together, or a C not above 0)
 */
export function trainClassifier({ labels, rows, targets, C = 10, seed = 1 }: TrainingInput): Classifier {
  check(labels, rows, targets, C);
  const used = labels.map((_, k) => k).filter((k) => targets.includes(k));
  if (used.length < 2) throw new BinsightError('train-too-few', { bins: used.length, photos: rows.length });

  const scaling = fitScaling(rows);
  if (!Number.isFinite(scaling.rms)) throw new BinsightError('train-not-finite', findNotFinite(rows));
  const scaled = rows.map((row) => applyScaling(row, scaling));
  const gram = gramMatrix(scaled);
  const bounds = new Float64Array(rows.length).fill(C);
  const random = mulberry32(seed);

  const positives = used.length === 2 ? used.slice(1) : used;
  const boundaries = positives.map((positive) => {
    const signs = Float64Array.from(targets, (target) => (target === positive ? 1 : -1));
    return fitBoundary(scaled, { gram, signs, bounds }, random);
  });
  return { labels: labels.filter((_, k) => used.includes(k)), scaling, C, boundaries, photos: rows.length };
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

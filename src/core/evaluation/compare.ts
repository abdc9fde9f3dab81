// The same photos described in other ways, or learned from in other ways: who is right how often?

import { winnerOf } from '../decide.ts';
import { judge } from '../judge.ts';
import { mostSimilar, unitRows } from '../novelty.ts';
import { checkTraining, prepareTraining, type TrainingInput } from '../prepareTraining.ts';
import { applyScaling } from '../scaling.ts';
import { gramMatrix } from '../svm/gram.ts';
import { at } from '../svm/vectors.ts';
import { trainPrepared } from '../trainClassifier.ts';
import type { FeatureKind, Features, FeatureVector } from '../types.ts';
import { chooseFolds } from './folds.ts';
import { holdOutPrepared, tally } from './heldOut.ts';
import { countVoters, voteOf, voteOfNearest } from './nearestNeighbour.ts';
import { rescaledProducts, softmaxLogits, softmaxOfFeatures, trainSoftmax } from './softmaxRegression.ts';
import type { Contender, HeadName, HeldOut } from './types.ts';

export interface HeadsInput extends TrainingInput {
  /** Photos that nothing was learned from. */
  readonly tests: readonly FeatureVector[];
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** What `holdOut` says of the same input, where that is known already: it is most of the work. */
  readonly heldOut?: HeldOut;
}

export type FeaturesInput = Omit<HeadsInput, 'rows' | 'tests' | 'heldOut'> & {
  readonly rows: readonly Features[];
  readonly tests: readonly Features[];
  /** As `heldOut`, of the kind in use. */
  readonly known?: { readonly kind: FeatureKind; readonly heldOut: HeldOut };
};

const KINDS: readonly FeatureKind[] = ['logits', 'pool5', 'inception_4d'];

/**
 * The classifier on each kind of features, held to the same folds.
 * @returns one contender per kind; `testLabels` are indices of the bins that hold photos, as in `Classifier.labels`
 * @throws BinsightError as `trainClassifier`
 */
export function compareFeatures({
  rows,
  tests,
  known,
  ...rest
}: FeaturesInput): readonly Contender<FeatureKind>[] {
  return KINDS.map((kind) => {
    const ofKind = (photos: readonly Features[]) => photos.map((features) => features[kind]);
    const heldOut = known?.kind === kind ? { heldOut: known.heldOut } : {};
    return { name: kind, ...trySvm({ ...rest, ...heldOut, rows: ofKind(rows), tests: ofKind(tests) }) };
  });
}

/**
 * Ways to learn from the same features, held to the same folds: the classifier of this page, and those of two
 * predecessors. Every held-out fit is what training on the remaining photos alone would give, scaling included.
 * `ms` covers all that it takes from the features to being ready to judge, with the code warm.
 * @returns the SVM first; `testLabels` as in `compareFeatures`
 * @throws BinsightError as `trainClassifier`
 */
export function compareHeads(input: HeadsInput): readonly Contender<HeadName>[] {
  return [
    { name: 'svm', ...trySvm(input) },
    { name: 'softmax', ...trySoftmax(input) },
    { name: 'nearest', ...tryNearest(input) },
  ];
}

type Result = Omit<Contender<string>, 'name'>;

function trySvm({ now, tests, heldOut, ...input }: HeadsInput): Result {
  const [{ prepared, classifier }, ms] = timed(now, () => {
    const prepared = prepareTraining(input);
    return { prepared, classifier: trainPrepared(prepared) };
  });
  const { right, tried, accuracy } = heldOut ?? holdOutPrepared(prepared);
  const testLabels = tests.map((row) => winnerOf(judge(classifier, row).scores));
  return { right, tried, accuracy, testLabels, ms };
}

function trySoftmax({ now, tests, ...input }: HeadsInput): Result {
  const { gram, labels, targets, seed } = prepareTraining(input);
  const counts = countRight(targets, labels.length, seed, (kept) => {
    const products = rescaledProducts(gram, kept);
    const trained = trainSoftmax(kept.map(products), pick(targets, kept), labels.length);
    return (row) => winnerOf(softmaxLogits(trained, products(row)));
  });

  const [{ scaling, logitsOf }, ms] = timed(now, () => {
    const { scaling, scaled, gram } = prepareTraining(input);
    const products = targets.map((_, i) => gram.subarray(i * targets.length, (i + 1) * targets.length));
    const trained = trainSoftmax(products, targets, labels.length);
    return { scaling, logitsOf: softmaxOfFeatures(trained, scaled) };
  });
  const testLabels = tests.map((row) => winnerOf(logitsOf(applyScaling(row, scaling))));
  return { ...counts, testLabels, ms };
}

/** Cosines of raw features: there is no scaling to be learned. */
function tryNearest({ now, tests, ...input }: HeadsInput): Result {
  const { labels, targets, seed } = checkTraining(input);
  const [units, ms] = timed(now, () => unitRows(input.rows));
  const similarities = gramMatrix(units);
  const counts = countRight(targets, labels.length, seed, (kept) => {
    const keptTargets = pick(targets, kept);
    const voters = countVoters(keptTargets);
    return (row) => {
      const start = row * targets.length;
      const similarity = (k: number) => at(similarities, start + (kept[k] as number));
      return voteOf(mostSimilar(kept.length, voters, similarity), keptTargets);
    };
  });
  return { ...counts, testLabels: tests.map((row) => voteOfNearest(units, targets, row)), ms };
}

/** What it gives, and milliseconds. */
function timed<Answer>(now: () => number, run: () => Answer): readonly [Answer, number] {
  const start = now();
  const answer = run();
  return [answer, now() - start];
}

/** Learns from some training rows; what it returns says the label of another one. */
type Learn = (kept: readonly number[]) => (row: number) => number;

function countRight(
  targets: readonly number[],
  labels: number,
  seed: number,
  learn: Learn,
): Pick<Result, 'right' | 'tried' | 'accuracy'> {
  const { of } = chooseFolds(targets, seed);
  const predicted = new Array<number | null>(targets.length).fill(null);
  for (const fold of new Set(of.filter((number) => number >= 0))) {
    const kept = [...targets.keys()].filter((row) => of[row] !== fold);
    const guess = learn(kept);
    for (const [row, ofRow] of of.entries()) if (ofRow === fold) predicted[row] = guess(row);
  }
  const { right, tried, accuracy } = tally(predicted, targets, labels);
  return { right, tried, accuracy };
}

const pick = <T>(items: readonly T[], rows: readonly number[]): T[] => rows.map((row) => items[row] as T);

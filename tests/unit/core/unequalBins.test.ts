// Bins of different sizes: thresholds move to the midpoint of held-out scores, and nothing else changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseFolds } from '../../../src/core/evaluation/folds.ts';
import { holdOut, tally } from '../../../src/core/evaluation/heldOut.ts';
import { heldOutScores } from '../../../src/core/evaluation/heldOutScores.ts';
import { shiftStrength, sizeRatio } from '../../../src/core/evaluation/threshold.ts';
import { judge } from '../../../src/core/judge.ts';
import { prepareTraining, type TrainingInput } from '../../../src/core/prepareTraining.ts';
import { mulberry32, shuffle } from '../../../src/core/random.ts';
import { fitBoundary } from '../../../src/core/svm/fitBoundary.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import type { Boundary, Classifier } from '../../../src/core/types.ts';
import { readImagenetSample } from '../../support/imagenetSample.ts';
import { describeWithShared } from '../../support/shared.ts';

const labels = ['north', 'east', 'south', 'west'];

const binsOf = (...sizes: number[]) => sizes.flatMap((size, bin) => Array.from({ length: size }, () => bin));

/** Photos of ten features, a little different from bin to bin. */
function photosOf(sizes: readonly number[], seed = 1): TrainingInput {
  const random = mulberry32(seed);
  const targets = binsOf(...sizes);
  const rows = targets.map((bin) =>
    Float32Array.from({ length: 10 }, (_, j) => random() + (j === bin ? 0.7 : 0)),
  );
  return { labels, rows, targets };
}

/** The plain SVM, before any threshold is moved. */
/** The boundaries as they are learned, each bin counting alike in C, before thresholds are moved. */
function plainBoundaries(input: TrainingInput): Boundary[] {
  const { scaled, gram, targets, positives, C, seed } = prepareTraining(input);
  const random = mulberry32(seed);
  const sizes = [0, 1, 2, 3].map((bin) => targets.filter((target) => target === bin).length);
  const bins = sizes.filter((size) => size > 0).length;
  const bounds = Float64Array.from(targets, (bin) => C * (targets.length / (bins * (sizes[bin] ?? 0))));
  return positives.map((positive) => {
    const signs = Float64Array.from(targets, (target) => (target === positive ? 1 : -1));
    return fitBoundary(scaled, { gram, signs, bounds }, random);
  });
}

/** Each photo's score by a plain SVM that was trained without it, per boundary. */
function leaveOneOut(input: TrainingInput): { scores: number[]; isPositive: (row: number) => boolean }[] {
  const { gram, targets, positives, C } = prepareTraining(input);
  const of = Int32Array.from(targets, (_, row) => row);
  return heldOutScores(gram, targets, positives, C, of).map((scores, k) => ({
    scores: [...scores],
    isPositive: (row) => targets[row] === positives[k],
  }));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Halfway between the mean scores of the two sides, without one of the rows. */
function midpoint({ scores, isPositive }: ReturnType<typeof leaveOneOut>[number], without = -1): number {
  const rows = [...scores.keys()].filter((row) => row !== without);
  const meanOf = (side: number[]) => mean(side.map((row) => scores[row] ?? NaN));
  return (meanOf(rows.filter(isPositive)) + meanOf(rows.filter((row) => !isPositive(row)))) / 2;
}

describe('how unequal bins are', () => {
  it.each([
    { sizes: [10, 10], ratio: 1, strength: 0 },
    { sizes: [10, 11], ratio: 1.1, strength: 0.1 },
    { sizes: [15, 10], ratio: 1.5, strength: 0.5 },
    { sizes: [10, 20], ratio: 2, strength: 1 },
    { sizes: [5, 25], ratio: 5, strength: 1 },
    { sizes: [1, 10], ratio: 10, strength: 0 },
    { sizes: [4, 0, 4, 6], ratio: 1.5, strength: 0.5 },
    { sizes: [8, 8, 1], ratio: 8, strength: 0 },
    { sizes: [7], ratio: 1, strength: 0 },
    { sizes: [], ratio: 1, strength: 0 },
  ])('$sizes photos: $ratio times as many, $strength of the way', ({ sizes, ratio, strength }) => {
    expect(sizeRatio(binsOf(...sizes))).toBe(ratio);
    expect(shiftStrength(binsOf(...sizes))).toBeCloseTo(strength, 12);
  });
});

describe('bins of the same size', () => {
  it.each([[[6, 6]], [[5, 5, 5]]])('%s: the plain SVM, bit for bit, and held out the same', (sizes) => {
    const input = photosOf(sizes);
    expect(trainClassifier(input).boundaries).toEqual(plainBoundaries(input));
    const plain = leaveOneOut(input).map(({ scores }) => scores);
    const ofLabels = holdOut(input).scores.map((scores) => (sizes.length > 2 ? scores : scores?.slice(1)));
    expect(ofLabels).toEqual(input.rows.map((_, row) => plain.map((scores) => scores[row])));
  });
});

describe('at a small C', () => {
  it('bins that differ by one photo are told apart all the same, and so are photos that are left out', () => {
    // Every alpha reaches C there: did each photo count alike, the larger bin would win every time.
    for (const C of [0.001, 0.01]) {
      const input = { ...photosOf([10, 11]), C };
      const classifier = trainClassifier(input);
      const right = input.rows.filter(
        (row, i) => judge(classifier, row).label === classifier.labels[input.targets[i] ?? -1],
      );
      expect(right.length).toBeGreaterThanOrEqual(17);
      expect(holdOut({ ...photosOf([10, 10]), C }).accuracy).toBeGreaterThan(0.7);
    }
  });
});

describe('bins of different sizes', () => {
  it.each([[[4, 12]], [[12, 9]], [[9, 3, 3]], [[6, 5, 4, 3]]])('%s: the threshold alone moves', (sizes) => {
    const input = photosOf(sizes);
    const strength = shiftStrength(input.targets);
    const heldOut = leaveOneOut(input);
    for (const [k, boundary] of trainClassifier(input).boundaries.entries()) {
      const plain = plainBoundaries(input)[k] as Boundary;
      const held = heldOut[k] as (typeof heldOut)[number];
      expect(boundary.shift).not.toBe(0);
      expect(boundary.shift).toBeCloseTo(-strength * midpoint(held), 12);
      const { shift } = boundary;
      const scores = plain.scores.map((score) => score + shift);
      expect(boundary).toEqual({ ...plain, shift, bias: plain.bias + shift, scores });
    }
  });

  it('judging uses the moved threshold', () => {
    const input = photosOf([4, 12]);
    const classifier = trainClassifier(input);
    const [boundary] = classifier.boundaries as [Boundary];
    for (const [row, features] of input.rows.entries()) {
      expect(judge(classifier, features).score).toBeCloseTo(boundary.scores[row] ?? NaN, 9);
    }
  });

  it.each([[[4, 12]], [[8, 12]]])('%s: a held-out photo meets a threshold that did not know it', (sizes) => {
    const input = photosOf(sizes);
    const strength = shiftStrength(input.targets);
    const [held] = leaveOneOut(input) as [ReturnType<typeof leaveOneOut>[number]];
    for (const [row, scores] of holdOut(input).scores.entries()) {
      expect(scores?.[1]).toBeCloseTo((held.scores[row] ?? NaN) - strength * midpoint(held, row), 12);
    }
  });

  it('a bin with one photo: no boundary moves', () => {
    for (const sizes of [
      [1, 9],
      [8, 4, 1],
    ]) {
      const input = photosOf(sizes);
      expect(trainClassifier(input).boundaries).toEqual(plainBoundaries(input));
    }
  });

  it('the shift changes sign when the bins change places, and is the same from the same photos', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 2, max: 8 }),
        fc.integer(),
        (a, b, seed) => {
          const input = photosOf([a, b], seed);
          const swapped = { ...input, targets: input.targets.map((target) => 1 - target) };
          const shiftOf = (set: TrainingInput) => trainClassifier(set).boundaries[0]?.shift ?? NaN;
          expect(shiftOf(swapped)).toBeCloseTo(-shiftOf(input), 4);
          expect(shiftOf(input)).toBe(shiftOf(input));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('hundreds of photos: thresholds move by what folds say, the same every time', () => {
    const input = photosOf([60, 140]);
    const shiftOf = (set: TrainingInput) => trainClassifier(set).boundaries[0]?.shift ?? NaN;
    const byEach = -midpoint(leaveOneOut(input)[0] as ReturnType<typeof leaveOneOut>[number]);
    expect(shiftOf(input)).not.toBe(0);
    expect(Math.abs(shiftOf(input) - byEach)).toBeLessThan(0.2);
    expect(shiftOf(input)).toBe(shiftOf(input));
  });

  it('hundreds of each: 100 left out of the smaller bin tell as much as all of them', () => {
    const input = photosOf([200, 450]);
    const { gram, targets, positives, C, seed } = prepareTraining(input);
    const { of } = chooseFolds(targets, seed);
    /** As if only the photos of so many folds had been left out. */
    const firstFolds = (folds: number) => {
      const tried = of.map((fold) => (fold < folds ? fold : -1));
      const scores = heldOutScores(gram, targets, positives, C, tried)[0] ?? new Float64Array();
      const rows = [...tried.keys()].filter((row) => (tried[row] ?? -1) >= 0);
      return {
        scores: rows.map((row) => scores[row] ?? NaN),
        isPositive: (k: number) => targets[rows[k] ?? -1] === 1,
      };
    };
    const shift = trainClassifier(input).boundaries[0]?.shift ?? NaN;
    expect(shift).toBeCloseTo(-midpoint(firstFolds(5)), 6);
    expect(Math.abs(shift + midpoint(firstFolds(10)))).toBeLessThan(0.1);
  });
});

/** The same classifier with its thresholds where the plain SVM has them. */
function unshifted(classifier: Classifier): Classifier {
  const boundaries = classifier.boundaries.map((boundary) => ({
    ...boundary,
    bias: boundary.bias - boundary.shift,
  }));
  return { ...classifier, boundaries };
}

describeWithShared('photos of ImageNet in bins of different sizes', () => {
  const { between, row } = readImagenetSample();
  const [animals, objects] = [between(0, 397), between(400, 999)];
  const [others, dogs, mammals] = [between(0, 150), between(151, 268), between(269, 397)];

  /** Balanced accuracy on the photos that were not drawn, plain and with moved thresholds; means over 20 draws. */
  function accuracies(groups: readonly (readonly number[])[], sizes: readonly number[]): [number, number] {
    const random = mulberry32(1);
    const draws = Array.from({ length: 20 }, () => {
      const drawn = groups.map((group) => shuffle(group, random));
      const rows = drawn.flatMap((group, bin) => group.slice(0, sizes[bin]).map(row));
      const classifier = trainClassifier({ labels, rows, targets: binsOf(...sizes) });
      const unseen = drawn.map((group, bin) => group.slice(sizes[bin]));
      const targets = binsOf(...unseen.map(({ length }) => length));
      return [unshifted(classifier), classifier].map((judging) => {
        const predicted = unseen.flat().map((i) => labels.indexOf(judge(judging, row(i)).label));
        return tally(predicted, targets, sizes.length).balancedAccuracy ?? NaN;
      });
    });
    return [mean(draws.map(([plain = NaN]) => plain)), mean(draws.map(([, moved = NaN]) => moved))];
  }

  it.each([
    { name: '5 animals, 25 objects', groups: [animals, objects], sizes: [5, 25] },
    { name: '20 animals, 4 objects', groups: [animals, objects], sizes: [20, 4] },
    { name: 'three kinds: 10, 10 and 2', groups: [dogs, objects, others], sizes: [10, 10, 2] },
    { name: 'four kinds: 10, 10, 2 and 2', groups: [objects, dogs, others, mammals], sizes: [10, 10, 2, 2] },
  ])('$name: unseen ones come out right more often', ({ groups, sizes }) => {
    const [plain, moved] = accuracies(groups, sizes);
    expect(moved).toBeGreaterThan(plain + 0.03);
  });
});

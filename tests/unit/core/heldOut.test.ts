// Held-out scores are what training anew on the other photos gives, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../../src/core/errors.ts';
import { holdOut, tally } from '../../../src/core/evaluation/heldOut.ts';
import { boundsFor, heldOutScores } from '../../../src/core/evaluation/heldOutScores.ts';
import { judge } from '../../../src/core/judge.ts';
import { prepareTraining, type TrainingInput } from '../../../src/core/prepareTraining.ts';
import { mulberry32, shuffle } from '../../../src/core/random.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../support/shared.ts';

const labels = ['north', 'east', 'south', 'west'];
const photo = (...features: number[]) => Float32Array.from(features);

/** Up to four bins of photos with five features each, wide apart or mixed; every bin holds one at least. */
const trainingSets = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2, maxLength: 4 }),
    seed: fc.integer(),
    separation: fc.constantFrom(0, 0.5, 3),
    C: fc.constantFrom(0.05, 1, 10),
  })
  .map(({ sizes, seed, separation, C }) => {
    const random = mulberry32(seed);
    const targets = shuffle(
      sizes.flatMap((size, bin) => Array.from({ length: size }, () => bin)),
      random,
    );
    const rows = targets.map((bin) =>
      Float32Array.from({ length: 5 }, (_, j) => 20 * random() + (j === bin ? 20 * separation : 0)),
    );
    return { labels, rows, targets, C };
  });

const inFolds = (count: number, folds: number) => Int32Array.from({ length: count }, (_, row) => row % folds);

/** Scores of all rows, by fold, as anybody would compute them: train without the fold, judge it. */
function scoresByBruteForce(input: TrainingInput, of: Int32Array): number[][] {
  const { targets, positives } = prepareTraining(input);
  const scores = positives.map(() => targets.map(() => NaN));
  for (const fold of new Set(of)) {
    const kept = <T>(items: readonly T[]) => items.filter((_, row) => of[row] !== fold);
    const others = new Set(kept(targets));
    if (others.size < new Set(targets).size) continue;
    const classifier = trainClassifier({ ...input, rows: kept(input.rows), targets: kept(input.targets) });
    for (const [row, features] of input.rows.entries()) {
      if (of[row] !== fold) continue;
      const verdict = judge(classifier, features);
      for (const [k, positive] of positives.entries()) {
        const shift = classifier.boundaries[k]?.shift ?? NaN;
        (scores[k] as number[])[row] = (verdict.scores[positive] ?? NaN) - shift;
      }
    }
  }
  return scores;
}

/** Rows whose fold holds a whole bin are not compared: there, training has fewer bins. */
function expectAsByBruteForce(input: TrainingInput, of: Int32Array): void {
  const { gram, targets, positives, C } = prepareTraining(input);
  const scores = heldOutScores(gram, targets, positives, C, of);
  for (const [k, expected] of scoresByBruteForce(input, of).entries()) {
    for (const [row, score] of expected.entries()) {
      if (Number.isNaN(score)) continue;
      expect(Math.abs((scores[k]?.[row] ?? NaN) - score), `boundary ${k}, row ${row}`).toBeLessThan(1e-5);
    }
  }
}

describe('held-out scores', () => {
  it('are those of training without the photo, with its own mean and rms', () => {
    fc.assert(
      fc.property(trainingSets, (input) => expectAsByBruteForce(input, inFolds(input.rows.length, Infinity))),
    );
  });

  it('are those of training without the fold', () => {
    fc.assert(
      fc.property(trainingSets, (input) => expectAsByBruteForce(input, inFolds(input.rows.length, 3))),
    );
  });

  it('are there for photos whose fold leaves both sides something, and for no others', () => {
    const input = { labels, rows: [photo(0), photo(1), photo(5), photo(6)], targets: [0, 0, 1, 1] };
    const { gram, targets, positives, C } = prepareTraining(input);
    const scoresOf = (...of: number[]) => [
      ...(heldOutScores(gram, targets, positives, C, Int32Array.from(of))[0] ?? []),
    ];
    expect(scoresOf(0, 0, 1, 1)).toEqual([NaN, NaN, NaN, NaN]);
    expect(scoresOf(-1, 0, 0, -1).map(Number.isNaN)).toEqual([true, false, false, true]);
  });
});

describe('the bounds for some of the rows', () => {
  it('are C where all photos are the same but for rounding', () => {
    // Scaled, nine equal rows are equal, but their mean square minus the square of their mean is 1e-16 or so.
    const rows = [...Array.from({ length: 9 }, () => photo(0.1, 0.7, 0.3)), photo(3, 1, 4)];
    const targets = rows.map((_, i) => Number(i > 4));
    const { gram } = prepareTraining({ labels, rows, targets });
    // Of one bin five are kept and of the other four: each bin counts alike.
    const bounds = boundsFor(gram, targets, [...Array(9).keys()], 8);
    for (const [i, bound] of bounds.entries()) expect(bound).toBeCloseTo(i < 5 ? 7.2 : i < 9 ? 9 : 0, 12);
    expect(boundsFor(gram, targets, [...Array(10).keys()], 7)[0]).toBeCloseTo(7, 12);
  });
});

describe('holding out', () => {
  it('two photos of a bin: the one that is left stands for it', () => {
    const rows = [photo(0), photo(1), photo(8), photo(9)];
    const heldOut = holdOut({ labels, rows, targets: [0, 0, 3, 3] });
    expect(heldOut).toMatchObject({
      holding: { method: 'leave-one-out', folds: 4 },
      predicted: [0, 0, 1, 1],
      tried: 4,
      right: 4,
      accuracy: 1,
      balancedAccuracy: 1,
      confusion: [
        [2, 0],
        [0, 2],
      ],
    });
    // Without the 0, the boundary lies between 1 and the nearest of the others, 8, with margins of 3.5.
    expect(heldOut.scores[0]?.[1]).toBeCloseTo(-4.5 / 3.5, 5);
    for (const scores of heldOut.scores) expect(scores?.[0]).toBe(-(scores?.[1] ?? NaN));
  });

  it('1 photo against 1: nothing can be tried', () => {
    expect(holdOut({ labels, rows: [photo(0), photo(4)], targets: [0, 1] })).toEqual({
      holding: { method: 'leave-one-out', folds: 0 },
      scores: [null, null],
      predicted: [null, null],
      tried: 0,
      right: 0,
      accuracy: null,
      balancedAccuracy: null,
      confusion: [
        [0, 0],
        [0, 0],
      ],
    });
  });

  it('50 photos against 1: the one is never tried, but the others are told from it', () => {
    const random = mulberry32(5);
    const rows = [...Array.from({ length: 50 }, () => photo(random(), random())), photo(4, 4)];
    const targets = rows.map((_, i) => Number(i === 50));
    const heldOut = holdOut({ labels, rows, targets });
    expect(heldOut).toMatchObject({ tried: 50, right: 50, accuracy: 1, balancedAccuracy: 1 });
    expect(heldOut.scores[50]).toBeNull();
    expect(heldOut.predicted[50]).toBeNull();
    expect(heldOut.confusion).toEqual([
      [50, 0],
      [0, 0],
    ]);
  });

  it('the same photo in both bins: its twin in the other bin decides', () => {
    const rows = [photo(0), photo(1), photo(5), photo(5), photo(9), photo(10)];
    const { predicted } = holdOut({ labels, rows, targets: [0, 0, 0, 1, 1, 1] });
    expect(predicted).toEqual([0, 0, 1, 0, 1, 1]);
  });

  it('photos that are all the same: no bin is likelier, no NaN', () => {
    const rows = Array.from({ length: 6 }, () => photo(0.1, 0.7));
    const heldOut = holdOut({ labels, rows, targets: [0, 0, 0, 1, 1, 1] });
    expect(heldOut.tried).toBe(6);
    for (const scores of heldOut.scores) expect(Math.max(...(scores ?? []))).toBeCloseTo(0, 5);
  });

  it('four bins: one score per label, the largest wins, the first of equals', () => {
    const random = mulberry32(11);
    const targets = Array.from({ length: 20 }, (_, i) => i % 4);
    const rows = targets.map((k) => photo(...labels.map((_, j) => random() + (j === k ? 9 : 0))));
    const heldOut = holdOut({ labels, rows, targets });
    expect(heldOut.predicted).toEqual(targets);
    expect(heldOut.scores.every((scores) => scores?.length === 4)).toBe(true);
    expect(heldOut.confusion.map((counts, k) => counts[k])).toEqual([5, 5, 5, 5]);
  });

  it('photos of one bin, or none: refused as training refuses them', () => {
    expect(() => holdOut({ labels, rows: [photo(0), photo(1)], targets: [2, 2] })).toThrow(BinsightError);
    expect(() => holdOut({ labels, rows: [], targets: [] })).toThrow('train-too-few');
  });

  it('in another order gives every photo the same scores', () => {
    fc.assert(
      fc.property(trainingSets, (input) => {
        const reversed = { ...input, rows: input.rows.toReversed(), targets: input.targets.toReversed() };
        const scores = holdOut(reversed).scores.toReversed();
        for (const [row, expected] of holdOut(input).scores.entries()) {
          expect(scores[row] === null).toBe(expected === null);
          for (const [k, score] of expected?.entries() ?? []) expect(scores[row]?.[k]).toBeCloseTo(score, 4);
        }
      }),
    );
  });

  it('gives the same, bit for bit, from the same photos and seed; in folds too', () => {
    const random = mulberry32(3);
    const targets = Array.from({ length: 220 }, (_, i) => Number(i % 3 === 0));
    const rows = targets.map((target) => Float32Array.from({ length: 20 }, () => random() + 0.3 * target));
    const input = { labels, rows, targets, seed: 4 };
    const heldOut = holdOut(input);
    expect(heldOut).toEqual(holdOut(input));
    expect(heldOut).not.toEqual(holdOut({ ...input, seed: 5 }));
    expect(heldOut.holding).toEqual({ method: 'k-fold', folds: 10 });
    expect(heldOut.tried).toBe(220);
  });
});

it("counting: labels that nobody tried don't count in the balanced accuracy", () => {
  expect(tally([0, 1, null, 1, 0], [0, 0, 2, 1, 1], 3)).toEqual({
    tried: 4,
    right: 2,
    accuracy: 0.5,
    balancedAccuracy: 0.5,
    confusion: [
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 0],
    ],
  });
  expect(tally([0, 0, 0, 1], [0, 0, 0, 1], 2)).toMatchObject({ accuracy: 1, balancedAccuracy: 1 });
  expect(tally([0, 0, 0, 0], [0, 0, 0, 1], 2)).toMatchObject({ accuracy: 0.75, balancedAccuracy: 0.5 });
});

describeWithShared("the talk's 20 cars, held out", () => {
  it.each([
    { features: 'logits', file: 'expected/logits-28x1000.f32', width: 1000, accuracy: 0.8 },
    { features: 'pool5', file: 'expected/pool5-28x1024.f32', width: 1024, accuracy: 1 },
  ])(
    '$features: $accuracy come out right, by the very scores of training anew',
    ({ file, width, accuracy }) => {
      const matrix = readFloat32(sharedFile(file));
      const row = (i: number) => matrix.subarray(i * width, (i + 1) * width);
      const rows = Array.from({ length: 20 }, (_, i) => row(8 + i));
      const input = { labels, rows, targets: rows.map((_, i) => Number(i >= 10)), C: 10 };
      const heldOut = holdOut(input);
      expect(heldOut).toMatchObject({ tried: 20, accuracy, balancedAccuracy: accuracy });
      expectAsByBruteForce(input, inFolds(20, Infinity));
      expectAsByBruteForce(input, inFolds(20, 5));
    },
  );
});

// Other ways of learning from the same features, and their comparison.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFeatures, compareHeads } from '../../../src/core/evaluation/compare.ts';
import { holdOut } from '../../../src/core/evaluation/heldOut.ts';
import { countVoters, voteOfNearest } from '../../../src/core/evaluation/nearestNeighbour.ts';
import {
  rescaledProducts,
  softmaxLogits,
  trainSoftmax,
} from '../../../src/core/evaluation/softmaxRegression.ts';
import { unitRows } from '../../../src/core/novelty.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { applyScaling, fitScaling } from '../../../src/core/scaling.ts';
import { softmax } from '../../../src/core/softmax.ts';
import { addScaled, dot } from '../../../src/core/svm/vectors.ts';
import type { Features } from '../../../src/core/types.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../support/shared.ts';

const LABELS = ['a', 'b', 'c'];
const photo = (...features: number[]) => Float32Array.from(features);

/** Photos of a few overlapping kinds, seven features each. */
function madeUp(count: number, labels: number, seed = 1): { rows: Float32Array[]; targets: number[] } {
  const random = mulberry32(seed);
  const targets = Array.from({ length: count }, (_, i) => i % labels);
  const rows = targets.map((target) =>
    Float32Array.from({ length: 7 }, (_, j) => 10 * random() + (j % labels === target ? 5 : 0)),
  );
  return { rows, targets };
}

const scale = (rows: readonly Float32Array[]) => {
  const scaling = fitScaling(rows);
  return rows.map((row) => applyScaling(row, scaling));
};
const productsOf = (rows: readonly Float64Array[]) =>
  rows.map((a) => Float64Array.from(rows, (b) => dot(a, b)));

/** The same descent as anyone would write it: on weights, one per label and feature. */
function descendOnWeights(rows: readonly Float64Array[], targets: readonly number[], labels: number) {
  const count = rows.length;
  const frobenius = Math.sqrt(productsOf(rows).reduce((sum, row) => sum + dot(row, row), 0));
  const weights = Array.from({ length: labels }, () => new Float64Array(rows[0]?.length ?? 0));
  const biases = new Float64Array(labels);
  for (let step = 0; step < 30; step++) {
    const probabilities = rows.map((x) =>
      softmax(Float32Array.from(weights, (w, k) => dot(w, x) + (biases[k] ?? NaN))),
    );
    for (const [i, x] of rows.entries()) {
      for (const [k, w] of weights.entries()) {
        const gradient = ((probabilities[i]?.[k] ?? NaN) - Number(targets[i] === k)) / count;
        addScaled(w, -(2 / (frobenius / count)) * gradient, x);
        biases[k] = (biases[k] ?? NaN) - 2 * gradient;
      }
    }
  }
  return { weights, biases };
}

describe('softmax regression', () => {
  it.each([2, 3])('takes the steps that gradient descent on the weights takes, with %i labels', (labels) => {
    const { rows, targets } = madeUp(17, labels);
    const scaled = scale(rows);
    const { coefficients, biases } = trainSoftmax(productsOf(scaled), targets, labels);
    const direct = descendOnWeights(scaled, targets, labels);
    for (const [k, column] of coefficients.entries()) {
      const weights = new Float64Array(7);
      for (const [i, x] of scaled.entries()) addScaled(weights, column[i] ?? NaN, x);
      // `softmax` reads float32.
      for (const [j, w] of weights.entries()) expect(w).toBeCloseTo(direct.weights[k]?.[j] ?? NaN, 4);
      expect(biases[k]).toBeCloseTo(direct.biases[k] ?? NaN, 4);
    }
  });

  it('gets better with every step, from knowing nothing', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 3 }), (seed, labels) => {
        const { rows, targets } = madeUp(12, labels, seed);
        const products = productsOf(scale(rows));
        const losses = [0, 1, 2, 5, 20, 60].map(
          (steps) => trainSoftmax(products, targets, labels, steps).loss,
        );
        expect(losses[0]).toBeCloseTo(Math.log(labels), 9);
        for (const [i, loss] of losses.entries()) expect(loss).toBeLessThan(losses[i - 1] ?? Infinity);
      }),
      { numRuns: 30 },
    );
  });

  it('knows no more than the sizes of the bins where all photos are equal', () => {
    const products = productsOf([new Float64Array(3), new Float64Array(3), new Float64Array(3)]);
    const trained = trainSoftmax(products, [0, 1, 1], 2, 500);
    const [first = NaN, second = NaN] = softmaxLogits(trained, new Float64Array(3));
    expect(second - first).toBeCloseTo(Math.log(2), 6);
  });

  it('sees, without some photos, the products that these photos scaled anew have', () => {
    const { rows } = madeUp(9, 2);
    const kept = [7, 0, 2, 3, 8];
    const all = scale(rows);
    const gram = Float64Array.from(productsOf(all).flatMap((row) => [...row]));
    const scaling = fitScaling(kept.map((row) => rows[row] ?? photo()));
    const anew = rows.map((row) => applyScaling(row, scaling));
    const products = rescaledProducts(gram, kept);
    for (const [i, x] of anew.entries()) {
      for (const [k, other] of kept.entries()) {
        expect(products(i)[k]).toBeCloseTo(dot(x, anew[other] ?? x), 9);
      }
    }
    expect([...rescaledProducts(new Float64Array(4), [0, 1])(1)]).toEqual([0, 0]);
  });
});

describe('the vote of the nearest photos', () => {
  const units = unitRows([photo(9, 1), photo(8, 2), photo(1, 9), photo(2, 8), photo(5, 5)]);

  it('lets as many vote as the smallest bin holds, and ten at most', () => {
    expect(countVoters([0, 0, 0, 2, 2])).toBe(2);
    expect(countVoters(Array.from({ length: 60 }, (_, i) => i % 2))).toBe(10);
  });

  it('goes to the bin of most of the nearest', () => {
    expect(voteOfNearest(units, [0, 0, 1, 1, 1], photo(1, 0))).toBe(0);
    expect(voteOfNearest(units, [0, 0, 1, 1, 1], photo(1, 7))).toBe(1);
    expect(voteOfNearest(units, [0, 0, 2, 2, 2], photo(1, 7))).toBe(2);
  });

  it('goes to the more similar of equal votes, then to the first bin', () => {
    expect(voteOfNearest(units, [1, 0, 0, 0, 1], photo(1, 0))).toBe(1);
    expect(voteOfNearest(unitRows(Array(4).fill(photo(1, 1))), [1, 0, 1, 0], photo(3, 1))).toBe(0);
  });
});

describe('the comparison of heads', () => {
  let ticks = 0;
  const now = () => ticks++;

  it('says what the parts say on their own, on the same folds', () => {
    const { rows, targets } = madeUp(21, 3);
    const tests = madeUp(6, 3, 9).rows;
    const input = { labels: LABELS, rows, targets };
    const [svm, softmaxHead, nearest] = compareHeads({ ...input, tests, now });
    const { right, tried, accuracy } = holdOut(input);
    expect(svm).toMatchObject({ name: 'svm', right, tried, accuracy, ms: 1 });
    expect([softmaxHead?.tried, nearest?.tried]).toEqual([21, 21]);

    // Softmax regression, trained anew without each photo.
    const anew = rows.map((row, left) => {
      const others = [...rows.keys()].filter((i) => i !== left);
      const scaling = fitScaling(others.map((i) => rows[i] ?? row));
      const x = applyScaling(row, scaling);
      const scaled = others.map((i) => applyScaling(rows[i] ?? row, scaling));
      const trained = trainSoftmax(
        productsOf(scaled),
        others.map((i) => targets[i] ?? -1),
        3,
      );
      const logits = softmaxLogits(
        trained,
        Float64Array.from(scaled, (other) => dot(other, x)),
      );
      return logits.indexOf(Math.max(...logits)) === targets[left];
    });
    expect(softmaxHead?.right).toBe(anew.filter(Boolean).length);
    const all = scale(rows);
    const trainedOnAll = trainSoftmax(productsOf(all), targets, 3);
    const logitsOfTests = tests.map((row) => {
      const x = applyScaling(row, fitScaling(rows));
      return softmaxLogits(
        trainedOnAll,
        Float64Array.from(all, (other) => dot(other, x)),
      );
    });
    expect(softmaxHead?.testLabels).toEqual(
      logitsOfTests.map((logits) => logits.indexOf(Math.max(...logits))),
    );

    const units = unitRows(rows);
    expect(nearest?.testLabels).toEqual(tests.map((row) => voteOfNearest(units, targets, row)));
  });

  it('counts the bins that hold photos, and cannot try a photo that is alone', () => {
    const rows = [photo(1, 0), photo(2, 0), photo(0, 3)];
    const heads = compareHeads({ labels: LABELS, rows, targets: [0, 0, 2], tests: [photo(0, 4)], now });
    for (const head of heads) expect(head).toMatchObject({ tried: 2, testLabels: [1] });
    const alone = compareHeads({ labels: LABELS, rows: rows.slice(1), targets: [0, 2], tests: [], now });
    for (const head of alone) expect(head).toMatchObject({ tried: 0, accuracy: null, testLabels: [] });
  });

  it('holds out folds, the same for all, where there are many photos', () => {
    const { rows, targets } = madeUp(240, 2);
    for (const head of compareHeads({ labels: LABELS, rows, targets, tests: [], now })) {
      expect(head.tried).toBe(240);
      expect(head.accuracy).toBeGreaterThan(0.7);
    }
  });

  it('refuses what cannot be learned from', () => {
    expect(() => compareHeads({ labels: LABELS, rows: [photo(1)], targets: [0], tests: [], now })).toThrow(
      'train-too-few',
    );
  });
});

describe('the comparison of features', () => {
  it('asks the classifier of each kind of features', () => {
    const kinds = (['logits', 'pool5', 'inception_4d'] as const).map((kind, i) => ({
      kind,
      ...madeUp(12, 2, i),
    }));
    const targets = kinds[0]?.targets ?? [];
    const rows = targets.map(
      (_, i) =>
        Object.fromEntries(kinds.map(({ kind, rows: ofKind }) => [kind, ofKind[i]])) as unknown as Features,
    );
    const contenders = compareFeatures({ labels: LABELS, rows, targets, tests: rows, now: () => 0 });
    expect(contenders.map(({ name }) => name)).toEqual(['logits', 'pool5', 'inception_4d']);
    for (const [i, { right, tried, testLabels }] of contenders.entries()) {
      expect({ right, tried }).toMatchObject(
        pickCounts(holdOut({ labels: LABELS, rows: kinds[i]?.rows ?? [], targets })),
      );
      expect(testLabels).toHaveLength(12);
    }
  });
});

const pickCounts = ({ right, tried }: { right: number; tried: number }) => ({ right, tried });

describeWithShared("the heads on the talk's cars", () => {
  it('are about as good as each other', () => {
    const logits = readFloat32(sharedFile('expected/logits-28x1000.f32'));
    const photos = Array.from({ length: 28 }, (_, i) => logits.subarray(i * 1000, (i + 1) * 1000));
    const [tests, rows] = [photos.slice(1, 8), photos.slice(8)];
    const targets = rows.map((_, i) => (i < 10 ? 0 : 1));
    const heads = compareHeads({ labels: ['classic', 'modern'], rows, targets, tests, now: () => 0 });
    // As scikit-learn's SVC sees the test cars (svm.json, C = 10).
    expect(heads[0]?.testLabels).toEqual([1, 0, 1, 1, 1, 0, 0]);
    for (const { right, testLabels } of heads) {
      expect(right).toBeGreaterThanOrEqual(15);
      expect(testLabels.filter((label, i) => label === heads[0]?.testLabels[i]).length).toBeGreaterThan(5);
    }
  });
});

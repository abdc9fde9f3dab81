// The learning curve: what must hold for any photos, and what it says of more of them.
import { describe, expect, it } from 'vitest';
import { chooseRepeats, learningCurve } from '../../../src/core/evaluation/learningCurve.ts';
import { wouldMoreHelp } from '../../../src/core/evaluation/moreHelp.ts';
import type { CurvePoint, LearningCurve } from '../../../src/core/evaluation/types.ts';
import { judge } from '../../../src/core/judge.ts';
import { prepareTraining } from '../../../src/core/prepareTraining.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../support/shared.ts';

const LABELS = ['a', 'b', 'c', 'd'];

/** Bins of these sizes; the kinds lie `apart` features apart. */
function madeUp(sizes: readonly number[], apart: number) {
  const random = mulberry32(7);
  const targets = sizes.flatMap((size, label) => new Array<number>(size).fill(label));
  const rows = targets.map((target) =>
    Float32Array.from({ length: 30 }, (_, j) => random() + (j % 4 === target ? apart : 0)),
  );
  return { labels: LABELS, rows, targets };
}

const curveOf = (set: ReturnType<typeof madeUp>, repeats?: number) =>
  learningCurve({ ...prepareTraining(set), ...(repeats === undefined ? {} : { repeats }) });

const perBins = ({ points }: LearningCurve) => points.map(({ perBin }) => perBin);

describe('a learning curve', () => {
  it('tries every number of photos in small bins, and a few in large ones, down to a tenth held out', () => {
    expect(perBins(curveOf(madeUp([5, 9], 1), 2))).toEqual([1, 2, 3, 4]);
    expect(perBins(curveOf(madeUp([2, 2, 2], 1), 2))).toEqual([1]);
    expect(perBins(curveOf(madeUp([10, 10], 1), 2))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(perBins(curveOf(madeUp([40, 50], 1), 2))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 36,
    ]);
  });

  it('ends where a classifier would have 400 photos', () => {
    expect(perBins(curveOf(madeUp([110, 110, 110, 120], 2), 1)).at(-1)).toBe(99);
    expect(perBins(curveOf(madeUp([130, 130, 130, 130], 2), 1)).at(-1)).toBe(100);
  });

  it('has no points where a photo is alone in its bin, and none for a single bin', () => {
    expect(curveOf(madeUp([1, 9], 1)).points).toEqual([]);
    const gram = new Float64Array(9);
    expect(learningCurve({ gram, targets: [0, 0, 0], C: 1, seed: 1 }).points).toEqual([]);
    expect(learningCurve({ gram: new Float64Array(0), targets: [], C: 1, seed: 1 }).points).toEqual([]);
  });

  it('is at 1 for kinds that are far apart, and near chance for kinds that are the same', () => {
    for (const { mean, low, high, error } of curveOf(madeUp([8, 9, 7], 9), 5).points) {
      expect([mean, low, high, error]).toEqual([1, 1, 1, 0]);
    }
    for (const { mean } of curveOf(madeUp([20, 20], 0), 30).points) {
      expect(mean).toBeGreaterThan(0.25);
      expect(mean).toBeLessThan(0.6);
    }
  });

  it('has percentiles around its mean, and shares for values', () => {
    const { points, repeats } = curveOf(madeUp([12, 9], 0.35), 25);
    expect(repeats).toBe(25);
    for (const { mean, low, high, error } of points) {
      expect(low).toBeLessThanOrEqual(mean);
      expect(high).toBeGreaterThanOrEqual(mean);
      expect(low >= 0 && high <= 1 && error >= 0 && error < 0.11).toBe(true);
    }
    expect(points.at(-1)?.mean).toBeGreaterThan(points[0]?.mean ?? NaN);
  });

  it('is the same from the same seed, and another from another', () => {
    const prepared = prepareTraining(madeUp([8, 8], 0.3));
    expect(learningCurve(prepared)).toEqual(learningCurve(prepared));
    expect(learningCurve({ ...prepared, seed: 2 })).not.toEqual(learningCurve(prepared));
  });

  it('is what training on the chosen photos alone gives, scaling included', () => {
    // One repetition, all but one photo of each bin chosen: find the pair left out that gives these accuracies.
    const set = madeUp([4, 4], 0.25);
    const accuracies = new Set<number>();
    for (const left of [0, 1, 2, 3]) {
      for (const right of [4, 5, 6, 7]) {
        const kept = [...set.targets.keys()].filter((row) => row !== left && row !== right);
        const classifier = trainClassifier({
          labels: LABELS,
          rows: kept.map((row) => set.rows[row] ?? new Float32Array()),
          targets: kept.map((row) => set.targets[row] ?? -1),
        });
        const isRight = (row: number) =>
          judge(classifier, set.rows[row] ?? new Float32Array()).label === LABELS[set.targets[row] ?? -1];
        accuracies.add((Number(isRight(left)) + Number(isRight(right))) / 2);
      }
    }
    const seen = new Set<number>();
    const prepared = prepareTraining(set);
    for (let seed = 0; seed < 200; seed++) {
      seen.add(learningCurve({ ...prepared, seed, repeats: 1 }).points.at(-1)?.mean ?? NaN);
    }
    expect(seen).toEqual(accuracies);
  });

  it('is repeated less often, the larger the job', () => {
    expect([20, 100, 200, 2000].map((photos) => chooseRepeats(photos, 2))).toEqual([300, 100, 25, 10]);
  });
});

describe('whether more photos would help', () => {
  const point = (perBin: number, mean: number, error = 0): CurvePoint => ({
    perBin,
    mean,
    low: mean,
    high: mean,
    error,
  });
  const ask = (...points: readonly CurvePoint[]) => wouldMoreHelp({ points, repeats: 10 });

  it('compares the end with about half as many photos', () => {
    const curve = [point(1, 0.5), point(3, 0.6), point(4, 0.7), point(5, 0.75), point(9, 0.8)];
    expect(ask(...curve)).toEqual({
      status: 'rising',
      gain: { from: 4, to: 9, gain: expect.closeTo(0.1, 9), error: 0 },
    });
    expect(ask(point(1, 0.5), point(2, 0.7))).toMatchObject({ gain: { from: 1, to: 2 } });
  });

  it('says rising only beyond a point and two standard errors', () => {
    expect(ask(point(1, 0.7, 0.003), point(2, 0.72, 0.004))).toMatchObject({
      status: 'rising',
      gain: { error: 0.005 },
    });
    expect(ask(point(1, 0.7, 0.01), point(2, 0.72, 0.0075)).status).toBe('flat');
    expect(ask(point(1, 0.7), point(2, 0.705)).status).toBe('flat');
    expect(ask(point(1, 0.8), point(2, 0.7)).status).toBe('flat');
  });

  it('says unknown where a gain of 5 points cannot be ruled out, or nothing can be compared', () => {
    expect(ask(point(1, 0.7, 0.03), point(2, 0.72, 0.04))).toMatchObject({
      status: 'unknown',
      gain: { from: 1, to: 2 },
    });
    expect(ask(point(1, 0.7))).toEqual({ status: 'unknown', gain: null });
    expect(ask()).toEqual({ status: 'unknown', gain: null });
  });

  it('says perfect where there is nothing left to gain', () => {
    expect(ask(point(1, 0.7), point(2, 0.995)).status).toBe('perfect');
  });
});

describeWithShared("the learning curve of the talk's cars", () => {
  it('rises from chance with one photo a bin to what leave-one-out finds with all', () => {
    const logits = readFloat32(sharedFile('expected/logits-28x1000.f32'));
    const rows = Array.from({ length: 20 }, (_, i) => logits.subarray((i + 8) * 1000, (i + 9) * 1000));
    const targets = rows.map((_, i) => (i < 10 ? 0 : 1));
    const { points } = learningCurve(prepareTraining({ labels: ['classic', 'modern'], rows, targets }));
    const means = points.map(({ mean }) => mean);
    expect(means[0]).toBeGreaterThan(0.6);
    expect(means[0]).toBeLessThan(0.75);
    expect(means.at(-1)).toBeGreaterThan(0.78);
    expect(means.at(-1)).toBeLessThan(0.9);
  });
});

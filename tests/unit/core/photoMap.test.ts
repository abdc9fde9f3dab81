// The map of photos against ml-pca, and what must hold for any photos.
import { Matrix } from 'ml-matrix';
import { PCA } from 'ml-pca';
import { describe, expect, it } from 'vitest';
import { type MapInput, mapPhotos } from '../../../src/core/evaluation/photoMap.ts';
import type { PhotoMap } from '../../../src/core/evaluation/types.ts';
import { judge } from '../../../src/core/judge.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { applyScaling } from '../../../src/core/scaling.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';

const photo = (...features: number[]) => Float32Array.from(features);

function mapOf(rows: Float32Array[], targets: number[], tests: Float32Array[] = []): PhotoMap {
  return mapPhotos(inputOf(rows, targets, tests));
}

function inputOf(rows: Float32Array[], targets: number[], tests: Float32Array[] = []): MapInput {
  const labels = ['a', 'b', 'c', 'd'];
  return { rows, targets, tests, classifier: trainClassifier({ labels, rows, targets }) };
}

/** Two bins of photos with as many features as asked for, none of which is like another. */
function madeUp(count: number, features: number): { rows: Float32Array[]; targets: number[] } {
  const random = mulberry32(count + features);
  const targets = Array.from({ length: count }, (_, i) => i % 2);
  const rows = targets.map((target) =>
    Float32Array.from(
      { length: features },
      (_, j) => 9 * random() ** (1 + (j % 3)) + (j < 4 ? 4 * target : 0),
    ),
  );
  return { rows, targets };
}

const distance = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.hypot(...Array.from(a, (value, i) => value - (b[i] ?? NaN)));

describe('the map of photos', () => {
  it("has ml-pca's scores and shares, whether there are more photos or more features", () => {
    for (const [count, features] of [
      [12, 40],
      [60, 7],
    ] as const) {
      const input = inputOf(...(Object.values(madeUp(count, features)) as [Float32Array[], number[]]));
      const map = mapPhotos(input);
      const scaled = input.rows.map((row) => applyScaling(row, input.classifier.scaling));
      const pca = new PCA(new Matrix(scaled));
      const theirs = pca.predict(new Matrix(scaled));
      for (const axis of [0, 1] as const) {
        // The sign is free.
        const sign = Math.sign(theirs.get(0, axis) * (map.rows[0]?.[axis] ?? 0));
        for (const [i, place] of map.rows.entries()) {
          expect(place[axis]).toBeCloseTo(sign * theirs.get(i, axis), 9);
        }
        expect(map.shares[axis]).toBeCloseTo(pca.getExplainedVariance()[axis] ?? NaN, 9);
      }
    }
  });

  it('keeps all distances where the photos lie in a plane', () => {
    const random = mulberry32(4);
    const directions = [photo(3, 0, 4, 1, 0), photo(0, 2, -1, 0, 5)] as const;
    const inPlane = () => {
      const [a, b] = [random() * 8, random() * 3];
      return directions[0].map((value, j) => 7 + a * value + b * (directions[1][j] ?? 0));
    };
    const rows = Array.from({ length: 9 }, inPlane);
    const tests = Array.from({ length: 3 }, inPlane);
    const input = inputOf(rows, [0, 1, 0, 1, 0, 1, 0, 1, 1], tests);
    const { shares, ...map } = mapPhotos(input);
    expect(shares[0] + shares[1]).toBeCloseTo(1, 9);
    expect(shares[0]).toBeGreaterThan(shares[1]);
    const scaled = [...rows, ...tests].map((row) => applyScaling(row, input.classifier.scaling));
    const places = [...map.rows, ...map.tests];
    for (const [i, a] of places.entries()) {
      for (const [j, b] of places.entries()) {
        expect(distance(a, b)).toBeCloseTo(distance(scaled[i] ?? [], scaled[j] ?? []), 5);
      }
      // And the boundary drawn is the boundary, photo by photo.
      const { normal, bias } = map.boundary ?? { normal: [NaN, NaN], bias: NaN };
      const { score } = judge(input.classifier, [...rows, ...tests][i] ?? photo());
      expect(a[0] * normal[0] + a[1] * normal[1] + bias).toBeCloseTo(score, 4);
    }
  });

  it('has the mean of the training photos at the origin, axes without correlation, and shares that fit the places', () => {
    const { rows, shares } = mapOf(...(Object.values(madeUp(40, 100)) as [Float32Array[], number[]]));
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(rows.map(([x]) => x))).toBeCloseTo(0, 9);
    expect(mean(rows.map(([, y]) => y))).toBeCloseTo(0, 9);
    expect(mean(rows.map(([x, y]) => x * y))).toBeCloseTo(0, 9);
    // Scaled rows have mean squared length 1.
    expect(mean(rows.map(([x]) => x * x))).toBeCloseTo(shares[0], 9);
    expect(mean(rows.map(([, y]) => y * y))).toBeCloseTo(shares[1], 9);
  });

  it('is the same, whatever the order of the photos', () => {
    const { rows, targets } = madeUp(15, 30);
    const map = mapOf(rows, targets, rows.slice(0, 2));
    const turned = mapOf(rows.toReversed(), targets.toReversed(), rows.slice(0, 2));
    for (const [i, place] of map.rows.entries()) {
      expect(distance(place, turned.rows[14 - i] ?? [])).toBeLessThan(1e-9);
    }
    expect(distance(map.tests[1] ?? [], map.rows[1] ?? [])).toBeLessThan(1e-9);
  });

  it('puts the last bin to the right, so that bins that change places mirror x alone', () => {
    const { rows, targets } = madeUp(16, 30);
    const map = mapOf(rows, targets);
    const swapped = mapOf(
      rows,
      targets.map((target) => 1 - target),
    );
    const meanX = (label: number) =>
      map.rows.reduce((sum, [x], i) => sum + (targets[i] === label ? x : 0), 0);
    expect(meanX(1)).toBeGreaterThan(meanX(0));
    for (const [i, [x, y]] of map.rows.entries()) {
      expect(distance([-x, y], swapped.rows[i] ?? [])).toBeLessThan(1e-9);
    }
  });

  it('draws no boundary for three bins', () => {
    const map = mapOf([photo(1, 2), photo(4, 1), photo(0, 9)], [0, 1, 3]);
    expect(map.boundary).toBeNull();
    expect(map.rows[2]?.[0]).toBeGreaterThan(map.rows[0]?.[0] ?? NaN);
  });

  it('lays two photos, and photos that differ in one direction only, on a line', () => {
    const two = mapOf([photo(0, 0), photo(3, 4)], [0, 1], [photo(4, -3)]);
    // rms is 2.5 here: the photos lie 1 to either side of the mean.
    expect(two.rows.map(([x]) => x)).toEqual([expect.closeTo(-1, 9), expect.closeTo(1, 9)]);
    expect([...two.rows, ...two.tests].map(([, y]) => y)).toEqual([0, 0, 0]);
    expect(two.shares).toEqual([expect.closeTo(1, 9), 0]);
    const line = mapOf(
      [1, 2, 3, 5, 8].map((z) => photo(z, 2 * z, 7)),
      [1, 1, 0, 0, 0],
    );
    expect(line.rows.map(([, y]) => y)).toEqual([0, 0, 0, 0, 0]);
    expect(line.rows[0]?.[0]).toBeGreaterThan(line.rows[4]?.[0] ?? NaN);
  });

  it('lays equal photos on one place', () => {
    const map = mapOf([photo(3, 1), photo(3, 1), photo(3, 1)], [0, 1, 1], [photo(9, 9)]);
    expect(map.rows.flat().map(Math.abs)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(map.tests.flat().map(Math.abs)).toEqual([0, 0]);
    expect(map.shares).toEqual([0, 0]);
  });

  it('finds much the same directions from 300 of more photos', () => {
    const { rows, targets } = madeUp(400, 12);
    const { rows: places, shares, directionsFrom } = mapOf(rows, targets);
    expect(directionsFrom).toBe(300);
    const input = inputOf(rows, targets);
    const scaled = rows.map((row) => applyScaling(row, input.classifier.scaling));
    const best = new PCA(new Matrix(scaled)).getExplainedVariance();
    expect(places).toHaveLength(400);
    expect(shares[0]).toBeLessThanOrEqual((best[0] ?? NaN) + 1e-9);
    expect(shares[0]).toBeGreaterThan(0.97 * (best[0] ?? NaN));
  });
});

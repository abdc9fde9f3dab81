// Where things lie in the evaluation's pictures: the slider of C, the learning curve, the map.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurvePoint } from '../../../../src/core/evaluation/types.ts';
import {
  C_DEFAULT,
  cAt,
  LOG_LEAST,
  LOG_MOST,
  LOG_STEP,
  logOf,
} from '../../../../src/ui/evaluation/cScale.ts';
import { curveScales, nearestPoint } from '../../../../src/ui/evaluation/curveScales.ts';
import { tidyNumber } from '../../../../src/ui/evaluation/evaluationSentences.ts';
import {
  clipBoundary,
  fitMap,
  normalInPixels,
  type Point,
  photoRadius,
} from '../../../../src/ui/evaluation/mapGeometry.ts';

describe('the slider of C', () => {
  const steps = Math.round((LOG_MOST - LOG_LEAST) / LOG_STEP);
  const places = Array.from({ length: steps + 1 }, (_, i) => LOG_LEAST + i * LOG_STEP);

  it('goes from 0.001 to 1000 by ten tidy numbers per power of ten, and through the default', () => {
    expect(steps).toBe(60);
    const numbers = places.map(cAt);
    expect([numbers[0], numbers[30], numbers.at(-1)]).toEqual([0.001, 1, 1000]);
    expect(numbers.slice(10, 21)).toEqual([
      0.01, 0.012, 0.015, 0.02, 0.025, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1,
    ]);
    expect(numbers).toContain(C_DEFAULT);
    expect(numbers.map((C) => tidyNumber(C).length <= 6)).not.toContain(false);
  });

  it('rises at each step, and knows the place of each number', () => {
    places.forEach((place, i) => {
      const C = cAt(place);
      expect(logOf(C)).toBeCloseTo(place, 9);
      expect(cAt(logOf(C))).toBe(C);
      if (i > 0) expect(C / cAt(places[i - 1] ?? NaN)).toBeGreaterThan(1.15);
    });
  });

  it('takes any C to the nearest place', () => {
    expect(logOf(10.4)).toBe(1);
    expect(logOf(0.0098)).toBe(-2);
  });
});

describe('the learning curve', () => {
  const size = { width: 400, height: 200 };
  const points = (...perBins: readonly number[]): CurvePoint[] =>
    perBins.map((perBin) => ({ perBin, mean: 0.8, low: 0.7, high: 0.9, error: 0.01 }));

  it('puts few photos evenly apart, and doublings where there are many', () => {
    const { x } = curveScales(points(1, 2, 3, 4, 5), size);
    expect(x(2) - x(1)).toBeCloseTo(x(5) - x(4), 9);
    const many = curveScales(points(1, 2, 4, 10, 40), size).x;
    expect(many(2) - many(1)).toBeCloseTo(many(40) - many(20), 9);
  });

  it('has every point inside, more to the right, and what is right more often higher', () => {
    const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const { x, y, left, right, bottom } = curveScales(points(...counts), size);
    const places = counts.map((count) => x(count));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places.every((place) => place > left && place < right)).toBe(true);
    expect([y(0), y(1) < y(0.5), y(1) >= 0]).toEqual([bottom, true, true]);
  });

  it('puts a single point in the middle', () => {
    const { x, left, right, ticks } = curveScales(points(1), size);
    expect(x(1)).toBeCloseTo((left + right) / 2, 9);
    expect(ticks).toEqual([1]);
  });

  it('writes as many numbers as have room, the last always, whatever the width', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 18 }),
        fc.integer({ min: 0, max: 900 }),
        (counts, width) => {
          const sorted = counts.toSorted((a, b) => a - b);
          const { x, ticks } = curveScales(points(...sorted), { width, height: 100 });
          expect(ticks.at(-1)).toBe(sorted.at(-1));
          for (const [i, tick] of ticks.entries()) {
            expect(sorted).toContain(tick);
            if (i > 0) expect(x(tick) - x(ticks[i - 1] ?? NaN)).toBeGreaterThanOrEqual(26);
          }
        },
      ),
    );
    expect(curveScales(points(1, 2, 3), { width: 900, height: 100 }).ticks).toEqual([1, 2, 3]);
  });

  it('knows which point is nearest to the pointer', () => {
    const all = points(1, 2, 3);
    const { x } = curveScales(all, size);
    expect([-50, x(1), (x(1) + x(2)) / 2 + 1, x(3), 9999].map((at) => nearestPoint(all, x, at))).toEqual([
      0, 0, 1, 2, 2,
    ]);
  });

  it('does without points, and without room', () => {
    const { x, ticks, left, right } = curveScales([], { width: 0, height: 0 });
    expect(ticks).toEqual([]);
    expect(right).toBeGreaterThan(left);
    expect(Number.isFinite(x(1))).toBe(true);
  });
});

const number = fc.double({ min: -50, max: 50, noNaN: true });
const somePoints = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 12 });
const sizes = fc.record({
  width: fc.integer({ min: 200, max: 1200 }),
  height: fc.integer({ min: 200, max: 800 }),
});

describe('the map', () => {
  it('has every photo inside its padding, as large as that allows, the same along both axes', () => {
    fc.assert(
      fc.property(somePoints, sizes, fc.integer({ min: 0, max: 60 }), (points, size, padding) => {
        const { x, y } = fitMap(points, size, padding);
        const [across, upwards] = [x(1) - x(0), y(0) - y(1)];
        expect(across).toBeGreaterThan(0);
        expect(upwards / across).toBeCloseTo(1, 6);
        const left = Math.min(...points.map(([px]) => x(px)));
        const right = Math.max(...points.map(([px]) => x(px)));
        const top = Math.min(...points.map(([, py]) => y(py)));
        const bottom = Math.max(...points.map(([, py]) => y(py)));
        const spare = [left, size.width - right, top, size.height - bottom].map((room) => room - padding);
        expect(Math.min(...spare)).toBeGreaterThan(-1e-6);
        // In the middle; and where the photos differ, they fill one of the two directions.
        expect(left + right).toBeCloseTo(size.width, 6);
        expect(top + bottom).toBeCloseTo(size.height, 6);
        const extents = [0, 1].map((axis) => {
          const values = points.map((point) => point[axis] ?? NaN);
          return Math.max(...values) - Math.min(...values);
        });
        if (Math.min(...extents) > 1e-3) expect(Math.min(...spare)).toBeLessThan(1e-6);
      }),
    );
  });

  it('can be drawn with no photo, with photos in one place, and with no room', () => {
    for (const points of [[], [[3, 4] as const], [[3, 4] as const, [3, 4] as const]]) {
      const { x, y } = fitMap(points, { width: 300, height: 200 }, 20);
      const [middleX, middleY] = points[0] ?? [0, 0];
      expect([x(middleX), y(middleY)]).toEqual([150, 100]);
    }
    const { x } = fitMap([[0, 0]], { width: 0, height: 0 }, 20);
    expect(Number.isNaN(x(0))).toBe(false);
  });

  it('draws photos smaller where there are more of them, or less room', () => {
    const wide = { width: 800, height: 400 };
    const radii = [20, 61, 151].map((count) => photoRadius(count, wide));
    expect(radii).toEqual(radii.toSorted((a, b) => b - a));
    expect(new Set(radii).size).toBe(3);
    expect(photoRadius(20, { width: 300, height: 400 })).toBeLessThan(radii[0] ?? NaN);
    expect(photoRadius(999, { width: 300, height: 400 })).toBeGreaterThan(0);
  });
});

describe('the boundary on the map', () => {
  const size = { width: 400, height: 300 };
  const scales = fitMap(
    [
      [-10, -7],
      [10, 7],
    ],
    size,
    0,
  );
  const ends = (a: number, b: number, bias: number) => clipBoundary({ normal: [a, b], bias }, scales, size);
  const inPlane = ([px, py]: Point) => [scales.x.invert(px), scales.y.invert(py)] as const;

  it('goes from edge to edge along the scores of 0', () => {
    let crossing = 0;
    fc.assert(
      fc.property(number, number, number, (a, b, bias) => {
        fc.pre(Math.hypot(a, b) > 0.1);
        const found = ends(a, b, bias);
        const corners = [
          [0, 0],
          [size.width, 0],
          [0, size.height],
          [size.width, size.height],
        ] as const;
        const signs = corners.map((corner) => {
          const [x, y] = inPlane(corner);
          return Math.sign(a * x + b * y + bias);
        });
        // It crosses the plot exactly where the corners lie on both of its sides.
        const crosses = signs.includes(1) && signs.includes(-1);
        expect(found !== null).toBe(crosses);
        if (!found) return;
        crossing++;
        for (const end of found) {
          const [x, y] = inPlane(end);
          expect(Math.abs(a * x + b * y + bias)).toBeLessThan(1e-6);
          const [px, py] = end;
          const toEdge = [px, size.width - px, py, size.height - py];
          expect(Math.min(...toEdge)).toBeGreaterThan(-1e-6);
          expect(Math.min(...toEdge)).toBeLessThan(1e-6);
        }
      }),
    );
    expect(crossing).toBeGreaterThan(5);
  });

  it.each([
    ['upright', 1, 0, 0, [200, 0], [200, 300]],
    ['level', 0, 1, 0, [0, 150], [400, 150]],
  ])('%s', (_, a, b, bias, one, other) => {
    const found = ends(a, b, bias)?.toSorted((p, q) => p[0] + p[1] - q[0] - q[1]);
    expect(found?.flat()).toEqual([...one, ...other].map((value) => expect.closeTo(value, 9)));
  });

  it('is not drawn where it does not pass, or has no direction', () => {
    expect(ends(1, 0, 1000)).toBeNull();
    expect(ends(0, 1, -1000)).toBeNull();
    expect(ends(0, 0, 1)).toBeNull();
  });

  it('points to where the score rises: on the screen, up is less', () => {
    expect(normalInPixels({ normal: [0, 2], bias: 0 })).toEqual([0, -1]);
    expect(normalInPixels({ normal: [3, -4], bias: 9 })).toEqual([0.6, 0.8]);
    expect(normalInPixels({ normal: [0, 0], bias: 0 }).every((part) => Math.abs(part) === 0)).toBe(true);
  });
});

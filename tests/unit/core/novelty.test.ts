// Photos unlike every training photo: the rule on the talk's cars, and what must hold for any photos.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isNovel,
  learnNovelty,
  mostSimilar,
  nearestOfScaled,
  nearestPhotos,
  nearestSimilarities,
  unitRows,
} from '../../../src/core/novelty.ts';
import { scaleRows } from '../../../src/core/prepareTraining.ts';
import { quantile } from '../../../src/core/quantile.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../support/shared.ts';

const photo = (...features: number[]) => Float32Array.from(features);
const degrees = (angle: number) => (angle / 180) * Math.PI;
/** A photo at an angle, of any size: cosines don't see it. */
const at = (angle: number, size = 1) =>
  photo(size * Math.cos(degrees(angle)), size * Math.sin(degrees(angle)));

const nearest = (rows: readonly Float32Array[], row: Float32Array) =>
  nearestPhotos(unitRows(rows), row, 1)[0]?.similarity ?? NaN;

/** Photos of a few kinds, and the indices of their bins. */
const photoSets = fc
  .record({
    targets: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 20 }),
    seed: fc.integer(),
  })
  .map(({ targets, seed }) => {
    const random = mulberry32(seed);
    const rows = targets.map((target) =>
      Float32Array.from({ length: 6 }, (_, j) => random() - 0.3 + Number(j === target)),
    );
    return { rows, targets };
  });

describe('how similar the most similar other photo is', () => {
  it('is known from photos that are scaled and multiplied with each other already', () => {
    fc.assert(
      fc.property(photoSets, fc.constantFrom(0, 50), ({ rows }, far) => {
        const moved = rows.map((row) => row.map((value) => value + far));
        const direct = nearestSimilarities(moved);
        for (const [row, similarity] of nearestOfScaled(scaleRows(moved)).entries()) {
          expect(similarity).toBeCloseTo(direct[row] ?? NaN, 10);
        }
      }),
    );
  });

  it('also where photos are equal, or nothing at all', () => {
    for (const rows of [
      [photo(3, 4), photo(3, 4), photo(3, 4)],
      [photo(0, 0), photo(1, 2), photo(2, 4)],
      [photo(0, 0), photo(0, 0)],
      [photo(1, 2)],
    ]) {
      const direct = nearestSimilarities(rows);
      for (const [row, similarity] of nearestOfScaled(scaleRows(rows)).entries()) {
        expect(similarity).toBeCloseTo(direct[row] ?? NaN, 10);
      }
    }
  });
});

it('the most similar of many are those that sorting all would put first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 8 }),
      (similarities, count) => {
        const sorted = similarities
          .map((similarity, row) => ({ row, similarity }))
          .sort((a, b) => b.similarity - a.similarity || a.row - b.row);
        expect(mostSimilar(similarities.length, count, (row) => similarities[row] ?? NaN)).toEqual(
          sorted.slice(0, count),
        );
      },
    ),
  );
});

describe('the rule of novelty', () => {
  it("allows 18 degrees more than the typical photo's way to its nearest", () => {
    // Ways: 3, 3, 4, 5, 5 degrees; the 90th percentile, 5, is within the 22.
    const rows = [at(0, 2), at(3), at(7), at(40, 9), at(45)];
    const rule = learnNovelty(rows, [0, 0, 0, 1, 1]);
    expect(rule?.median).toBeCloseTo(Math.cos(degrees(4)), 6);
    expect(rule?.limit).toBeCloseTo(Math.cos(degrees(22)), 6);
    expect(rule?.photos).toBe(5);
    const limit = rule?.limit ?? NaN;
    expect([66, 68].map((angle) => nearest(rows, at(angle, 5)) < limit)).toEqual([false, true]);
  });

  it('is no tighter than what nine of ten training photos need', () => {
    // Ways: 2, 2, 40, 60, 61 degrees: the median and 18 degrees would leave out two of the five themselves.
    const rows = [at(0), at(2), at(-40), at(62), at(123)];
    const rule = learnNovelty(rows, [0, 0, 0, 0, 0]);
    expect(rule?.median).toBeCloseTo(Math.cos(degrees(40)), 6);
    expect(rule?.limit).toBeCloseTo(Math.cos(degrees(60.6)), 6);
  });

  it('is withheld where every photo is alone in its bin', () => {
    expect(learnNovelty([at(0), at(5)], [0, 1])).toBeNull();
    expect(learnNovelty([at(0), at(5), at(9)], [2, 0, 1])).toBeNull();
    expect(learnNovelty([at(0)], [0])).toBeNull();
    expect(learnNovelty([], [])).toBeNull();
  });

  it('does not ask a photo that is alone in its bin, but lets others find it', () => {
    const rule = learnNovelty([at(0), at(8), at(9), at(80)], [0, 0, 1, 2]);
    // 8 to 0, and 1 from 8 to 9.
    expect(rule).toMatchObject({ photos: 2, median: expect.closeTo(Math.cos(degrees(4.5)), 6) });
  });

  it('is 18 degrees around photos that are all equal, and takes in their like alone', () => {
    const rule = learnNovelty([photo(3, 4), photo(6, 8), photo(3, 4)], [0, 0, 1]);
    expect(rule?.limit).toBeCloseTo(Math.cos(degrees(18)), 6);
    expect(rule?.median).toBeCloseTo(1, 9);
  });

  it('takes photos without any feature for unlike everything', () => {
    expect(nearest([photo(1, 2), photo(0, 0)], photo(0, 0))).toBe(0);
    const rule = learnNovelty([photo(1, 2), photo(2, 4), photo(0, 0)], [0, 0, 0]);
    expect(rule?.limit).toBeCloseTo(Math.cos(degrees(72)), 6);
  });

  it('is the same whatever the order of the photos and the numbers of the bins', () => {
    fc.assert(
      fc.property(photoSets, ({ rows, targets }) => {
        const turned = learnNovelty(
          rows.toReversed(),
          targets.toReversed().map((target) => 3 - target),
        );
        expect(turned).toEqual(learnNovelty(rows, targets));
      }),
    );
  });

  it('takes in the training photos, and would take in nine in ten of them if they were new', () => {
    fc.assert(
      fc.property(photoSets, ({ rows, targets }) => {
        const rule = learnNovelty(rows, targets);
        if (!rule) return;
        expect(rule.limit).toBeLessThan(rule.median);
        expect(rule.limit).toBeGreaterThanOrEqual(-1);
        for (const row of rows) expect(isNovel(rule, nearest(rows, row))).toBe(false);
        const sizes = targets.map((target) => targets.filter((other) => other === target).length);
        const far = rows.filter(
          (row, i) => (sizes[i] ?? 0) > 1 && isNovel(rule, nearest(rows.toSpliced(i, 1), row) + 1e-9),
        );
        expect(far.length).toBeLessThanOrEqual(Math.ceil(0.1 * (rule.photos - 1)));
      }),
    );
  });

  it('does not see how large the features are', () => {
    fc.assert(
      fc.property(photoSets, ({ rows, targets }) => {
        const rule = learnNovelty(rows, targets);
        const larger = learnNovelty(
          rows.map((row, i) => row.map((z) => z * 2 ** (i % 5))),
          targets,
        );
        expect(larger?.limit ?? 0).toBeCloseTo(rule?.limit ?? 0, 9);
      }),
    );
  });

  it('refuses features that are no numbers, and rows that do not fit', () => {
    expect(() => learnNovelty([photo(1, NaN), photo(1, 2)], [0, 0])).toThrow(RangeError);
    expect(() => nearestPhotos(unitRows([photo(1, 2)]), photo(Infinity, 1), 1)).toThrow(RangeError);
    expect(() => nearestPhotos(unitRows([photo(1, 2)]), photo(1, 2, 3), 1)).toThrow('3 features');
  });
});

describe('the nearest photos', () => {
  it('are the most similar first, the lower row first among equals', () => {
    const units = unitRows([at(50), at(10), at(90), at(10, 7), at(-10)]);
    const found = nearestPhotos(units, at(10), 4);
    expect(found.map(({ row }) => row).slice(2)).toEqual([4, 0]);
    expect(found.map(({ similarity }) => similarity)).toEqual(
      [0, 0, 20, 40].map((angle) => expect.closeTo(Math.cos(degrees(angle)), 6)),
    );
    const equals = nearestPhotos(unitRows([photo(0, 1), photo(2, 0), photo(1, 0)]), photo(1, 0), 9);
    expect(equals.map(({ row }) => row)).toEqual([1, 2, 0]);
  });
});

describe('a quantile', () => {
  it('lies between the sorted values, as in NumPy', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([4, 1, 3, 2], 0.9)).toBeCloseTo(3.7, 12);
    expect(quantile([10, 9, 1], 1)).toBe(10);
    expect(quantile([7], 0.9)).toBe(7);
  });
});

describeWithShared("novelty on the talk's cars", () => {
  const rowsOf = (file: string) => {
    const matrix = readFloat32(sharedFile(file));
    return Array.from({ length: matrix.length / 1000 }, (_, i) => matrix.subarray(i * 1000, (i + 1) * 1000));
  };
  const photos = rowsOf('expected/logits-28x1000.f32');
  const [[cat = photo()], tests, cars] = [photos, photos.slice(1, 8), photos.slice(8)];
  const sample = rowsOf('expected/imagenet-sample-logits-100x1000.f32');
  const novel = (
    rows: readonly Float32Array[],
    targets: readonly number[],
    judged: readonly Float32Array[],
  ) => {
    const rule = learnNovelty(rows, targets);
    return judged.filter((row) => rule && isNovel(rule, nearest(rows, row))).length;
  };

  it('takes in all test cars, and neither the cat nor the sample of ImageNet', () => {
    const targets = cars.map((_, i) => (i < 10 ? 0 : 1));
    expect(learnNovelty(cars, targets)?.limit).toBeCloseTo(0.727, 3);
    expect(novel(cars, targets, tests)).toBe(0);
    expect(novel(cars, targets, [cat])).toBe(1);
    expect(novel(cars, targets, sample)).toBeGreaterThanOrEqual(95);
  });

  it('does so with four bins, and with two photos a bin', () => {
    const four = cars.map((_, i) => Math.floor(i / 5));
    expect(novel(cars, four, tests)).toBe(0);
    expect(novel(cars, four, [cat, ...sample])).toBeGreaterThanOrEqual(96);
    const few = [0, 1, 10, 11].map((i) => cars[i] ?? photo());
    expect(novel(few, [0, 0, 1, 1], tests)).toBeLessThanOrEqual(1);
    expect(novel(few, [0, 0, 1, 1], [cat, ...sample])).toBeGreaterThanOrEqual(96);
  });
});

// Every photo is held out once, each fold has its share of each bin, and the choice repeats itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsByBin } from '../../../src/core/bins.ts';
import { chooseFolds, LEAVE_ONE_OUT_MOST } from '../../../src/core/evaluation/folds.ts';

/** Bins of these sizes, one after the other. */
const binsOf = (...sizes: number[]) => sizes.flatMap((size, bin) => Array.from({ length: size }, () => bin));

const countsPerFold = (of: Int32Array, rows: readonly number[]) =>
  Array.from({ length: 10 }, (_, fold) => rows.filter((row) => of[row] === fold).length);

describe('the folds', () => {
  it('hold each photo out alone, in the order of the rows, but for those that are alone in their bin', () => {
    const { holding, of } = chooseFolds([0, 1, 2, 2, 0, 2], 1);
    expect([...of]).toEqual([0, -1, 1, 2, 3, 4]);
    expect(holding).toEqual({ method: 'leave-one-out', folds: 5 });
  });

  it.each([
    { bins: 2, sizes: [80, 80], method: 'leave-one-out' },
    { bins: 2, sizes: [80, 81], method: 'k-fold' },
    { bins: 3, sizes: [36, 37, 37], method: 'leave-one-out' },
    { bins: 3, sizes: [37, 37, 37], method: 'k-fold' },
    { bins: 4, sizes: [25, 25, 25, 25], method: 'leave-one-out' },
    { bins: 4, sizes: [25, 25, 25, 26], method: 'k-fold' },
    { bins: 'two used of four', sizes: [0, 80, 0, 80], method: 'leave-one-out' },
  ])('are each photo alone up to what a second can do: $bins bins, $sizes', ({ sizes, method }) => {
    expect(LEAVE_ONE_OUT_MOST).toBe(160);
    expect(chooseFolds(binsOf(...sizes), 1).holding.method).toBe(method);
  });

  it.each([
    { sizes: [500, 500], folds: 10 },
    { sizes: [500, 501], folds: 5 },
    { sizes: [700, 20, 1000], folds: 5 },
  ])('are ten, and five of more than a thousand photos: $sizes', ({ sizes, folds }) => {
    const { holding, of } = chooseFolds(binsOf(...sizes), 1);
    expect(holding).toEqual({ method: 'k-fold', folds });
    expect(new Set(of).size).toBe(folds);
    const photos = of.length / folds;
    for (let fold = 0; fold < folds; fold++) {
      expect(Math.abs(of.filter((number) => number === fold).length - photos)).toBeLessThan(1);
    }
  });

  it('cover every photo once and spread every bin as evenly as it goes, whatever the sizes and the order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 150 }), { minLength: 2, maxLength: 5 }),
        fc.integer(),
        (sizes, seed) => {
          const targets = binsOf(...sizes);
          const { holding, of } = chooseFolds(targets, seed, 3);
          fc.pre(holding.method === 'k-fold');
          expect(of).toHaveLength(targets.length);
          expect(of.every((fold) => fold >= 0 && fold < holding.folds)).toBe(true);
          for (const rows of [...rowsByBin(targets), [...targets.keys()]]) {
            const counts = countsPerFold(of, rows);
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it('are the same for the same seed, others for another', () => {
    const targets = binsOf(150, 150);
    expect(chooseFolds(targets, 7)).toEqual(chooseFolds(targets, 7));
    expect(chooseFolds(targets, 7).of).not.toEqual(chooseFolds(targets, 8).of);
  });

  it('never empty a bin of two, and leave one of one alone', () => {
    const targets = binsOf(300, 2, 1);
    const { of } = chooseFolds(targets, 1);
    expect(of[300]).not.toBe(of[301]);
    expect(of[302]).toBe(-1);
  });

  it('are none without photos, and none where each photo has a bin to itself', () => {
    expect(chooseFolds([], 1)).toEqual({
      holding: { method: 'leave-one-out', folds: 0 },
      of: new Int32Array(),
    });
    expect(chooseFolds([...Array(300).keys()], 1).holding).toEqual({ method: 'k-fold', folds: 0 });
  });
});

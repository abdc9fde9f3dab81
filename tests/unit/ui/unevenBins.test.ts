// Bins of very different sizes are worth a word; how it is said depends on whether the threshold could be moved.

import { describe, expect, it } from 'vitest';
import { unevenText } from '../../../src/ui/sentences.ts';
import { unevenBins } from '../../../src/ui/unevenBins.ts';

const bins = [...'abc'].map((id) => ({ id, label: `bin ${id}` }));
/** @param sizes photos per bin, in the order of the set's bins */
const uneven = (binIds: readonly string[], ...sizes: readonly number[]) =>
  unevenBins({ binIds, targets: sizes.flatMap((size, k) => Array<number>(size).fill(k)) }, bins);

describe('uneven bins', () => {
  it.each([[[5, 5]], [[10, 30]], [[30, 10]], [[1, 3]], [[4, 5, 12]]])(
    'with %j photos are not worth a word',
    (sizes) => {
      expect(uneven(['a', 'b', 'c'].slice(0, sizes.length), ...sizes)).toBeNull();
    },
  );

  it.each([
    [[10, 31], 'a', 10, 'b', 31],
    [[31, 10], 'b', 10, 'a', 31],
    [[1, 4], 'a', 1, 'b', 4],
    [[8, 2, 20], 'b', 2, 'c', 20],
  ] as const)('with %j photos: the smallest and the largest', (sizes, small, few, large, many) => {
    expect(uneven(['a', 'b', 'c'].slice(0, sizes.length), ...sizes)).toEqual({
      small: { label: `bin ${small}`, photos: few },
      large: { label: `bin ${large}`, photos: many },
    });
  });

  it('are named as they are called now, and counted without the empty ones', () => {
    expect(uneven(['c', 'a'], 2, 9)).toMatchObject({ small: { label: 'bin c' }, large: { label: 'bin a' } });
  });

  it('are said, with what became of the threshold', () => {
    const two = uneven(['a', 'b'], 2, 7);
    const one = uneven(['a', 'b'], 1, 7);
    expect(two && unevenText(two)).toBe(
      'bin a has 2 photos, bin b 7: more than 3 to 1. The threshold has been moved to make up for it; more photos would be better.',
    );
    expect(one && unevenText(one)).toBe(
      'bin a has 1 photo, bin b 7: more than 3 to 1. Verdicts lean to the larger bin; add photos to the smaller.',
    );
  });
});

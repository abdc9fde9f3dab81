// The id that features carry, written and read.

import { describe, expect, it } from 'vitest';
import { modelIdOf, PRECISIONS, readModelId } from '../../../src/core/modelId.ts';

describe("a model's id", () => {
  it.each(PRECISIONS)('of weights in %s says so, and whether it was at half precision', (precision) => {
    expect(modelIdOf(precision, false)).toBe(`inception-v1/${precision}`);
    expect(modelIdOf(precision, true)).toBe(`inception-v1/${precision}/half`);
    for (const isHalf of [false, true]) {
      expect(readModelId(modelIdOf(precision, isHalf))).toEqual({ precision, isHalf });
    }
  });

  it('that says nothing is of no precision', () => {
    expect(readModelId('')).toEqual({ precision: null, isHalf: false });
  });
});

// How far the ones that are compared agree with the one in use.

import { describe, expect, it } from 'vitest';
import type { Contender, HeadName } from '../../../../src/core/evaluation/types.ts';
import { agreements, FEATURES, HEADS } from '../../../../src/ui/evaluation/contenders.ts';

const contender = (name: HeadName, ...testLabels: readonly number[]): Contender<HeadName> => ({
  name,
  testLabels,
  right: 1,
  tried: 2,
  accuracy: 0.5,
  ms: 1,
});
const three = [
  contender('svm', 0, 1, 1, 2),
  contender('softmax', 0, 1, 2, 2),
  contender('nearest', 1, 0, 2, 2),
];

describe('agreements', () => {
  it('count the test photos of which both say the same', () => {
    expect(agreements(three, 'svm', HEADS)).toEqual({
      svm: { same: 4, of: 4 },
      softmax: { same: 3, of: 4 },
      nearest: { same: 1, of: 4 },
    });
  });

  it('are with the one in use, whichever that is', () => {
    expect(agreements(three.toReversed(), 'nearest', HEADS)).toEqual({
      svm: { same: 1, of: 4 },
      softmax: { same: 2, of: 4 },
      nearest: { same: 4, of: 4 },
    });
  });

  it('are none of none without test photos', () => {
    const none = three.map(({ name }) => contender(name));
    expect(agreements(none, 'svm', HEADS).softmax).toEqual({ same: 0, of: 0 });
  });

  it('are unknown while nothing is known, for each that has a name', () => {
    expect(agreements(null, 'svm', HEADS)).toEqual({ svm: null, softmax: null, nearest: null });
    expect(agreements(null, 'pool5', FEATURES)).toEqual({ logits: null, pool5: null, inception_4d: null });
  });

  it('are unknown for one that is missing, and for all where the one in use is', () => {
    const two = three.slice(0, 2);
    expect(agreements(two, 'svm', HEADS)).toMatchObject({ softmax: { same: 3 }, nearest: null });
    expect(agreements(two, 'nearest', HEADS)).toEqual({ svm: null, softmax: null, nearest: null });
  });
});

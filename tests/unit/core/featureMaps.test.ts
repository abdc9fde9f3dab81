import { describe, expect, it } from 'vitest';
import { strongestChannels } from '../../../src/core/featureMaps.ts';

/** [2, 2, 3]: by channel, from the top left: 0 0 0 8, then 1 2 3 4, then 5 0 0 0. */
const places = { side: 2, channels: 3, values: Float32Array.of(0, 1, 5, 0, 2, 0, 0, 3, 0, 8, 4, 0) };

describe('the strongest channels', () => {
  it('come by their means, each with its own places, mean and largest value', () => {
    expect(strongestChannels(places, 3)).toEqual([
      { channel: 1, mean: 2.5, largest: 4, values: Float32Array.of(1, 2, 3, 4) },
      { channel: 0, mean: 2, largest: 8, values: Float32Array.of(0, 0, 0, 8) },
      { channel: 2, mean: 1.25, largest: 5, values: Float32Array.of(5, 0, 0, 0) },
    ]);
  });

  it('are as many as are asked for, but no more than there are', () => {
    expect(strongestChannels(places, 1).map(({ channel }) => channel)).toEqual([1]);
    expect(strongestChannels(places, 96)).toHaveLength(3);
    expect(strongestChannels(places, 0)).toEqual([]);
  });

  it('of equal means the first comes first', () => {
    const even = { side: 1, channels: 4, values: Float32Array.of(1, 2, 2, 1) };
    expect(strongestChannels(even, 4).map(({ channel }) => channel)).toEqual([1, 2, 0, 3]);
  });

  it('share no memory with what they were taken from', () => {
    const copy = { ...places, values: places.values.slice() };
    const [first] = strongestChannels(copy, 1);
    copy.values.fill(9);
    expect(first?.values).toEqual(Float32Array.of(1, 2, 3, 4));
  });
});

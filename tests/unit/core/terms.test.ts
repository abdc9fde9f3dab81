// The parts of an explanation, and ImageNet's own words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulberry32 } from '../../../src/core/random.ts';
import { softmax } from '../../../src/core/softmax.ts';
import { strongestTerms } from '../../../src/core/terms.ts';
import { topClasses } from '../../../src/core/topClasses.ts';

describe('strongestTerms', () => {
  const terms = [0.5, -3, 2, -0.25, 3].map((value, index) => ({ index, value }));

  it('takes the largest either way, the lower index first among equals, and sums the rest', () => {
    const { strongest, others } = strongestTerms(terms, 3);
    expect(strongest.map(({ index }) => index)).toEqual([1, 4, 2]);
    expect(others).toBeCloseTo(0.25, 12);
  });

  it('loses nothing, whatever the count', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -9, max: 9, noNaN: true })), fc.nat(30), (values, count) => {
        const all = values.map((value, index) => ({ index, value }));
        const { strongest, others } = strongestTerms(all, count);
        const sum = strongest.reduce((total, { value }) => total + value, others);
        expect(sum).toBeCloseTo(
          values.reduce((total, value) => total + value, 0),
          9,
        );
        expect(strongest.length).toBe(Math.min(count, values.length));
      }),
    );
  });
});

describe('softmax and topClasses', () => {
  it('survive logits that overflow exp', () => {
    const probabilities = softmax(Float32Array.of(1000, 999, -1000));
    expect(probabilities[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  it('name the largest logits first, the lower index first among equals', () => {
    const top = topClasses(Float32Array.of(1, 5, 2, 5), 3);
    expect(top.map(({ index }) => index)).toEqual([1, 3, 2]);
    expect(top.map(({ logit }) => logit)).toEqual([5, 5, 2]);
    expect(top[0]?.probability).toBe(top[1]?.probability);
  });
});

describe('mulberry32', () => {
  it('repeats itself for a seed, stays in [0, 1) and is spread evenly', () => {
    const [a, b] = [mulberry32(42), mulberry32(42)];
    const numbers = Array.from({ length: 10_000 }, a);
    expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, b));
    expect(numbers.every((n) => n >= 0 && n < 1)).toBe(true);
    expect(numbers.reduce((sum, n) => sum + n, 0) / 10_000).toBeCloseTo(0.5, 1);
    expect(mulberry32(43)()).not.toBe(numbers[0]);
  });
});

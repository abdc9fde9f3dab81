// How sure a verdict is, with what that rests on.

import { expect, it } from 'vitest';
import type { Boundary } from '../../../src/core/types.ts';
import { basisText, marginText, neitherText, rulerText, withheldText } from '../../../src/ui/why/sureness.ts';

it('says how photos were left out', () => {
  expect(basisText(20, { method: 'leave-one-out', folds: 20 })).toBe('from 20 photos left out one by one');
  expect(basisText(500, { method: 'k-fold', folds: 10 })).toBe('from 500 photos left out in 10 groups');
});

it('says why there is no probability', () => {
  // Where a bin has three, it is not three that it needs.
  const few = withheldText({ status: 'withheld', reason: 'few', least: 3 });
  expect(few).toMatch(/every bin needs at least 5 photos/);
  expect(few).toMatch(/the smallest has 3\.$/);
  expect(withheldText({ status: 'withheld', reason: 'blind', least: 9 })).toMatch(
    /^No probability: .* do not tell/,
  );
});

it('says the rule of neither in its own numbers', () => {
  const text = neitherText({ limit: 0.7, median: 0.912, photos: 20 }, 0.455);
  expect(text).toContain('only 0.46 alike');
  expect(text).toContain('below 0.70');
  expect(text).toContain('0.91 alike, typically');
});

it('says how far and how wide, and when the threshold was moved', () => {
  const boundary = (norm: number, shift: number) => ({ norm, shift }) as Boundary;
  expect(marginText(-0.256, boundary(4, 0))).toBe('0.26 from the boundary; margin 0.25 to either side');
  expect(marginText(0.5, boundary(4, -1))).toContain('the threshold was moved');
  // A bin that holds just the photos of the others has no direction: no infinite margin.
  expect(marginText(0, boundary(0, 0))).not.toMatch(/Infinity|NaN/);
});

it('describes the ruler, with the margin where it is', () => {
  const text = rulerText(
    0.7,
    [-2, 0],
    [
      { label: 'classic', scores: [-2.5, -2] },
      { label: 'modern', scores: [] },
    ],
  );
  expect(text).toContain('score is +0.70');
  expect(text).toContain('edges at −2.00 and +0.00');
  expect(text).toContain('Photos of classic: from −2.50 to −2.00.');
  expect(text).not.toContain('Infinity');
});

// How sure a verdict is, with what that rests on.

import { expect, it } from 'vitest';
import { basisText, neitherText, withheldText } from '../../../src/ui/why/sureness.ts';

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

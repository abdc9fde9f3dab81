// How long ago a project was changed, in words.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ago, daysLeft } from '../../../../src/ui/projects/ago.ts';

const NOW = new Date(2026, 10, 23, 12).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('ago', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 min ago'],
    [59 * MINUTE, '59 min ago'],
    [HOUR, '1 h ago'],
    [DAY - 1, '23 h ago'],
    [DAY, 'yesterday'],
    [2 * DAY, '2 days ago'],
    [30 * DAY, '30 days ago'],
    [31 * DAY, 'on 23 Oct 2026'],
    // A clock that was put back.
    [-HOUR, 'just now'],
  ])('%d ms: %s', (passed, words) => {
    expect(ago(NOW - passed, NOW)).toBe(words);
  });
});

describe('daysLeft', () => {
  it.each([
    [0, 30],
    [1, 30],
    [DAY, 29],
    [29.5 * DAY, 1],
    [30 * DAY, 0],
    [99 * DAY, 0],
  ])('%d ms after it was deleted: %d', (passed, left) => {
    expect(daysLeft(NOW - passed, NOW, 30)).toBe(left);
  });

  it('never grows as time passes', () => {
    fc.assert(
      fc.property(fc.nat(40 * DAY), fc.nat(40 * DAY), (a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        expect(daysLeft(NOW, NOW + late, 30)).toBeLessThanOrEqual(daysLeft(NOW, NOW + early, 30));
      }),
    );
  });
});

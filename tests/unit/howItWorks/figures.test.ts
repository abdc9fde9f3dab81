// The numbers of the page that explains how it works: they are those of the real network and the real cars, and as they are
// shown, they add up.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { howItWorksFigures } from '../../../scripts/lib/howItWorksFigures.ts';
import { inRoot } from '../../../scripts/lib/paths.mjs';
import { seeCars, seeOthers, startCarNetwork } from '../../../scripts/lib/seenCars.ts';
import { example, numberOf, rightLeftOut, supports, wrongCars } from '../../../src/howItWorks/facts.ts';
import { type Figures, figures } from '../../../src/howItWorks/figures.ts';
import { parseLabels } from '../../../src/network/labels.ts';
import { describeWithRuntimes } from '../../support/runtimes.ts';

/** Where a number that is written may lie: numbers are rounded to four digits, the other ones to the last one shown. */
const NEAR = 2e-4;

/** Asking the network for all of them would take longer than all else here. */
const SOME_OTHERS = ['go-kart', 'junco'];
const SOME_CHANGES = ['grey'] as const;

describeWithRuntimes('the numbers of how it works', () => {
  it('are what the network says of the cars, and what is learned from that', async () => {
    const names = parseLabels(readFileSync(inRoot('public/models/inception-v1/labels.txt'), 'utf8'));
    const network = await startCarNetwork();
    const found = howItWorksFigures(
      await seeCars(network, SOME_CHANGES),
      await seeOthers(network, SOME_OTHERS),
      names,
    );
    const kept = {
      ...figures,
      changed: figures.changed.filter(({ change }) => SOME_CHANGES.some((some) => some === change)),
      neither: {
        ...figures.neither,
        others: figures.neither.others.filter(({ name }) => SOME_OTHERS.includes(name)),
      },
    };
    expect(kept.neither.others).toHaveLength(SOME_OTHERS.length);
    expect(kept.changed).toHaveLength(SOME_CHANGES.length);
    expect(differences(found, kept)).toEqual([]);
  }, 180_000);
});

/** @returns a line for each value that is another one, or for a number that is not near */
function differences(found: unknown, kept: unknown, path = 'figures'): string[] {
  if (typeof found === 'number' && typeof kept === 'number') {
    return Math.abs(found - kept) <= NEAR ? [] : [`${path}: ${kept}, found ${found}`];
  }
  if (typeof found !== 'object' || typeof kept !== 'object' || found === null || kept === null) {
    return found === kept ? [] : [`${path}: ${kept}, found ${found}`];
  }
  const keys = new Set([...Object.keys(found), ...Object.keys(kept)]);
  return [...keys].flatMap((key) =>
    differences((found as Figures)[key as never], (kept as Figures)[key as never], `${path}.${key}`),
  );
}

describe('as they are shown', () => {
  const { sum, margin, learned, tests, catVerdict } = figures;

  it('one score is the sum of its terms, to the last digit', () => {
    const thousandths = [sum.constant, ...sum.terms.map(({ value }) => value), sum.others].map((value) =>
      Math.round(value * 1000),
    );
    expect(thousandths.reduce((total, value) => total + value, 0)).toBe(Math.round(sum.score * 1000));
    expect(sum.terms.length + sum.otherCount).toBe(figures.network.classes);
    expect(sum.score).toBeCloseTo(example.score, 3);
  });

  it('each term is its weight times the difference', () => {
    for (const { name, weight, here, average, value } of sum.terms) {
      const shown = weight * (Number(here.toFixed(2)) - Number(average.toFixed(2)));
      expect(shown.toFixed(3), name).toBe(value.toFixed(3));
    }
  });

  it('the gap is empty, and its edges are touched by the support vectors alone', () => {
    for (const { file, bin, away, score, isSupport } of learned) {
      expect(Math.sign(away), file).toBe(bin === 0 ? -1 : 1);
      expect(Math.abs(away) - margin > NEAR, file).toBe(!isSupport);
      expect(Math.abs(away), file).toBeGreaterThanOrEqual(margin - NEAR);
      expect(away, file).toBeCloseTo(score * margin, 3);
    }
    expect(supports).toBe(13);
  });

  it('a distance is a score times the margin', () => {
    for (const { score, distance } of [...tests, catVerdict]) {
      expect(distance).toBeCloseTo(score * margin, 3);
    }
  });

  it('three cars come out wrong, and are numbered', () => {
    expect(rightLeftOut).toBe(17);
    expect(wrongCars.map(numberOf)).toEqual([1, 2, 3]);
    expect(learned.filter((car) => numberOf(car) === undefined)).toHaveLength(17);
  });
});

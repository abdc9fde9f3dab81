// Platt's sigmoid: the maximum of its likelihood, by others' numbers too, and withheld where it would mislead.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calibrate,
  fitSigmoid,
  LEAST_HELD_OUT,
  probabilities,
} from '../../../src/core/evaluation/calibration.ts';
import { holdOut, tally } from '../../../src/core/evaluation/heldOut.ts';
import type { Calibration, HeldOut, Sigmoid } from '../../../src/core/evaluation/types.ts';
import { judge } from '../../../src/core/judge.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../support/shared.ts';

type Ready = Extract<Calibration, { status: 'ready' }>;

const score = fc.double({ min: -5, max: 5, noNaN: true });
/** Scores of both sides, mixed or apart. */
const samples = fc
  .record({
    positive: fc.array(score, { minLength: 1, maxLength: 15 }),
    negative: fc.array(score, { minLength: 1, maxLength: 15 }),
    apart: fc.constantFrom(0, 1, 12),
  })
  .map(({ positive, negative, apart }) => ({
    scores: [...positive.map((s) => s + apart), ...negative],
    positive: [...positive.map(() => true), ...negative.map(() => false)],
  }));

/** Platt's targets. */
function wantedOf(positive: readonly boolean[], i: number): number {
  const positives = positive.filter(Boolean).length;
  return positive[i] ? (positives + 1) / (positives + 2) : 1 / (positive.length - positives + 2);
}

/** Platt's loss as he writes it, -sum of t log p + (1 - t) log(1 - p). Exact enough for moderate numbers only. */
function plattLoss(scores: readonly number[], positive: readonly boolean[], fit: Sigmoid): number {
  return scores.reduce((sum, s, i) => {
    const p = 1 / (1 + Math.exp(fit.slope * s + fit.offset));
    const t = wantedOf(positive, i);
    return sum - t * Math.log(p) - (1 - t) * Math.log(1 - p);
  }, 0);
}

/** The same maximum by brute force: a compass search, which knows no derivatives. */
function fitByCompass(scores: readonly number[], positive: readonly boolean[]): Sigmoid {
  let best: Sigmoid = { slope: 0, offset: 0 };
  let loss = plattLoss(scores, positive, best);
  for (let step = 1; step > 1e-10; ) {
    const { slope, offset } = best;
    const around = [
      [0, step],
      [0, -step],
      [step, 0],
      [-step, 0],
      [step, step],
      [step, -step],
      [-step, step],
      [-step, -step],
    ].map(([da = 0, db = 0]) => ({ slope: slope + da, offset: offset + db }));
    const losses = around.map((fit) => plattLoss(scores, positive, fit));
    const least = Math.min(...losses);
    if (least < loss) {
      best = around[losses.indexOf(least)] ?? best;
      loss = least;
    } else step /= 2;
  }
  return best;
}

/** What `holdOut` would return with these scores per row; two labels where one score is given. */
function heldOutWith(scores: readonly (readonly number[] | null)[], targets: readonly number[]): HeldOut {
  const predicted = scores.map((ofRow) => ofRow?.indexOf(Math.max(...ofRow)) ?? null);
  const counted = tally(predicted, targets, new Set(targets).size);
  return { holding: { method: 'leave-one-out', folds: scores.length }, scores, predicted, ...counted };
}
const twoSided = (scores: readonly number[]) => scores.map((s) => [-s, s]);

function expectReady(calibration: Calibration): Ready {
  if (calibration.status !== 'ready') throw new Error(`withheld: ${calibration.reason}`);
  return calibration;
}

describe("Platt's sigmoid", () => {
  // numpy, scipy.optimize.minimize(method='BFGS', gtol=1e-13), checked by Nelder-Mead (xatol=1e-12), on
  // sum(t * z + logaddexp(0, -z)) with z = slope * s + offset and t = (N+ + 1) / (N+ + 2) or 1 / (N- + 2).
  it.each([
    {
      name: 'overlapping',
      scores: [-2.1, -1.4, -0.9, -0.3, 0.2, 0.1, -0.5, 0.4, 0.8, 1.1, 1.9, 2.4],
      negatives: 6,
      slope: -1.12655361,
      offset: 0.14642837,
      loss: 6.422146552977,
    },
    {
      name: 'separable',
      scores: [-3, -2, -1.5, -1.2, -1, 1, 1.3, 1.7, 2, 2.5, 3, 4],
      negatives: 5,
      slope: -0.92692099,
      offset: -0.00351849,
      loss: 4.901561732346,
    },
  ])("$name scores: scipy's numbers", ({ scores, negatives, slope, offset, loss }) => {
    const positive = scores.map((_, i) => i >= negatives);
    const fit = fitSigmoid(scores, positive);
    expect(fit.slope).toBeCloseTo(slope, 6);
    expect(fit.offset).toBeCloseTo(offset, 6);
    expect(plattLoss(scores, positive, fit)).toBeCloseTo(loss, 10);
    // The best constant leaves the entropy of the mean target.
    const mean = scores.reduce((sum, _, i) => sum + wantedOf(positive, i), 0) / scores.length;
    const entropy = -scores.length * (mean * Math.log(mean) + (1 - mean) * Math.log(1 - mean));
    expect(fit.gain).toBeCloseTo(entropy - loss, 10);
  });

  it('is where a search without derivatives ends', () => {
    const random = mulberry32(2);
    for (const apart of [0.2, 1, 3]) {
      const positive = Array.from({ length: 20 }, (_, i) => i % 3 === 0);
      const scores = positive.map((is) => 2 * random() - 1 + (is ? apart : 0));
      const [fit, reference] = [fitSigmoid(scores, positive), fitByCompass(scores, positive)];
      expect(plattLoss(scores, positive, fit)).toBeLessThan(plattLoss(scores, positive, reference) + 1e-8);
      expect(Math.abs(fit.slope - reference.slope)).toBeLessThan(1e-3);
      expect(Math.abs(fit.offset - reference.offset)).toBeLessThan(1e-3);
    }
  });

  it('has no gradient left, and finite numbers, whatever the scores', () => {
    fc.assert(
      fc.property(samples, ({ scores, positive }) => {
        const { slope, offset } = fitSigmoid(scores, positive);
        let [g1, g2] = [0, 0];
        for (const [i, s] of scores.entries()) {
          const excess = wantedOf(positive, i) - 1 / (1 + Math.exp(slope * s + offset));
          g1 += s * excess;
          g2 += excess;
        }
        expect(Math.abs(g1)).toBeLessThan(1e-5);
        expect(Math.abs(g2)).toBeLessThan(1e-5);
      }),
      { numRuns: 500 },
    );
  });

  it('of equal scores is their share, smoothed', () => {
    const fit = fitSigmoid([2, 2, 2, 2], [true, true, true, false]);
    expect(1 / (1 + Math.exp(fit.slope * 2 + fit.offset))).toBeCloseTo((3 * (4 / 5) + 1 / 3) / 4, 6);
  });
});

describe('a calibration', () => {
  const scores = [-2.1, -1.4, -0.9, -0.3, 0.2, 0.1, -0.5, 0.4, 0.8, 1.1, 1.9, 2.4];
  const targets = scores.map((_, i) => Number(i >= 6));

  it('of bins of the same size is the fit to the held-out scores', () => {
    const { sigmoids, photos } = expectReady(calibrate(heldOutWith(twoSided(scores), targets), targets));
    expect(photos).toBe(12);
    expect(sigmoids).toHaveLength(1);
    expect(sigmoids[0]?.slope).toBeCloseTo(-1.12655361, 6);
    expect(sigmoids[0]?.offset).toBeCloseTo(0.14642837, 6);
  });

  it('of three bins of the same size is the fit of each against the rest', () => {
    const three = [...targets, ...targets].map((target, i) => (i < 12 ? target : 2)).slice(0, 18);
    const ofRows = three.map((target, i) =>
      [0, 1, 2].map((k) => Math.sin(7 * i + k) + (k === target ? 1 : 0)),
    );
    const { sigmoids } = expectReady(calibrate(heldOutWith(ofRows, three), three));
    for (const [k, { slope, offset }] of sigmoids.entries()) {
      const fit = fitSigmoid(
        ofRows.map((ofRow) => ofRow[k] ?? NaN),
        three.map((target) => target === k),
      );
      expect(slope).toBe(fit.slope);
      expect(offset).toBeCloseTo(fit.offset, 12);
    }
    expect(sigmoids).toHaveLength(3);
  });

  it('does not mind how the page numbers its bins, nor photos that were not held out', () => {
    const heldOut = heldOutWith([...twoSided(scores), null], [...targets, 0]);
    const sparse = [...targets, 0].map((target) => 2 * target + 1);
    expect(calibrate(heldOut, sparse)).toEqual(calibrate(heldOutWith(twoSided(scores), targets), targets));
  });

  it('takes all labels for equally likely: three times the photos of one bin make it no likelier', () => {
    const three = (label: number) => scores.flatMap((s, i) => Array(targets[i] === label ? 3 : 1).fill(s));
    const of = (label: number) => targets.flatMap((target) => Array(target === label ? 3 : 1).fill(target));
    const [first, second] = [0, 1].map((label) => {
      const ofRows = heldOutWith(twoSided(three(label)), of(label));
      return probabilities(expectReady(calibrate(ofRows, of(label))), [0, 0])[1] ?? NaN;
    });
    const even = expectReady(calibrate(heldOutWith(twoSided(scores), targets), targets));
    // Without the correction: 0.25 and 0.68, where it is 0.46 with as many of both.
    expect(Math.abs((first ?? NaN) - (probabilities(even, [0, 0])[1] ?? NaN))).toBeLessThan(0.06);
    expect(Math.abs((second ?? NaN) - (probabilities(even, [0, 0])[1] ?? NaN))).toBeLessThan(0.06);
  });

  it('is withheld with few photos', () => {
    const few = (negatives: number) => {
      const chosen = [...scores.keys()].filter((i) => i < negatives || i >= 6);
      const ofRows = heldOutWith(twoSided(chosen.map((i) => scores[i] ?? NaN)), []);
      return calibrate(
        ofRows,
        chosen.map((i) => targets[i] ?? NaN),
      );
    };
    expect(LEAST_HELD_OUT).toBe(5);
    expect(few(5).status).toBe('ready');
    expect(few(4)).toEqual({ status: 'withheld', reason: 'few', least: 4 });
    expect(calibrate(heldOutWith([], []), [])).toEqual({ status: 'withheld', reason: 'few', least: 0 });
    const alone = heldOutWith([...twoSided(scores.slice(0, 6)), null], [0, 0, 0, 0, 0, 0, 1]);
    expect(calibrate(alone, [0, 0, 0, 0, 0, 0, 1])).toEqual({ status: 'withheld', reason: 'few', least: 0 });
  });

  it('is withheld where scores point the wrong way, or nowhere', () => {
    const blind = { status: 'withheld', reason: 'blind', least: 6 };
    expect(calibrate(heldOutWith(twoSided(scores.map((s) => -s)), targets), targets)).toEqual(blind);
    expect(calibrate(heldOutWith(twoSided(scores.map(() => 0.7)), targets), targets)).toEqual(blind);
    const three = [...targets.map((target) => 2 * target), 1, 1, 1, 1, 1, 1];
    const oneBlind = three.map((target) => [target === 0 ? 1 : -1, 0, target === 2 ? 1 : -1]);
    expect(calibrate(heldOutWith(oneBlind, three), three)).toEqual(blind);
  });
});

describe('probabilities', () => {
  const sigmoids = (count: number) =>
    fc
      .array(
        fc.record({
          slope: fc.double({ min: -20, max: -0.1, noNaN: true }),
          offset: fc.double({ min: -3, max: 3, noNaN: true }),
        }),
        { minLength: count, maxLength: count },
      )
      .map((fits): Ready => ({ status: 'ready', sigmoids: fits, photos: 10 }));

  it('of two labels: the sigmoid and what is left, rising with the score', () => {
    fc.assert(
      fc.property(sigmoids(1), score, score, (calibration, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [atLow, atHigh] = [low, high].map((s) => probabilities(calibration, [-s, s]));
        const [{ slope, offset } = { slope: NaN, offset: NaN }] = calibration.sigmoids;
        expect(atLow?.[1]).toBeCloseTo(1 / (1 + Math.exp(slope * low + offset)), 12);
        expect((atLow?.[0] ?? NaN) + (atLow?.[1] ?? NaN)).toBeCloseTo(1, 12);
        expect(atLow?.[1]).toBeLessThanOrEqual(atHigh?.[1] ?? NaN);
      }),
    );
  });

  it('of more labels: the sigmoids, divided by their sum', () => {
    fc.assert(
      fc.property(sigmoids(4), fc.array(score, { minLength: 4, maxLength: 4 }), (calibration, scores) => {
        const each = calibration.sigmoids.map(
          ({ slope, offset }, k) => 1 / (1 + Math.exp(slope * (scores[k] ?? NaN) + offset)),
        );
        const sum = each.reduce((total, p) => total + p, 0);
        const shares = probabilities(calibration, scores);
        for (const [k, p] of each.entries()) expect(shares[k]).toBeCloseTo(p / sum, 12);
      }),
    );
  });

  it('are finite and sum to 1 for scores beyond all bounds', () => {
    for (const count of [1, 3]) {
      const calibration: Ready = {
        status: 'ready',
        sigmoids: Array(count).fill({ slope: -50, offset: 0 }),
        photos: 10,
      };
      for (const scores of [
        [-1000, 1000, -1000],
        [-1000, -1000, -1001],
        [0, 0, 0],
      ]) {
        const shares = probabilities(calibration, count === 1 ? scores.slice(0, 2) : scores);
        expect(shares).toHaveLength(count === 1 ? 2 : 3);
        expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(shares.every((p) => p >= 0 && p <= 1)).toBe(true);
      }
    }
  });
});

it('bins without anything to tell them apart are seldom given probabilities', () => {
  const random = mulberry32(9);
  const statuses = Array.from({ length: 50 }, () => {
    const targets = Array.from({ length: 20 }, (_, i) => i % 2);
    const rows = targets.map(() => Float32Array.from({ length: 30 }, random));
    return calibrate(holdOut({ labels: ['a', 'b'], rows, targets }), targets).status;
  });
  expect(statuses.filter((status) => status === 'ready').length).toBeLessThan(10);
});

describeWithShared("the talk's cars, calibrated", () => {
  it.each([
    { features: 'logits', file: 'expected/logits-28x1000.f32', width: 1000 },
    { features: 'pool5', file: 'expected/pool5-28x1024.f32', width: 1024 },
  ])('$features: surer of training photos than of those held out', ({ file, width }) => {
    const matrix = readFloat32(sharedFile(file));
    const rows = Array.from({ length: 20 }, (_, i) => matrix.subarray((8 + i) * width, (9 + i) * width));
    const targets = rows.map((_, i) => Number(i >= 10));
    const input = { labels: ['classic', 'modern'], rows, targets };
    const heldOut = holdOut(input);
    const calibration = expectReady(calibrate(heldOut, targets));
    expect(calibration.photos).toBe(20);
    const classifier = trainClassifier(input);
    const sureness = (scores: readonly (readonly number[])[]) =>
      scores.reduce(
        (sum, ofRow, i) => sum + (probabilities(calibration, ofRow)[targets[i] ?? NaN] ?? NaN),
        0,
      ) / 20;
    const trained = sureness(rows.map((row) => judge(classifier, row).scores));
    const held = sureness(heldOut.scores.map((ofRow) => ofRow ?? []));
    expect(trained).toBeGreaterThan(held);
    expect(held).toBeGreaterThan(0.6);
    expect(trained).toBeLessThan(0.99);
  });
});

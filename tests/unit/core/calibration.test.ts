// Platt's sigmoid and temperature scaling: the maximum of their likelihood, by others' numbers too; probabilities agree
// with verdicts, and are withheld where they would mislead.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { winnerOf } from '../../../src/core/decide.ts';
import { calibrate, LEAST_HELD_OUT, probabilities } from '../../../src/core/evaluation/calibration.ts';
import { holdOut, tally } from '../../../src/core/evaluation/heldOut.ts';
import { fitSigmoid } from '../../../src/core/evaluation/sigmoid.ts';
import { fitSoftmaxSlope } from '../../../src/core/evaluation/softmaxSlope.ts';
import type { Calibration, HeldOut, Sigmoid } from '../../../src/core/evaluation/types.ts';
import { judge } from '../../../src/core/judge.ts';
import { mulberry32, shuffle } from '../../../src/core/random.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import { readImagenetSample } from '../../support/imagenetSample.ts';
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

function expectSigmoid(calibration: Calibration): Extract<Ready, { method: 'sigmoid' }> {
  const ready = expectReady(calibration);
  if (ready.method !== 'sigmoid') throw new Error('not the method for two labels');
  return ready;
}

function expectSoftmax(calibration: Calibration): Extract<Ready, { method: 'softmax' }> {
  const ready = expectReady(calibration);
  if (ready.method !== 'softmax') throw new Error('not the method for more than two labels');
  return ready;
}

/** Three labels or four, and photos of them with one score per label, mixed or apart; each label has a photo at least. */
const ofMoreLabels = fc
  .record({
    labels: fc.integer({ min: 3, max: 4 }),
    photos: fc.array(fc.array(score, { minLength: 4, maxLength: 4 }), { minLength: 4, maxLength: 20 }),
    apart: fc.constantFrom(0, 1, 12),
  })
  .map(({ labels, photos, apart }) => {
    const own = photos.map((_, i) => i % labels);
    const scores = photos.map((ofPhoto, i) =>
      ofPhoto.slice(0, labels).map((s, k) => s + (k === own[i] ? apart : 0)),
    );
    return { scores, own };
  });

/** -sum of t log p, with Platt's target for a photo's own label, and what is left for the others in equal parts. */
function softmaxLoss(scores: readonly (readonly number[])[], own: readonly number[], slope: number): number {
  return scores.reduce((sum, ofPhoto, i) => {
    const powers = ofPhoto.map((s) => Math.exp(slope * s));
    const all = powers.reduce((total, power) => total + power, 0);
    const count = own.filter((label) => label === own[i]).length;
    const targetOf = (k: number) =>
      k === own[i] ? (count + 1) / (count + 2) : 1 / (count + 2) / (ofPhoto.length - 1);
    return sum - powers.reduce((of, power, k) => of + targetOf(k) * Math.log(power / all), 0);
  }, 0);
}

/** The slope of least loss by golden section, which knows no derivatives. */
function slopeByGoldenSection(scores: readonly (readonly number[])[], own: readonly number[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, 20];
  for (let step = 0; step < 80; step++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (softmaxLoss(scores, own, left) < softmaxLoss(scores, own, right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
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

describe('the slope for more than two labels', () => {
  it('is where a search without derivatives ends', () => {
    fc.assert(
      fc.property(ofMoreLabels, ({ scores, own }) => {
        const { slope, gain } = fitSoftmaxSlope(scores, own);
        const reference = slopeByGoldenSection(scores, own);
        fc.pre(reference < 19);
        const least = softmaxLoss(scores, own, reference);
        expect(softmaxLoss(scores, own, slope)).toBeLessThan(least + 1e-9);
        expect(gain).toBeCloseTo(softmaxLoss(scores, own, 0) - least, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('of two labels is the sigmoid of twice their score, where that has no offset', () => {
    const scores = [-2.1, -1.4, -0.9, 0.3, -0.4, 0.4, -0.3, 0.9, 1.4, 2.1];
    const own = scores.map((_, i) => Number(i > 4));
    const { slope, offset } = fitSigmoid(
      scores,
      own.map((label) => label === 1),
    );
    expect(offset).toBeCloseTo(0, 9);
    expect(fitSoftmaxSlope(twoSided(scores), own).slope).toBeCloseTo(-slope / 2, 9);
  });

  it('of scores without a mistake is finite, and such that their own labels are as likely as the targets say', () => {
    const own = Array.from({ length: 18 }, (_, i) => i % 3);
    const apart = own.map((label) => [0, 1, 2].map((k) => (k === label ? 2 : -1)));
    const { slope } = fitSoftmaxSlope(apart, own);
    // 7/8 for the own label, 1/16 for each other: log(14) over a difference of 3.
    expect(slope).toBeCloseTo(Math.log(14) / 3, 9);
  });

  it('is 0, and gains nothing, where scores are all equal or fall towards their own labels', () => {
    const own = [0, 1, 2, 0, 1, 2];
    const nothing = { slope: 0, gain: 0 };
    expect(fitSoftmaxSlope(Array(6).fill([0.1, 0.1, 0.1]), own)).toEqual(nothing);
    expect(fitSoftmaxSlope(Array(6).fill([-1, -1 + 1e-13, -1]), own)).toEqual(nothing);
    expect(
      fitSoftmaxSlope(
        own.map((label) => [0, 1, 2].map((k) => (k === label ? -1 : 1))),
        own,
      ),
    ).toEqual(nothing);
  });

  it('keeps its probabilities when scores are measured in other units', () => {
    fc.assert(
      fc.property(ofMoreLabels, fc.constantFrom(1e-3, 1e6), ({ scores: exact, own }, unit) => {
        // No differences that are rounding in one unit and none in the other.
        const scores = exact.map((ofPhoto) => ofPhoto.map((s) => Math.round(100 * s) / 100));
        const { slope, gain } = fitSoftmaxSlope(scores, own);
        fc.pre(gain > 1e-3);
        const other = fitSoftmaxSlope(
          scores.map((ofPhoto) => ofPhoto.map((s) => s * unit)),
          own,
        );
        expect((other.slope * unit) / slope).toBeCloseTo(1, 5);
      }),
    );
  });
});

describe('a calibration', () => {
  const scores = [-2.1, -1.4, -0.9, -0.3, 0.2, 0.1, -0.5, 0.4, 0.8, 1.1, 1.9, 2.4];
  const targets = scores.map((_, i) => Number(i >= 6));

  it('of bins of the same size is the fit to the held-out scores', () => {
    const { sigmoid, photos } = expectSigmoid(calibrate(heldOutWith(twoSided(scores), targets), targets));
    expect(photos).toBe(12);
    expect(sigmoid.slope).toBeCloseTo(-1.12655361, 6);
    expect(sigmoid.offset).toBeCloseTo(0.14642837, 6);
  });

  it('of three bins is one slope for all of them, fitted to the held-out scores', () => {
    const three = [...targets, ...targets].map((target, i) => (i < 12 ? target : 2)).slice(0, 18);
    const ofRows = three.map((target, i) =>
      [0, 1, 2].map((k) => Math.sin(7 * i + k) + (k === target ? 1 : 0)),
    );
    const { slope, photos } = expectSoftmax(calibrate(heldOutWith([...ofRows, null], three), [...three, 0]));
    expect(photos).toBe(18);
    expect(slope).toBe(fitSoftmaxSlope(ofRows, three).slope);
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
    const ofThree = (scoresOf: (target: number) => number[]) =>
      calibrate(heldOutWith(three.map(scoresOf), three), three);
    expect(ofThree((target) => [0, 1, 2].map((k) => (k === target ? -1 : 1)))).toEqual(blind);
    expect(ofThree(() => [0.7, 0.7, 0.7])).toEqual(blind);
    expect(ofThree(() => [0.7, -0.7, 0.1])).toEqual(blind);
    expect(ofThree((target) => [0, 1, 2].map((k) => (k === target ? 1 : -1))).status).toBe('ready');
  });
});

describe('probabilities', () => {
  const slope = fc.double({ min: 0.1, max: 20, noNaN: true });
  const softmaxOf = (positive: number): Ready => ({
    status: 'ready',
    method: 'softmax',
    slope: positive,
    photos: 10,
  });
  const sigmoidOf = (negative: number, offset: number): Ready => ({
    status: 'ready',
    method: 'sigmoid',
    sigmoid: { slope: negative, offset },
    photos: 10,
  });

  it('of two labels: the sigmoid and what is left, rising with the score', () => {
    const offsets = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(slope, offsets, score, score, (steepness, offset, a, b) => {
        const calibration = sigmoidOf(-steepness, offset);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [atLow, atHigh] = [low, high].map((s) => probabilities(calibration, [-s, s]));
        expect(atLow?.[1]).toBeCloseTo(1 / (1 + Math.exp(-steepness * low + offset)), 12);
        expect((atLow?.[0] ?? NaN) + (atLow?.[1] ?? NaN)).toBeCloseTo(1, 12);
        expect(atLow?.[1]).toBeLessThanOrEqual(atHigh?.[1] ?? NaN);
      }),
    );
  });

  it('of more labels: in the order of the scores, so that none is likelier than the one that wins', () => {
    const scoresOf = fc.array(score, { minLength: 3, maxLength: 6 });
    fc.assert(
      fc.property(slope, scoresOf, (steepness, scores) => {
        const shares = probabilities(softmaxOf(steepness), scores);
        expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(shares[winnerOf(scores)]).toBe(Math.max(...shares));
        for (const [k, a] of scores.entries()) {
          for (const [j, b] of scores.entries()) {
            if (a >= b) expect(shares[k]).toBeGreaterThanOrEqual(shares[j] ?? NaN);
          }
        }
      }),
    );
  });

  it('are finite and sum to 1 for scores beyond all bounds', () => {
    for (const calibration of [sigmoidOf(-50, 0), softmaxOf(50)]) {
      for (const scores of [
        [-1000, 1000, -1000],
        [-1000, -1000, -1001],
        [0, 0, 0],
      ]) {
        const labels = calibration.method === 'sigmoid' ? 2 : 3;
        const shares = probabilities(calibration, scores.slice(0, labels));
        expect(shares).toHaveLength(labels);
        expect(shares.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
        expect(shares.every((p) => p >= 0 && p <= 1)).toBe(true);
      }
    }
  });
});

it.each([2, 3, 4])('%i bins without anything to tell them apart are seldom given probabilities', (bins) => {
  const random = mulberry32(9);
  const statuses = Array.from({ length: bins === 2 ? 50 : 20 }, () => {
    const targets = Array.from({ length: 10 * bins }, (_, i) => i % bins);
    const rows = targets.map(() => Float32Array.from({ length: 30 }, random));
    return calibrate(holdOut({ labels: ['a', 'b', 'c', 'd'], rows, targets }), targets).status;
  });
  expect(statuses.filter((status) => status === 'ready').length).toBeLessThan(statuses.length / 5);
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

describeWithShared('photos of ImageNet in more than two bins, calibrated', () => {
  const { between, row } = readImagenetSample();
  const [dogs, mammals, things, more] = [
    between(151, 268),
    between(269, 397),
    between(400, 650),
    between(651, 999),
  ];
  const others = between(0, 150);

  /** Over 8 draws: mean log loss and sureness on photos that were not drawn, each bin counting the same; how many agree. */
  function tryOut(groups: readonly (readonly number[])[], sizes: readonly number[]) {
    const random = mulberry32(1);
    let [loss, sureness, right, weights, agreeing, verdicts] = [0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 8; draw++) {
      const drawn = groups.map((group) => shuffle(group, random));
      const rows = drawn.flatMap((group, bin) => group.slice(0, sizes[bin]).map(row));
      const targets = sizes.flatMap((size, bin) => Array.from({ length: size }, () => bin));
      const input = { labels: ['a', 'b', 'c', 'd'].slice(0, sizes.length), rows, targets };
      const calibration = expectSoftmax(calibrate(holdOut(input), targets));
      const classifier = trainClassifier(input);
      for (const [bin, group] of drawn.entries()) {
        const unseen = group.slice(sizes[bin]);
        for (const i of unseen) {
          const { scores, label: said } = judge(classifier, row(i));
          const shares = probabilities(calibration, scores);
          const winner = classifier.labels.indexOf(said);
          loss -= Math.log(shares[bin] ?? NaN) / unseen.length;
          sureness += (shares[winner] ?? NaN) / unseen.length;
          right += Number(winner === bin) / unseen.length;
          weights += 1 / unseen.length;
          agreeing += Number(shares[winner] === Math.max(...shares));
          verdicts += 1;
        }
      }
    }
    return {
      loss: loss / weights,
      sureness: sureness / weights,
      accuracy: right / weights,
      agreeing,
      verdicts,
    };
  }

  it.each([
    { name: 'four bins of the same size', groups: [dogs, mammals, things, more], sizes: [8, 8, 8, 8] },
    { name: 'three of the same size', groups: [dogs, things, others], sizes: [6, 6, 6] },
    { name: 'four of 15, 12, 6 and 6', groups: [things, more, dogs, others], sizes: [15, 12, 6, 6] },
    { name: 'three of 20, 5 and 5', groups: [more, dogs, others], sizes: [20, 5, 5] },
  ])('$name: better than equal chances, not surer than right, and never against the verdict', (given) => {
    const { loss, sureness, accuracy, agreeing, verdicts } = tryOut(given.groups, given.sizes);
    expect(loss).toBeLessThan(Math.log(given.sizes.length) - 0.25);
    // The correction of the targets keeps a calibration of few photos on the careful side.
    expect(sureness).toBeLessThan(accuracy + 0.02);
    expect(sureness).toBeGreaterThan(accuracy - 0.25);
    expect(agreeing).toBe(verdicts);
  });
});

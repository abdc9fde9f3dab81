// What must hold for any photos: properties of the optimum, whatever the numbers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/core/judge.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { fitBoundary } from '../../../src/core/svm/fitBoundary.ts';
import { gramMatrix } from '../../../src/core/svm/gram.ts';
import { trainMlSvm } from '../../../src/core/svm/mlSvm.ts';
import { type SvmProblem, solveSmo } from '../../../src/core/svm/smo.ts';
import { explainTerms } from '../../../src/core/terms.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import type { Boundary, Classifier } from '../../../src/core/types.ts';

/** Two bins of photos with five features each, wide apart or mixed, a price C and a photo to judge. */
const trainingSets = fc
  .record({
    bins: fc.array(fc.boolean(), { minLength: 2, maxLength: 24 }).filter((bins) => new Set(bins).size === 2),
    seed: fc.integer(),
    separation: fc.constantFrom(0, 0.5, 3),
    C: fc.constantFrom(0.05, 1, 10),
  })
  .map(({ bins, seed, separation, C }) => {
    const random = mulberry32(seed);
    const targets = bins.map(Number);
    const photo = (target: number) =>
      Float32Array.from({ length: 5 }, (_, j) => 20 * random() + (j < 2 ? 20 * separation * target : 5));
    return { rows: targets.map(photo), targets, C, test: photo(0.5) };
  });

const labels = ['classic', 'modern'];

function problemOf(rows: readonly Float32Array[], targets: readonly number[], C: number): SvmProblem {
  const scaled = rows.map((row) => new Float64Array(row).map((z) => z / 20));
  const signs = Float64Array.from(targets, (target) => 2 * target - 1);
  return { gram: gramMatrix(scaled), signs, bounds: new Float64Array(rows.length).fill(C) };
}

describe('a trained boundary', () => {
  it('is feasible and optimal: box, balance, gap', () => {
    fc.assert(
      fc.property(trainingSets, ({ rows, targets, C }) => {
        const [boundary] = trainClassifier({ labels, rows, targets, C }).boundaries as [Boundary];
        for (const [i, alpha] of boundary.alphas.entries()) {
          // Each bin counts alike in C.
          const size = targets.filter((target) => target === targets[i]).length;
          const most = (C * targets.length) / (2 * size);
          expect(alpha >= 0 && alpha <= most * (1 + 1e-12)).toBe(true);
        }
        const balance = boundary.alphas.reduce((sum, alpha, i) => sum + (targets[i] ? alpha : -alpha), 0);
        expect(Math.abs(balance)).toBeLessThan(1e-9 * C);
        expect(boundary.gap).toBeGreaterThan(-1e-9 * boundary.primal);
        expect(boundary.gap).toBeLessThan(1e-5 * boundary.primal);
      }),
    );
  });

  it('gives the opposite score when the bins change places', () => {
    fc.assert(
      fc.property(trainingSets, ({ rows, targets, C, test }) => {
        const { score } = judge(trainClassifier({ labels, rows, targets, C }), test);
        const swapped = targets.map((target) => 1 - target);
        expect(judge(trainClassifier({ labels, rows, targets: swapped, C }), test).score).toBeCloseTo(
          -score,
          4,
        );
      }),
    );
  });

  it('gives the same score whatever the order of the photos and the seed', () => {
    fc.assert(
      fc.property(trainingSets, fc.integer(), ({ rows, targets, C, test }, seed) => {
        const { score } = judge(trainClassifier({ labels, rows, targets, C }), test);
        const reversed = { labels, rows: rows.toReversed(), targets: targets.toReversed(), C, seed };
        expect(judge(trainClassifier(reversed), test).score).toBeCloseTo(score, 4);
      }),
    );
  });

  it('does not change when every photo is there twice at half the price, but for the moved threshold', () => {
    // A twin gives a held-out photo away: so thresholds for bins of different sizes are moved less.
    const plainScore = (classifier: Classifier, photo: Float32Array) =>
      judge(classifier, photo).score - (classifier.boundaries[0]?.shift ?? NaN);
    fc.assert(
      fc.property(trainingSets, ({ rows, targets, C, test }) => {
        const score = plainScore(trainClassifier({ labels, rows, targets, C }), test);
        const twice = { labels, rows: [...rows, ...rows], targets: [...targets, ...targets], C: C / 2 };
        expect(plainScore(trainClassifier(twice), test)).toBeCloseTo(score, 4);
      }),
    );
  });

  it('is the same bit for bit from the same input', () => {
    fc.assert(
      fc.property(trainingSets, (set) => {
        expect(trainClassifier({ labels, ...set })).toEqual(trainClassifier({ labels, ...set }));
      }),
      { numRuns: 20 },
    );
  });

  it('has terms that sum to the score', () => {
    fc.assert(
      fc.property(trainingSets, ({ rows, targets, C, test }) => {
        const classifier = trainClassifier({ labels, rows, targets, C });
        const [boundary] = classifier.boundaries as [Boundary];
        const { terms, constant } = explainTerms(boundary, classifier.scaling, test);
        const sum = terms.reduce((total, { value }) => total + value, constant);
        expect(Math.abs(sum - judge(classifier, test).score)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('the exact solver', () => {
  it('reaches the same objective from zeros as from any feasible start', () => {
    fc.assert(
      fc.property(trainingSets, ({ rows, targets, C }) => {
        const problem = problemOf(rows, targets, C);
        const positives = targets.filter((target) => target === 1).length;
        const most = Math.min(positives, targets.length - positives) * C;
        const start = Float64Array.from(targets, (t) => most / (t ? positives : targets.length - positives));
        const fromZeros = solveSmo(problem);
        const fromStart = solveSmo(problem, start);
        for (const [i, score] of fromZeros.scores.entries())
          expect(fromStart.scores[i]).toBeCloseTo(score, 4);
      }),
    );
  });

  it('treats a bound of 0 as if the row were not there, and scores it all the same', () => {
    fc.assert(
      fc.property(trainingSets, ({ rows, targets, C, test }) => {
        const problem = problemOf([...rows, test], [...targets, 1], C);
        const { alphas, scores } = solveSmo({ ...problem, bounds: problem.bounds.with(rows.length, 0) });
        const without = solveSmo(problemOf(rows, targets, C));
        expect(alphas[rows.length]).toBe(0);
        for (const [i, score] of without.scores.entries()) expect(scores[i]).toBeCloseTo(score, 4);
      }),
    );
  });

  it('judges everything to be the other side when one side is left out', () => {
    const problem = problemOf([Float32Array.of(1), Float32Array.of(2), Float32Array.of(9)], [0, 0, 1], 1);
    const { bias, scores } = solveSmo({ ...problem, bounds: Float64Array.of(1, 1, 0) });
    expect(bias).toBe(-1);
    expect([...scores]).toEqual([-1, -1, -1]);
  });
});

describe('what ml-svm leaves behind', () => {
  it('is a feasible start, though its own alphas leave the box', () => {
    fc.assert(
      fc.property(trainingSets, fc.integer(), ({ rows, targets, C }, seed) => {
        const start = trainMlSvm(problemOf(rows, targets, C), mulberry32(seed));
        if (start.status !== 'ready') return;
        for (const alpha of start.alphas) expect(alpha >= 0 && alpha <= C).toBe(true);
        const balance = start.alphas.reduce((sum, alpha, i) => sum + (targets[i] ? alpha : -alpha), 0);
        expect(Math.abs(balance)).toBeLessThan(1e-9 * C);
      }),
    );
  });

  it('is left alone when it runs out of sweeps: the exact solver starts from zeros and says so', () => {
    // Mixed bins, unscaled and dear: ml-svm's steps bounce between the edges of the box.
    const random = mulberry32(3);
    const rows = Array.from({ length: 200 }, () => Float64Array.from({ length: 3 }, random));
    const signs = Float64Array.from(rows, () => (random() < 0.5 ? 1 : -1));
    const problem = { gram: gramMatrix(rows), signs, bounds: new Float64Array(200).fill(50) };
    expect(trainMlSvm(problem, mulberry32(1)).status).toBe('gave-up');
    const boundary = fitBoundary(rows, problem, mulberry32(1));
    expect(boundary.solver).toBe('smo:ml-svm-gave-up');
    expect(boundary.gap).toBeLessThan(1e-4 * boundary.primal);
  });

  it('is left alone when it found nothing', () => {
    const rows = [Float64Array.of(0), Float64Array.of(0)];
    const problem = {
      gram: gramMatrix(rows),
      signs: Float64Array.of(1, -1),
      bounds: Float64Array.of(1, 1),
    };
    expect(trainMlSvm(problem, mulberry32(1)).status).toBe('useless');
    expect(fitBoundary(rows, problem, mulberry32(1)).solver).toBe('smo:ml-svm-useless');
  });
});

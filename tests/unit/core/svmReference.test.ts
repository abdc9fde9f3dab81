// Our optimum against libsvm's (scikit-learn's SVC with tol=1e-10) on every reference set.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { prepareTraining } from '../../../src/core/prepareTraining.ts';
import { mulberry32 } from '../../../src/core/random.ts';
import { applyScaling } from '../../../src/core/scaling.ts';
import { fitBoundary } from '../../../src/core/svm/fitBoundary.ts';
import { gramMatrix } from '../../../src/core/svm/gram.ts';
import { dot } from '../../../src/core/svm/vectors.ts';
import { trainClassifier } from '../../../src/core/trainClassifier.ts';
import type { Boundary } from '../../../src/core/types.ts';
import { describeWithShared, readFloat32, sharedFile } from '../../support/shared.ts';

interface Fit {
  readonly C: number;
  readonly w_norm: number;
  readonly b: number;
  readonly primal: number;
  readonly dual: number;
  readonly n_support: number;
  readonly train?: readonly number[];
  readonly test: readonly number[];
}
interface CarsReference {
  readonly rms: number;
  readonly clean: readonly Fit[];
  readonly three_labels_flipped: { readonly flipped: readonly number[]; readonly fits: readonly Fit[] };
}
type Reference = Record<'cars/logits' | 'cars/pool5', CarsReference> & { overlap: { fits: readonly Fit[] } };

const CARS = [
  { set: 'cars/logits', file: 'expected/logits-28x1000.f32', width: 1000 },
  { set: 'cars/pool5', file: 'expected/pool5-28x1024.f32', width: 1024 },
] as const;

function matrixRows(file: string, width: number): Float32Array[] {
  const matrix = readFloat32(sharedFile(file));
  return Array.from({ length: matrix.length / width }, (_, i) => matrix.subarray(i * width, (i + 1) * width));
}

/** The decision values of some scaled rows, before the threshold is moved for bins of different sizes. */
function scoresOf({ weights, bias, shift }: Boundary, rows: readonly Float64Array[]): number[] {
  return rows.map((x) => dot(weights, x) + bias - shift);
}

function expectOptimal(boundary: Boundary, fit: Fit, targets: readonly number[]): void {
  expect(Math.abs(boundary.primal - fit.primal)).toBeLessThan(1e-5 * fit.primal);
  expect(Math.abs(boundary.dual - fit.dual)).toBeLessThan(1e-5 * fit.dual);
  expect(Math.abs(boundary.norm - fit.w_norm)).toBeLessThan(1e-3);
  expect(Math.abs(boundary.bias - boundary.shift - fit.b)).toBeLessThan(1e-3);
  expect(Math.abs(boundary.gap)).toBeLessThan(1e-6 * fit.primal);
  expect(Math.min(...boundary.alphas)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...boundary.alphas)).toBeLessThanOrEqual(fit.C);
  const balance = boundary.alphas.reduce((sum, alpha, i) => sum + (targets[i] === 1 ? alpha : -alpha), 0);
  expect(Math.abs(balance)).toBeLessThan(1e-9 * fit.C);
  expect(boundary.supportVectors.length).toBe(fit.n_support);
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expect(Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] ?? NaN))))).toBeLessThan(1e-3);
}

describeWithShared('the optimum on the reference sets', () => {
  const reference = JSON.parse(readFileSync(sharedFile('expected/svm.json'), 'utf8')) as Reference;

  for (const { set, file, width } of CARS) {
    const rows = matrixRows(file, width);
    const train = rows.slice(8, 28);
    const cars = reference[set];
    const { flipped } = cars.three_labels_flipped;
    const clean = train.map((_, i) => (i < 10 ? 0 : 1));
    const noisy = clean.map((target, i) => (flipped.includes(i) ? 1 - target : target));
    const cases = [
      ...cars.clean.map((fit) => ({ name: 'clean', fit, targets: clean })),
      ...cars.three_labels_flipped.fits.map((fit) => ({ name: 'three labels flipped', fit, targets: noisy })),
    ];
    it.each(cases)(`${set}, $name, C = $fit.C`, ({ name, fit, targets }) => {
      const input = { labels: ['classic', 'modern'], rows: train, targets, C: fit.C };
      const { scaling, scaled: rowsToFit, gram } = prepareTraining(input);
      // The page's classifier; with flipped labels bins differ in size, and each would count alike: fit those plainly.
      const signs = Float64Array.from(targets, (target) => (target === 1 ? 1 : -1));
      const bounds = new Float64Array(targets.length).fill(fit.C);
      const boundary =
        name === 'clean'
          ? (trainClassifier(input).boundaries[0] as Boundary)
          : fitBoundary(rowsToFit, { gram, signs, bounds }, mulberry32(1));
      expect(Math.abs(scaling.rms / cars.rms - 1)).toBeLessThan(1e-9);
      expectOptimal(boundary, fit, targets);
      const scaled = rows.map((row) => applyScaling(row, scaling));
      expectClose(scoresOf(boundary, scaled.slice(8, 28)), fit.train ?? []);
      expectClose(scoresOf(boundary, scaled.slice(1, 8)), fit.test);
      expect(boundary.solver).toBe('ml-svm+smo');
    });
  }

  it.each(reference.overlap.fits.map((fit) => ({ fit })))('400 overlapping rows, C = $fit.C', ({ fit }) => {
    const rows = matrixRows('expected/svm-overlap-400x50.f32', 50).map((row) => new Float64Array(row));
    const signs = new Float64Array(new Int8Array(readFileSync(sharedFile('expected/svm-overlap-400.i8'))));
    const problem = { gram: gramMatrix(rows), signs, bounds: new Float64Array(400).fill(fit.C) };
    const boundary = fitBoundary(rows, problem, mulberry32(1));
    expectOptimal(boundary, fit, Array.from(signs));
    expectClose(scoresOf(boundary, rows.slice(0, 10)), fit.test);
    expect(boundary.solver).toBe('smo:many-photos');
  });
});

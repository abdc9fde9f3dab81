// Hundreds of photos: the same optimum as libsvm's, by long steps, tiles and whatever else makes it fast.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { mulberry32, shuffle } from '../../../src/core/random.ts';
import { factorise, solveLower, solveUpper } from '../../../src/core/svm/cholesky.ts';
import { fitBoundary } from '../../../src/core/svm/fitBoundary.ts';
import { gramMatrix } from '../../../src/core/svm/gram.ts';
import { freeRows, settleFree } from '../../../src/core/svm/settleFree.ts';
import { type SvmProblem, solveSmo } from '../../../src/core/svm/smo.ts';
import { addScaled, at, dot } from '../../../src/core/svm/vectors.ts';
import { type Libsvm, type LibsvmFactory, startLibsvm } from '../../support/libsvm.ts';

const require = createRequire(import.meta.url);

let libsvm: Libsvm;
beforeAll(async () => {
  // Node's own fetch makes its Emscripten believe that it is in a browser: it is given the bytes.
  const wasmBinary = readFileSync(require.resolve('libsvm-wasm/dist/libsvm.wasm'));
  libsvm = await startLibsvm(require('libsvm-wasm/dist/libsvm.js') as LibsvmFactory, { wasmBinary });
});

/** Two kinds of rows of mean square about 1, more or less apart; some labels wrong, some rows there several times. */
function madeUp(count: number, width: number, { apart = 0, wrong = 0, twins = 0 }) {
  const random = mulberry32(count + width);
  const size = Math.sqrt(12 / width);
  const rows: Float64Array[] = [];
  for (let i = 0; i < count; i++) {
    const twin = rows[2 * Math.floor((random() * i) / 2) + (i % 2)];
    const side = i % 2 === 1 ? apart : -apart;
    const row = () =>
      Float64Array.from({ length: width }, (_, j) => size * (random() - 0.5) + (j ? 0 : side));
    rows.push(twin && random() < twins ? twin.slice() : row());
  }
  const signs = Float64Array.from(rows, (_, i) => ((i % 2 === 1) !== random() < wrong ? 1 : -1));
  return { rows, signs, gram: gramMatrix(rows) };
}

const SETS = [
  { name: 'mixed', apart: 0 },
  { name: 'a little apart, a fifth of the labels wrong', apart: 0.3, wrong: 0.2 },
  { name: 'wide apart', apart: 1 },
  { name: 'a little apart, many of them several times', apart: 0.3, wrong: 0.1, twins: 0.4 },
];

describe.each(SETS)('300 photos, $name', (set) => {
  const { rows, signs, gram } = madeUp(300, 150, set);

  it.each([0.1, 1, 10, 100])('come to the optimum that libsvm finds, or a better one, C = %d', (C) => {
    const bounds = new Float64Array(300).fill(C);
    const boundary = fitBoundary(rows, { gram, signs, bounds }, mulberry32(1));
    // Its products are float32.
    const peer = libsvm.train(rows, signs, { C, tolerance: 1e-5 });
    expect(boundary.solver).toBe('smo:many-photos');
    expect(boundary.primal / peer.primal).toBeLessThan(1 + 1e-7);
    // The optimum is at most this far below.
    expect(Math.abs(boundary.gap)).toBeLessThan(1e-6 * boundary.primal);
    const apart = boundary.weights.map((weight, j) => weight - at(peer.weights, j));
    expect(Math.sqrt(dot(apart, apart))).toBeLessThan(0.01 * boundary.norm);
    const balance = boundary.alphas.reduce((sum, alpha, i) => sum + alpha * at(signs, i), 0);
    expect(Math.abs(balance)).toBeLessThan(1e-9 * C);
    expect(Math.max(...boundary.alphas)).toBeLessThanOrEqual(C);
  });
});

it('takes a tenth of the steps that pairs alone would, or less, where mistakes are dear', () => {
  const { signs, gram } = madeUp(300, 150, { apart: 0.3, wrong: 0.2 });
  const { iterations } = solveSmo({ gram, signs, bounds: new Float64Array(300).fill(1000) });
  // With pairs alone 94,000 (measured).
  expect(iterations).toBeLessThan(9_000);
});

it('is found by the rows that are kept alone where most are left out, and scores all of them', () => {
  const { rows, signs, gram } = madeUp(300, 20, { apart: 0.5 });
  const kept = shuffle([...rows.keys()], mulberry32(2)).slice(0, 60);
  const bounds = new Float64Array(300);
  for (const row of kept) bounds[row] = 3;
  const start = new Float64Array(300);
  for (const row of kept.filter((row) => at(signs, row) > 0).slice(0, 9)) start[row] = 1;
  for (const row of kept.filter((row) => at(signs, row) < 0).slice(0, 9)) start[row] = 1;

  const few = kept.map((row) => rows[row] as Float64Array);
  const alone: SvmProblem = {
    gram: gramMatrix(few),
    signs: Float64Array.from(kept, (row) => at(signs, row)),
    bounds: new Float64Array(60).fill(3),
  };
  const expected = solveSmo(alone);
  const weights = new Float64Array(20);
  for (const [k, row] of few.entries()) addScaled(weights, at(expected.alphas, k) * at(alone.signs, k), row);
  for (const solution of [solveSmo({ gram, signs, bounds }), solveSmo({ gram, signs, bounds }, start)]) {
    expect(solution.bias).toBeCloseTo(expected.bias, 6);
    for (const [i, row] of rows.entries()) {
      expect(at(solution.scores, i)).toBeCloseTo(dot(weights, row) + expected.bias, 5);
      expect(at(solution.alphas, i) > 0).toBe(kept.includes(i) && at(expected.alphas, kept.indexOf(i)) > 0);
    }
  }
});

describe('a long step', () => {
  /** A state inside the box, as the solver may come to it. */
  const states = fc
    .record({ count: fc.integer({ min: 2, max: 40 }), seed: fc.integer(), twins: fc.constantFrom(0, 0.5) })
    .map(({ count, seed, twins }) => {
      const random = mulberry32(seed);
      const { rows, signs } = madeUp(count, 12, { twins });
      const gram = gramMatrix(rows);
      const low = signs.map((sign) => (sign > 0 ? 0 : -2));
      const high = signs.map((sign) => (sign > 0 ? 2 : 0));
      const betas = new Float64Array(count);
      for (let step = 0; step < count; step++) {
        const [i, j] = [Math.floor(random() * count), Math.floor(random() * count)];
        const room = Math.min(at(high, i) - at(betas, i), at(betas, j) - at(low, j));
        const move = random() < 0.3 ? room : random() * room;
        betas[i] = at(betas, i) + move;
        betas[j] = at(betas, j) - move;
      }
      const errors = signs.map((sign) => -sign);
      for (const [t, beta] of betas.entries()) {
        addScaled(errors, beta, gram.subarray(t * count, (t + 1) * count));
      }
      return { gram, signs, betas, errors, low, high };
    });
  /** |w|^2 / 2 - sum(alpha): what is made small. */
  const objective = (betas: Float64Array, errors: Float64Array, signs: Float64Array) =>
    betas.reduce((sum, beta, t) => sum + (beta * (at(errors, t) - at(signs, t))) / 2, 0);

  it('stays in the box, keeps the sum, moves no row that was not free, and makes nothing worse', () => {
    fc.assert(
      fc.property(states, ({ signs, ...state }) => {
        const free = freeRows(state);
        if (free.length < 2) return;
        const before = state.betas.slice();
        const was = objective(state.betas, state.errors, signs);
        settleFree(state, free);
        for (const [t, beta] of state.betas.entries()) {
          expect(beta >= at(state.low, t) && beta <= at(state.high, t)).toBe(true);
          if (!free.includes(t)) expect(beta).toBe(at(before, t));
        }
        const sum = (betas: Float64Array) => betas.reduce((total, beta) => total + beta, 0);
        expect(sum(state.betas)).toBeCloseTo(sum(before), 12);
        expect(objective(state.betas, state.errors, signs)).toBeLessThan(was + 1e-10);
        const count = signs.length;
        const anew = signs.map((sign) => -sign);
        for (const [t, beta] of state.betas.entries()) {
          addScaled(anew, beta, state.gram.subarray(t * count, (t + 1) * count));
        }
        for (const [t, error] of state.errors.entries()) expect(error).toBeCloseTo(at(anew, t), 10);
      }),
    );
  });

  it('where no box is in the way, takes free rows to the same error: there they are best', () => {
    const { rows, signs } = madeUp(30, 40, {});
    const gram = gramMatrix(rows);
    const wide = { low: new Float64Array(30).fill(-1e6), high: new Float64Array(30).fill(1e6) };
    const state = { gram, betas: new Float64Array(30), errors: signs.map((sign) => -sign), ...wide };
    settleFree(state, freeRows(state));
    for (const error of state.errors) expect(error).toBeCloseTo(at(state.errors, 0), 9);
  });
});

describe('the dot products of many rows', () => {
  const random = mulberry32(7);
  it.each([
    [100, 1],
    [101, 17],
    [103, 64],
    [203, 33],
  ])('%i of %i features: right, symmetric, and in another order the same bit for bit', (count, width) => {
    const rows = Array.from({ length: count }, () => Float64Array.from({ length: width }, random));
    const gram = gramMatrix(rows);
    const order = shuffle([...rows.keys()], random);
    const turned = gramMatrix(order.map((row) => rows[row] as Float64Array));
    let [worst, moved, asymmetric] = [0, 0, 0];
    for (const [i, a] of rows.entries()) {
      for (const [j, b] of rows.entries()) {
        const product = at(gram, i * count + j);
        worst = Math.max(worst, Math.abs(product - dot(a, b)));
        if (product !== at(gram, j * count + i)) asymmetric++;
        const there = at(gram, (order[i] ?? 0) * count + (order[j] ?? 0));
        if (at(turned, i * count + j) !== there) moved++;
      }
    }
    expect(worst).toBeLessThan(1e-12);
    expect([asymmetric, moved]).toEqual([0, 0]);
  });
});

describe('linear equations', () => {
  const rowsOf = (count: number, width: number) => {
    const random = mulberry32(count);
    return Array.from({ length: count }, () => Float64Array.from({ length: width }, () => random() - 0.5));
  };

  it('are solved', () => {
    const matrix = gramMatrix(rowsOf(12, 20));
    const expected = Float64Array.from({ length: 12 }, (_, i) => i - 4);
    const x = Float64Array.from(expected, (_, i) => dot(matrix.subarray(12 * i, 12 * i + 12), expected));
    const factor = factorise(matrix.slice(), 12);
    solveLower(factor, x);
    solveUpper(factor, x);
    for (const [i, value] of x.entries()) expect(value).toBeCloseTo(at(expected, i), 9);
    expect([...factor.independent]).toEqual(Array(12).fill(1));
  });

  it('leave rows out that follow from those before', () => {
    const [a, b, c] = rowsOf(3, 9) as [Float64Array, Float64Array, Float64Array];
    const sum = a.map((value, j) => value + at(b, j));
    const matrix = gramMatrix([a, b, a, sum, c]);
    const factor = factorise(matrix, 5);
    expect([...factor.independent]).toEqual([1, 1, 0, 0, 1]);
    const x = Float64Array.of(1, 2, 3, 4, 5);
    solveLower(factor, x);
    solveUpper(factor, x);
    expect([x[2], x[3]]).toEqual([0, 0]);
  });
});

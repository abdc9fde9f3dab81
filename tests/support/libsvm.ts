// libsvm, compiled to WebAssembly (the package libsvm-wasm): the solver to be measured by.
//
// The package's own class is left out: it joins the rows one by one, which takes longer than to train, gives away no
// model, and frees its parameters twice. Called directly, the model is read from its memory.

import { addScaled, dot } from '../../src/core/svm/vectors.ts';

/** What is used of its Emscripten module. Pointers are byte offsets. */
interface LibsvmModule {
  readonly HEAPF64: Float64Array;
  readonly HEAPU32: Uint32Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _make_samples(data: number, labels: number, count: number, width: number): number;
  _make_param(...settings: number[]): number;
  _train_model(samples: number, parameters: number): number;
  _free_model(model: number): void;
  _free_sample(samples: number): void;
}
export type LibsvmFactory = (options: object) => Promise<LibsvmModule>;

export interface LibsvmFit {
  /** Of the training alone: neither scaling nor handing over the rows is in it. */
  readonly ms: number;
  readonly weights: Float64Array;
  readonly bias: number;
  readonly supportVectors: number;
  /** |w|^2 / 2 + C * sum of hinge losses, worked out from the weights. */
  readonly primal: number;
}

interface Settings {
  readonly C: number;
  /** Its own default is 1e-3. */
  readonly tolerance?: number;
}

export interface Libsvm {
  /** @param signs y: +1 or -1 per row */
  train(rows: readonly Float64Array[], signs: Float64Array, settings: Settings): LibsvmFit;
}

/** Bytes of a `svm_node`, and where in a `svm_model` the support vectors' number and places, alphas and rho are. */
const [NODE, COUNT, VECTORS, COEFFICIENTS, RHO] = [16, 100, 104, 108, 112];
/** Megabytes for products that it has worked out: more than 2000 rows need. */
const CACHE = 200;

/** @param factory what the package's dist/libsvm.js exports */
export async function startLibsvm(factory: LibsvmFactory, options: object = {}): Promise<Libsvm> {
  // It prints a dot for every thousand steps.
  const libsvm = await factory({ print: () => undefined, ...options });
  const word = (address: number) => libsvm.HEAPU32[address / 4] ?? Number.NaN;
  const number = (address: number) => libsvm.HEAPF64[address / 8] ?? Number.NaN;

  const put = (values: Float64Array): number => {
    const pointer = libsvm._malloc(8 * values.length);
    libsvm.HEAPF64.set(values, pointer / 8);
    return pointer;
  };
  const handOver = (rows: readonly Float64Array[], signs: Float64Array): number => {
    const width = rows[0]?.length ?? 0;
    const flat = new Float64Array(rows.length * width);
    for (const [i, row] of rows.entries()) flat.set(row, i * width);
    const [data, labels] = [put(flat), put(signs)];
    const samples = libsvm._make_samples(data, labels, rows.length, width);
    libsvm._free(data);
    libsvm._free(labels);
    return samples;
  };

  return {
    train(rows, signs, { C, tolerance = 1e-3 }) {
      const width = rows[0]?.length ?? 0;
      const samples = handOver(rows, signs);
      // C-SVC, linear; degree, gamma, coef0 and nu are not used; then p, shrinking, no probabilities, no weights.
      const [none, nothing] = [libsvm._malloc(4), libsvm._malloc(8)];
      const parameters = libsvm._make_param(
        ...[0, 0, 3, 1, 0, 0.5, CACHE, C, tolerance, 0.1, 1, 0, 0, none, nothing],
      );
      const start = performance.now();
      const model = libsvm._train_model(samples, parameters);
      const ms = performance.now() - start;

      const firstRow = word(word(samples + 8));
      const supportVectors = word(model + COUNT);
      const coefficients = word(word(model + COEFFICIENTS));
      const bias = -number(word(model + RHO));
      const weights = new Float64Array(width);
      for (let k = 0; k < supportVectors; k++) {
        const row = (word(word(model + VECTORS) + 4 * k) - firstRow) / (NODE * (width + 1));
        addScaled(weights, number(coefficients + 8 * k), rows[row] ?? new Float64Array(width));
      }
      libsvm._free_model(model);
      libsvm._free(parameters);
      libsvm._free(firstRow);
      libsvm._free_sample(samples);
      return { ms, weights, bias, supportVectors, primal: primalOf(rows, signs, C, weights, bias) };
    },
  };
}

/** |w|^2 / 2 + C * sum of hinge losses. */
function primalOf(
  rows: readonly Float64Array[],
  signs: Float64Array,
  C: number,
  weights: Float64Array,
  bias: number,
): number {
  const losses = rows.map((row, i) => Math.max(0, 1 - (signs[i] ?? 0) * (dot(weights, row) + bias)));
  return dot(weights, weights) / 2 + C * losses.reduce((sum, loss) => sum + loss, 0);
}

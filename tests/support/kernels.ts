// The WebAssembly kernels in Node, in both builds, and numbers to try them on.

import { setFlagsFromString } from 'node:v8';
import type { FeatureMap } from '../../src/network/kernels/featureMap.ts';
import type { Kernels } from '../../src/network/kernels/kernels.ts';
import { LinearMemory } from '../../src/network/kernels/linearMemory.ts';
import { bestBuild, type KernelBuild, startKernels } from '../../src/network/kernels/startKernels.ts';

export const BUILDS = ['simd', 'relaxed-simd'] as const;

/** A fresh instance. Node 20 knows relaxed SIMD, but only when it is told to; later ones do so unasked. */
export async function kernelsInNode(build: KernelBuild): Promise<Kernels> {
  if (build === 'relaxed-simd' && bestBuild() !== build) {
    setFlagsFromString('--experimental-wasm-relaxed-simd');
  }
  return await startKernels(build);
}

/** Kernels with a memory to lay things out in. */
export class Bench {
  readonly kernels: Kernels;
  readonly memory: LinearMemory;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
    this.memory = new LinearMemory(kernels.memory);
  }

  /** @returns the address of a copy */
  put(values: ArrayLike<number>): number {
    const address = this.memory.allocate(values.length * 4);
    this.memory.floats(address, values.length).set(values);
    return address;
  }

  get(address: number, count: number): Float32Array {
    return this.memory.floats(address, count).slice();
  }

  /** @param values [side, side, channels] */
  putMap(map: FeatureMap, values: Float32Array): void {
    this.#eachPlace(map, (address, place) => {
      const from = place * map.channels;
      this.memory.floats(address, map.channels).set(values.subarray(from, from + map.channels));
    });
  }

  /** @returns [side, side, channels] */
  getMap(map: FeatureMap): Float32Array {
    const values = new Float32Array(map.side ** 2 * map.channels);
    this.#eachPlace(map, (address, place) => {
      values.set(this.memory.floats(address, map.channels), place * map.channels);
    });
    return values;
  }

  #eachPlace(
    { address, side, rowBytes, placeBytes }: FeatureMap,
    visit: (at: number, place: number) => void,
  ) {
    for (let place = 0; place < side ** 2; place++) {
      visit(address + Math.floor(place / side) * rowBytes + (place % side) * placeBytes, place);
    }
  }
}

/** Numbers from -1 to 1 (exact in float32), the same for the same seed. */
export function madeUpNumbers(count: number, seed: number): Float32Array {
  const values = new Float32Array(count);
  let state = seed >>> 0;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    values[i] = state / 2 ** 31 - 1;
  }
  return values;
}

/** The largest difference of two lists; NaN when their lengths differ or a number is none. */
export function largestDifference(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (found.length !== expected.length) return Number.NaN;
  let largest = 0;
  for (let i = 0; i < found.length; i++) {
    const difference = Math.abs((found[i] as number) - (expected[i] as number));
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}

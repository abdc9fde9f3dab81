// Pooling, normalisation, means and what surrounds them, in both builds, against their definitions in float64.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNetworkInput } from '../../../../src/core/image.ts';
import { levels } from '../../../../src/network/dequantise.ts';
import { Bench, BUILDS, kernelsInNode, largestDifference, madeUpNumbers } from '../../../support/kernels.ts';
import { plainMaxPool, plainNormalisation } from '../../../support/plainLayers.ts';

const seed = fc.nat();
const side = fc.integer({ min: 1, max: 13 });
const channels = fc.integer({ min: 1, max: 6 }).map((fours) => fours * 4);
const RUNS = { numRuns: 40 };

describe.each(BUILDS)('layers in the build %s', async (build) => {
  const bench = new Bench(await kernelsInNode(build));
  const { kernels, memory } = bench;

  it('takes the largest of each window', () => {
    const strides = fc.constantFrom({ stride: 1, before: 1 }, { stride: 2, before: 0 });
    fc.assert(
      fc.property(side, channels, strides, seed, (size, width, { stride, before }, from) => {
        const values = madeUpNumbers(size ** 2 * width, from);
        // Without a place before it, the last window must have its middle inside.
        const outputSide = before === 1 ? size : Math.floor(size / 2);
        const output = bench.put(new Float32Array(outputSide ** 2 * width));
        kernels.maxPool(bench.put(values), size, width, stride, before, output, outputSide);
        const expected = plainMaxPool(values, size, width, stride, before, outputSide);
        expect(largestDifference(bench.get(output, expected.length), expected)).toBe(0);
      }),
      RUNS,
    );
  });

  it('normalises over five channels', () => {
    fc.assert(
      fc.property(side, channels, fc.constantFrom(1e-4, 1), seed, (places, width, alpha, from) => {
        const values = madeUpNumbers(places * width, from).map((value) => value * 300);
        const data = bench.put(values);
        kernels.normalise(data, places, width, alpha, memory.allocate((width + 8) * 4));
        const expected = plainNormalisation(values, width, alpha);
        expect(largestDifference(bench.get(data, values.length), expected)).toBeLessThan(300 * 1e-6);
      }),
      RUNS,
    );
  });

  it('takes means over places', () => {
    fc.assert(
      fc.property(side, channels, seed, (places, width, from) => {
        const values = madeUpNumbers(places * width, from);
        const output = bench.put(new Float32Array(width));
        kernels.meansOverPlaces(bench.put(values), places, width, output);
        const expected = Array.from({ length: width }, (_, channel) => {
          const own = values.filter((_value, i) => i % width === channel);
          return own.reduce((sum, value) => sum + value, 0) / places;
        });
        expect(largestDifference(bench.get(output, width), expected)).toBeLessThan(1e-6);
      }),
      RUNS,
    );
  });

  it('makes the input that toNetworkInput makes', () => {
    const square = Uint8Array.from({ length: 5 * 5 * 3 }, (_, i) => (i * 37) & 255);
    const address = memory.allocate(square.length);
    memory.bytesAt(address, square.length).set(square);
    const output = memory.allocate(square.length * 4);
    kernels.prepareInput(address, 5, 104, 117, 123, output, 5 * 12);
    expect(bench.get(output, square.length)).toEqual(toNetworkInput(square));
  });

  it('looks bytes up', () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7) & 255);
    const address = memory.allocate(bytes.length);
    memory.bytesAt(address, bytes.length).set(bytes);
    const numbers = memory.allocate(bytes.length * 4);
    const scale = 0.0123;
    const min = -1.7;
    kernels.lookUp(address, bytes.length, bench.put(levels({ scale, min })), numbers);
    expect(bench.get(numbers, bytes.length)).toEqual(Float32Array.from(bytes, (byte) => byte * scale + min));
  });
});

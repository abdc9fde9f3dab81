// Both kinds of convolution, in both builds, against their definition in float64.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directConvolution } from '../../../../src/network/kernels/directConvolution.ts';
import { placeMap, someChannels } from '../../../../src/network/kernels/featureMap.ts';
import {
  allocatePackingScratch,
  packWeights,
  placeWeights,
} from '../../../../src/network/kernels/packedWeights.ts';
import { allocateProductScratch } from '../../../../src/network/kernels/productScratch.ts';
import {
  allocateScratch,
  borderAfter,
  winogradConvolution,
} from '../../../../src/network/kernels/winogradConvolution.ts';
import { Bench, BUILDS, kernelsInNode, largestDifference, madeUpNumbers } from '../../../support/kernels.ts';
import { type PlainConvolution, plainConvolution } from '../../../support/plainLayers.ts';

const seed = fc.nat();
const side = fc.integer({ min: 1, max: 15 });
const outputs = fc.integer({ min: 1, max: 4 }).map((eights) => eights * 8);

/** Channels of a wider output before and after those that a convolution writes. */
const BESIDE = 8;
const UNTOUCHED = 7;

describe.each(BUILDS)('convolutions in the build %s', async (build) => {
  const bench = new Bench(await kernelsInNode(build));
  const { kernels, memory } = bench;
  const workbench = {
    kernels,
    memory,
    winograd: allocateScratch(memory, 64),
    products: allocateProductScratch(memory),
    packing: allocatePackingScratch(memory, 20_000),
  };

  /** @returns the largest error, in units of the largest sum that could have come out */
  function worstError(shape: PlainConvolution, kind: 'direct' | 'winograd', from: number): number {
    const { inputs, size, pad, outputSide } = shape;
    const numbers = {
      'layer/filter': madeUpNumbers(size ** 2 * inputs * shape.outputs, from + 1),
      'layer/bias': madeUpNumbers(shape.outputs, from + 2),
    };
    const kept = (name: keyof typeof numbers) => {
      const values = numbers[name];
      return {
        spec: { name, shape: [values.length], dtype: 'float32' as const },
        bytes: new Uint8Array(values.slice().buffer),
      };
    };
    const layer = { name: 'layer', shape: [size, size, inputs, shape.outputs] };
    const weights = placeWeights(memory, layer, kind);
    const ofLayer = { filter: kept('layer/filter'), bias: kept('layer/bias') };
    packWeights(workbench, weights, ofLayer);
    const after = kind === 'direct' ? pad + shape.stride : borderAfter(shape.side, size);
    const input = placeMap(memory, shape.side, inputs, pad, after);
    const values = madeUpNumbers(shape.side ** 2 * inputs, from);
    bench.putMap(input, values);
    const wide = placeMap(memory, outputSide, shape.outputs + 2 * BESIDE);
    bench.putMap(wide, new Float32Array(outputSide ** 2 * wide.channels).fill(UNTOUCHED));
    const output = someChannels(wide, BESIDE, shape.outputs);
    const run =
      kind === 'direct'
        ? directConvolution(workbench, weights, input, output, shape)
        : winogradConvolution(workbench, weights, input, output);
    run();
    const others = bench.getMap(wide).filter((value) => value === UNTOUCHED).length;
    expect(others, 'numbers beside the output').toBe(outputSide ** 2 * 2 * BESIDE);
    const expected = plainConvolution(shape, values, numbers['layer/filter'], numbers['layer/bias']);
    return largestDifference(bench.getMap(output), expected) / (size ** 2 * inputs);
  }

  it('computes any filter, stride and number of channels directly', () => {
    const shapes = fc.record({
      side,
      outputs,
      inputs: fc.integer({ min: 1, max: 9 }),
      size: fc.constantFrom(1, 3, 5, 7),
      stride: fc.constantFrom(1, 2),
    });
    fc.assert(
      fc.property(shapes, seed, (shape, from) => {
        const pad = (shape.size - 1) / 2;
        const outputSide = Math.ceil(shape.side / shape.stride);
        expect(worstError({ ...shape, pad, outputSide }, 'direct', from)).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('computes filters of 3 and 5 by Winograd', () => {
    const shapes = fc.record({
      side,
      outputs,
      inputs: fc.integer({ min: 1, max: 6 }).map((fours) => fours * 4),
      size: fc.constantFrom(3, 5),
    });
    fc.assert(
      fc.property(shapes, seed, (shape, from) => {
        const pad = (shape.size - 1) / 2;
        const error = worstError({ ...shape, pad, stride: 1, outputSide: shape.side }, 'winograd', from);
        expect(error).toBeLessThan(1e-6);
      }),
      { numRuns: 60 },
    );
  });
});

// Photos resampled band by band, in WebAssembly and in JavaScript, against core's resampler, byte for byte.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NETWORK_SIDE, resizeCentreSquare } from '../../../../src/core/image.ts';
import {
  type BandResampler,
  resampleInJavaScript,
  resampleInWasm,
  startResampling,
} from '../../../../src/network/square/bandResampler.ts';

const kernels = await startResampling();
if (!kernels) throw new Error('Node has WebAssembly with SIMD');

const WAYS = {
  WebAssembly: (side: number) => resampleInWasm(kernels, side),
  JavaScript: resampleInJavaScript,
};

/** Noise of 0, 255 and all between: the extremes are where sums could overflow. */
function noise(side: number, seed: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(side * side * 4);
  let state = seed;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const level = state >>> 24;
    pixels[i] = level < 64 ? 0 : level > 192 ? 255 : level;
  }
  return pixels;
}

/** @returns 224 * 224 * 3 */
function squareBy({ bandRows, band, add, finish }: BandResampler, pixels: Uint8ClampedArray, side: number) {
  for (let row = 0; row < side; row += bandRows) {
    const count = Math.min(bandRows, side - row);
    band.set(pixels.subarray(row * side * 4, (row + count) * side * 4));
    add(count);
  }
  return finish().filter((_, i) => i % 4 < 3);
}

describe.each(Object.entries(WAYS))('in %s', (_, start) => {
  const expectSame = (side: number, seed: number) => {
    const pixels = noise(side, seed);
    const found = squareBy(start(side), pixels, side);
    const expected = resizeCentreSquare(pixels, side, side);
    expect(found).toHaveLength(NETWORK_SIDE ** 2 * 3);
    expect(found.findIndex((level, i) => level !== expected[i])).toBe(-1);
  };

  it('gives the same bytes for any photo', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(), (side, seed) => expectSame(side, seed)),
      { numRuns: 25 },
    );
  });

  it.each([1, 2, 223, 224, 225, 448, 513, 1500])('and for one of %d pixels', (side) =>
    expectSame(side, side),
  );

  it('needs a band for a large one, and several bands', () => {
    const { bandRows, band } = start(1500);
    expect(bandRows).toBeLessThan(1500 / 2);
    expect(band.length).toBe(bandRows * 1500 * 4);
  });
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triangleWeights } from '../../../src/core/image/resample.ts';
import { centreSquare, MEAN_BGR, resizeCentreSquare, toNetworkInput } from '../../../src/core/image.ts';
import { noiseRgba } from '../../fixtures/pillow/noise.ts';
import cases from '../../fixtures/pillow/resize.json' with { type: 'json' };

const side = fc.integer({ min: 1, max: 70 });
const level = fc.integer({ min: 0, max: 255 });

describe('resizeCentreSquare', () => {
  it.each(cases)("gives Pillow's bytes: $kind $width x $height to $size", (pillow) => {
    const { kind, width, height, size } = pillow;
    const square = resizeCentreSquare(noiseRgba(width, height, kind), width, height, size);
    if ('rgb' in pillow) expect([...square]).toEqual([...Buffer.from(pillow.rgb ?? '', 'base64')]);
    expect(createHash('sha256').update(square).digest('hex')).toBe(pillow.sha256);
  });

  it('keeps a constant image constant', () => {
    fc.assert(
      fc.property(side, side, side, fc.tuple(level, level, level, level), (width, height, size, pixel) => {
        const rgba = new Uint8ClampedArray(width * height * 4).map((_, i) => pixel[i % 4] ?? 0);
        const square = resizeCentreSquare(rgba, width, height, size);
        expect(square).toHaveLength(size * size * 3);
        expect(square.every((value, i) => value === pixel[i % 3])).toBe(true);
      }),
    );
  });

  it('stays between the darkest and the lightest pixel', () => {
    fc.assert(
      fc.property(side, side, side, fc.infiniteStream(level), (width, height, size, levels) => {
        const rgba = new Uint8ClampedArray(width * height * 4).map(() => levels.next().value);
        const square = resizeCentreSquare(rgba, width, height, size);
        expect(Math.min(...square)).toBeGreaterThanOrEqual(Math.min(...rgba));
        expect(Math.max(...square)).toBeLessThanOrEqual(Math.max(...rgba));
      }),
      { numRuns: 30 },
    );
  });

  it('refuses pixels that do not fit the size', () => {
    expect(() => resizeCentreSquare(new Uint8ClampedArray(12), 2, 2)).toThrow(RangeError);
    expect(() => resizeCentreSquare(new Uint8ClampedArray(0), 0, 0)).toThrow(RangeError);
  });
});

describe('triangleWeights', () => {
  it('sums to one in 22-bit fixed point, within a rounding per tap, and reads inside the line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12_000 }),
        fc.integer({ min: 1, max: 300 }),
        (inSize, outSize) => {
          const { taps, first, count, weights } = triangleWeights(inSize, outSize);
          for (let i = 0; i < outSize; i++) {
            const used = weights.subarray(i * taps, i * taps + (count[i] ?? 0));
            const sum = used.reduce((total, weight) => total + weight, 0);
            expect(Math.abs(sum - 2 ** 22)).toBeLessThanOrEqual(used.length);
            expect((first[i] ?? -1) >= 0 && (first[i] ?? 0) + used.length <= inSize).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('centreSquare', () => {
  it('leaves the spare pixel at the right and at the bottom', () => {
    expect(centreSquare(640, 427)).toEqual({ left: 106, top: 0, side: 427 });
    expect(centreSquare(427, 640)).toEqual({ left: 0, top: 106, side: 427 });
    expect(centreSquare(9, 9)).toEqual({ left: 0, top: 0, side: 9 });
  });
});

describe('toNetworkInput', () => {
  it('turns R G B into B G R minus the mean', () => {
    expect([...toNetworkInput(Uint8Array.of(255, 117, 0, 1, 2, 3))]).toEqual([
      -104, 0, 132, -101, -115, -122,
    ]);
    expect(MEAN_BGR).toEqual([104, 117, 123]);
  });

  it('refuses what is not whole pixels', () => {
    expect(() => toNetworkInput(new Uint8Array(4))).toThrow(RangeError);
  });
});

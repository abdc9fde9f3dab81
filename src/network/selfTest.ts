// Does this backend compute the right numbers? A driver bug or a half-precision overflow shows here, before any
// photo is judged by it. The run also warms the backend up: its shaders are compiled, its memory is there.

import { NETWORK_SIDE } from '../core/image.ts';
import type { Precision } from '../core/modelId.ts';
import { CLASS_COUNT } from './architecture.ts';

/** Every 125th logit of `testPattern()`, computed with WASM (which agrees with PyTorch within 1e-3). */
const GOLDEN_LOGITS: Readonly<Record<Precision, readonly number[]>> = {
  uint8: [-4.1679, -1.7158, -3.3587, -2.0304, -0.5056, 2.4149, 3.2479, -2.3165],
  float16: [-4.2201, -1.6988, -3.2238, -2.0668, -0.6234, 2.3265, 3.2044, -2.1932],
  float32: [-4.2196, -1.697, -3.2241, -2.0664, -0.6223, 2.3246, 3.2017, -2.192],
};

/**
 * How exactly a device computes. Full precision is off by up to 0.0005 here, half precision by 0.003 to 0.03; wrong
 * kernels are off by whole units.
 */
const FULL = 0.0015;
const HALF = 0.15;

/** Single precision, or half of it, as on many phones. */
export type Arithmetic = 'full' | 'half';

/** A picture made of integers alone, hence the same on every machine: [224, 224, 3] RGB, 0..255. */
export function testPattern(): Uint8Array {
  const square = new Uint8Array(NETWORK_SIDE * NETWORK_SIDE * 3);
  for (let y = 0; y < NETWORK_SIDE; y++) {
    for (let x = 0; x < NETWORK_SIDE; x++) {
      const disc = (x - 112) ** 2 + (y - 112) ** 2 < 4900 ? 90 : 0;
      const at = (y * NETWORK_SIDE + x) * 3;
      square[at] = (x + disc) & 255;
      square[at + 1] = (y + 2 * disc) & 255;
      square[at + 2] = (((x >> 4) ^ (y >> 4)) * 16 + disc) & 255;
    }
  }
  return square;
}

/**
 * @param logits of `testPattern()`, 1000 numbers
 * @returns null for wrong numbers
 */
export function arithmeticOf(logits: Float32Array, precision: Precision): Arithmetic | null {
  const golden = GOLDEN_LOGITS[precision];
  const isWithin = (tolerance: number) =>
    sampleLogits(logits).every((value, i) => Math.abs(value - (golden[i] ?? Number.NaN)) < tolerance);
  if (isWithin(FULL)) return 'full';
  return isWithin(HALF) ? 'half' : null;
}

function sampleLogits(logits: Float32Array): number[] {
  return Array.from({ length: CLASS_COUNT / 125 }, (_, i) => logits[i * 125] ?? Number.NaN);
}

// Browsers compile WebAssembly twice: at once and badly, and well once a function has been busy for a while. What a start
// is busy with is made busy beforehand, while the first weights are still on their way.

import type { Kernels } from './kernels.ts';

/** Together five milliseconds, enough for V8 to take notice of each function. */
const ROUNDS = 60;

/** @param kernels of an instance of its own, of whose memory nothing but the 64 kB that are there is used */
export function warmUp(kernels: Kernels): void {
  const [input, output, scratch] = [0, 16_384, 49_152];
  // Nothing is written there: tables of zeros, by which all rows and tiles are the first one.
  const zeros = 61_440;
  for (let round = 0; round < ROUNDS; round++) {
    kernels.lookUp(input, 8192, zeros, output);
    kernels.packFilters(input, 64, 64, output);
    kernels.transformFilters(input, 3, 16, 8, output, 640, scratch);
    kernels.multiply(input, zeros, input, output, zeros, 24, 128, 1, 0, 4, zeros, 0, scratch, 12_288);
    kernels.transformInput(input, zeros, 4, 32, 768, output, 640, scratch);
    kernels.transformOutput(input, 640, 4, 32, 4, output, zeros, 512, 128, zeros, 0, scratch);
  }
}

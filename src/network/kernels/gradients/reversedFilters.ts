// A convolution's filters as the way back reads them: its gradient with respect to its input is a convolution, too, of the
// gradient with respect to its output, by the same filters turned by 180 degrees, inputs and outputs exchanged.

/**
 * @param filter [size, size, inputs, outputs], of stride 1
 * @returns [size, size, outputs, inputs]
 */
export function reverseFilter(
  filter: Float32Array,
  size: number,
  inputs: number,
  outputs: number,
): Float32Array {
  const reversed = new Float32Array(filter.length);
  const taps = size * size;
  for (let tap = 0; tap < taps; tap++) {
    const from = tap * inputs * outputs;
    const to = (taps - 1 - tap) * inputs * outputs;
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++) {
        reversed[to + output * inputs + input] = filter[from + input * outputs + output] as number;
      }
    }
  }
  return reversed;
}

/** Pixels that conv1's stride makes of a place, along each side. */
export const PHASES = 2;
const CONV1 = { size: 7, inputs: 3, outputs: 64 };
/** Places of conv1 that a pair of pixels was seen by, along each side: one before its own to two after. */
export const BACK = { size: 4, before: 1, after: 2, inputs: 64, outputs: 16 };

/**
 * conv1 goes in steps of two pixels, so each pixel of a pair of rows and columns has taps of its own: pixel 2q + r was
 * seen by place i = q - 1 + t through the filter's tap 5 - 2t + r. So its way back is one convolution of stride 1 with
 * 4 x 4 taps, which gives the four pixels of a place as channels.
 * @param filter [7, 7, 3, 64]
 * @returns [4, 4, 64, 16]: of the 16 channels, (2 * row + column) * 3 + colour; the last four are 0
 */
export function reverseConv1(filter: Float32Array): Float32Array {
  const { size, inputs, outputs } = CONV1;
  const reversed = new Float32Array(BACK.size ** 2 * outputs * BACK.outputs);
  for (let ty = 0; ty < BACK.size; ty++) {
    for (let tx = 0; tx < BACK.size; tx++) {
      for (let phase = 0; phase < PHASES ** 2; phase++) {
        const v = 5 - 2 * ty + Math.floor(phase / PHASES);
        const u = 5 - 2 * tx + (phase % PHASES);
        if (v < 0 || u < 0 || v >= size || u >= size) continue;
        for (let output = 0; output < outputs; output++) {
          const to = ((ty * BACK.size + tx) * outputs + output) * BACK.outputs + phase * inputs;
          for (let colour = 0; colour < inputs; colour++) {
            const from = ((v * size + u) * inputs + colour) * outputs + output;
            reversed[to + colour] = filter[from] as number;
          }
        }
      }
    }
  }
  return reversed;
}

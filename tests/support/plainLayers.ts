// The network's layers as their definitions say, in float64 and without any cleverness: what the kernels are held to.

export interface PlainConvolution {
  readonly side: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly size: number;
  readonly stride: number;
  readonly pad: number;
  readonly outputSide: number;
}

type Numbers = ArrayLike<number>;

/** @returns [outputSide, outputSide, outputs], after the ReLU */
export function plainConvolution(
  { side, inputs, outputs, size, stride, pad, outputSide }: PlainConvolution,
  input: Numbers,
  filters: Numbers,
  bias: Numbers,
): Float64Array {
  const result = new Float64Array(outputSide ** 2 * outputs);
  for (let y = 0; y < outputSide; y++) {
    for (let x = 0; x < outputSide; x++) {
      const to = (y * outputSide + x) * outputs;
      for (let output = 0; output < outputs; output++) result[to + output] = bias[output] as number;
      for (let tap = 0; tap < size ** 2; tap++) {
        const row = y * stride - pad + Math.floor(tap / size);
        const column = x * stride - pad + (tap % size);
        if (row < 0 || row >= side || column < 0 || column >= side) continue;
        for (let channel = 0; channel < inputs; channel++) {
          const value = input[(row * side + column) * inputs + channel] as number;
          const weights = (tap * inputs + channel) * outputs;
          for (let output = 0; output < outputs; output++) {
            (result[to + output] as number) += value * (filters[weights + output] as number);
          }
        }
      }
    }
  }
  return result.map((value) => Math.max(value, 0));
}

/** 3 x 3 windows, the first beginning `before` places before the input, cut at its edges. */
export function plainMaxPool(
  input: Numbers,
  side: number,
  channels: number,
  stride: number,
  before: number,
  outputSide: number,
): Float64Array {
  const result = new Float64Array(outputSide ** 2 * channels).fill(Number.NEGATIVE_INFINITY);
  for (let at = 0; at < result.length; at++) {
    const channel = at % channels;
    const place = Math.floor(at / channels);
    for (let tap = 0; tap < 9; tap++) {
      const row = Math.floor(place / outputSide) * stride - before + Math.floor(tap / 3);
      const column = (place % outputSide) * stride - before + (tap % 3);
      if (row < 0 || row >= side || column < 0 || column >= side) continue;
      result[at] = Math.max(
        result[at] as number,
        input[(row * side + column) * channels + channel] as number,
      );
    }
  }
  return result;
}

/** Caffe's LRN over 5 channels: x / (1 + alpha / 5 * sum of squares) ^ 0.75. */
export function plainNormalisation(input: Numbers, channels: number, alpha: number): Float64Array {
  return Float64Array.from(input, (value, at) => {
    const channel = at % channels;
    let sum = 0;
    for (let near = Math.max(channel - 2, 0); near <= Math.min(channel + 2, channels - 1); near++) {
      sum += (input[at - channel + near] as number) ** 2;
    }
    return value / (1 + (alpha / 5) * sum) ** 0.75;
  });
}

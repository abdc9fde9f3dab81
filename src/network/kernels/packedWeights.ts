// A layer's weights in the module's memory, in the order in which its kernels read them.

import type { LayerSpec } from '../architecture.ts';
import { type KeptWeight, levels, toNumbers } from '../dequantise.ts';
import { filterDimensions } from '../sourceTensors.ts';
import type { Kernels } from './kernels.ts';
import type { LinearMemory } from './linearMemory.ts';
import { filterPitch } from './winogradConvolution.ts';

export interface ConvolutionWeights {
  /** For which kind of convolution. */
  readonly packing: 'direct' | 'winograd';
  /** Address of the packed filters. */
  readonly filters: number;
  readonly bias: number;
  /** Of the filters along each side, in places. */
  readonly size: number;
  readonly inputs: number;
  readonly outputs: number;
}

/** Memory that is needed while weights are packed. */
export interface PackingScratch {
  /** Room for the largest filter in float32. */
  readonly numbers: number;
  /** Room for its bytes, should they be quantised to 8 bits. */
  readonly bytes: number;
  /** 256 numbers. */
  readonly levels: number;
  /** 30 vectors of 4 numbers. */
  readonly vectors: number;
}

/** @param largest the most numbers that a filter has */
export const allocatePackingScratch = (memory: LinearMemory, largest: number): PackingScratch => ({
  numbers: memory.allocate(largest * 4),
  bytes: memory.allocate(largest),
  levels: memory.allocate(256 * 4),
  vectors: memory.allocate(30 * 16),
});

export function placeWeights(
  memory: LinearMemory,
  layer: LayerSpec,
  packing: 'direct' | 'winograd',
): ConvolutionWeights {
  const [size, , inputs, outputs] = filterDimensions(layer);
  const bias = memory.allocate(outputs * 4);
  const filters = memory.allocate(
    packing === 'direct' ? size * size * inputs * outputs * 4 : 36 * filterPitch(inputs, outputs),
  );
  return { packing, filters, bias, size, inputs, outputs };
}

/** Writes a layer's weights to where they were placed. */
export function packWeights(
  kernels: Kernels,
  memory: LinearMemory,
  { packing, filters, bias, size, inputs, outputs }: ConvolutionWeights,
  kept: { readonly filter: KeptWeight; readonly bias: KeptWeight },
  scratch: PackingScratch,
): void {
  memory.floats(bias, outputs).set(toNumbers(kept.bias.spec, kept.bias.bytes));
  setNumbers(kernels, memory, kept.filter, scratch);
  if (packing === 'direct') {
    kernels.packFilters(scratch.numbers, size * size * inputs, outputs, filters);
    return;
  }
  const pitch = filterPitch(inputs, outputs);
  kernels.transformFilters(scratch.numbers, size, inputs, outputs, filters, pitch, scratch.vectors);
}

/** Dequantises 8 bits inside the module, to the same numbers as `dequantise` in a fifth of its time. */
function setNumbers(
  kernels: Kernels,
  memory: LinearMemory,
  { spec, bytes }: KeptWeight,
  scratch: PackingScratch,
): void {
  const { quantization } = spec;
  if (quantization?.dtype === 'uint8') {
    memory.bytesAt(scratch.bytes, bytes.length).set(bytes);
    memory.floats(scratch.levels, 256).set(levels(quantization));
    kernels.lookUp(scratch.bytes, bytes.length, scratch.levels, scratch.numbers);
    return;
  }
  const numbers = toNumbers(spec, bytes);
  memory.floats(scratch.numbers, numbers.length).set(numbers);
}

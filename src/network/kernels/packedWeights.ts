// A layer's weights in the module's memory, in the order in which its kernels read them.

import type { LayerSpec } from '../architecture.ts';
import { type KeptWeight, levels, toNumbers } from '../dequantise.ts';
import { filterDimensions } from '../sourceTensors.ts';
import type { LinearMemory } from './linearMemory.ts';
import { filterPitch } from './winogradConvolution.ts';
import type { Workbench } from './workbench.ts';

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
  layer: Pick<LayerSpec, 'shape'>,
  packing: 'direct' | 'winograd',
): ConvolutionWeights {
  const [size, , inputs, outputs] = filterDimensions(layer);
  const bias = memory.allocate(outputs * 4);
  const filters = memory.allocate(
    packing === 'direct' ? size * size * inputs * outputs * 4 : 36 * filterPitch(inputs, outputs),
  );
  return { packing, filters, bias, size, inputs, outputs };
}

type Packer = Pick<Workbench, 'kernels' | 'memory' | 'packing'>;

/** Writes a layer's weights to where they were placed. */
export function packWeights(
  bench: Packer,
  weights: ConvolutionWeights,
  kept: { readonly filter: KeptWeight; readonly bias: KeptWeight },
): void {
  bench.memory.floats(weights.bias, weights.outputs).set(toNumbers(kept.bias.spec, kept.bias.bytes));
  setNumbers(bench, kept.filter);
  packNumbers(bench, weights);
}

/**
 * The same from numbers; the bias stays 0.
 * @param filter [size, size, inputs, outputs]
 */
export function packFilter(bench: Packer, weights: ConvolutionWeights, filter: Float32Array): void {
  bench.memory.floats(bench.packing.numbers, filter.length).set(filter);
  packNumbers(bench, weights);
}

function packNumbers(
  { kernels, packing: { numbers, vectors } }: Packer,
  { packing, filters, size, inputs, outputs }: ConvolutionWeights,
): void {
  if (packing === 'direct') {
    kernels.packFilters(numbers, size * size * inputs, outputs, filters);
    return;
  }
  kernels.transformFilters(numbers, size, inputs, outputs, filters, filterPitch(inputs, outputs), vectors);
}

/** Dequantises 8 bits inside the module, to the same numbers as `dequantise` in a fifth of its time. */
function setNumbers({ kernels, memory, packing }: Packer, { spec, bytes }: KeptWeight): void {
  const { quantization } = spec;
  if (quantization?.dtype === 'uint8') {
    memory.bytesAt(packing.bytes, bytes.length).set(bytes);
    memory.floats(packing.levels, 256).set(levels(quantization));
    kernels.lookUp(packing.bytes, bytes.length, packing.levels, packing.numbers);
    return;
  }
  const numbers = toNumbers(spec, bytes);
  memory.floats(packing.numbers, numbers.length).set(numbers);
}

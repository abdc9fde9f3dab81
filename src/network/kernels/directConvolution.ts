// A convolution as one matrix product: each row is a window, read where it lies.

import type { FeatureMap } from './featureMap.ts';
import { placeOffsets } from './featureMap.ts';
import type { ConvolutionWeights } from './packedWeights.ts';
import type { Workbench } from './workbench.ts';

export interface DirectOptions {
  readonly stride?: number;
  /** Zeros around the input that windows read. */
  readonly pad?: number;
  readonly relu?: boolean;
}

/**
 * Convolution, bias, ReLU.
 * @param input with a border of at least `pad` zeros
 * @param output its channels are those of the filters
 */
export function directConvolution(
  { kernels, memory, products }: Pick<Workbench, 'kernels' | 'memory' | 'products'>,
  { filters, bias, size, inputs, outputs }: ConvolutionWeights,
  input: FeatureMap,
  output: FeatureMap,
  { stride = 1, pad = 0, relu = true }: DirectOptions = {},
): () => void {
  const depth = size * inputs;
  const first = input.address - pad * (input.rowBytes + input.placeBytes);
  const inputRows = memory.table(placeOffsets(input, output.side, stride));
  const outputRows = memory.table(placeOffsets(output, output.side));
  const rows = output.side ** 2;
  // Six rows at a time, at least one group of them.
  if (rows > 1 && depth * size * 6 * 4 > products.bytes)
    throw new RangeError('too little memory for a product');
  const jump = input.rowBytes - depth * 4;
  const floor = relu ? 0 : Number.NEGATIVE_INFINITY;
  return () =>
    kernels.multiply(
      first,
      inputRows,
      filters,
      output.address,
      outputRows,
      rows,
      depth,
      size,
      jump,
      outputs / 8,
      bias,
      floor,
      products.address,
      products.bytes,
    );
}

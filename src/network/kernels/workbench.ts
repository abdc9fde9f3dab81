// What all layers of a network share: the kernels, their memory, and room in it for what is needed only for a moment.

import { LAYERS, type LayerSpec } from '../architecture.ts';
import { elementCount, filterDimensions } from '../sourceTensors.ts';
import type { Kernels } from './kernels.ts';
import { LinearMemory } from './linearMemory.ts';
import { allocatePackingScratch, type PackingScratch } from './packedWeights.ts';
import { allocateProductScratch, type ProductScratch } from './productScratch.ts';
import { allocateScratch, type WinogradScratch } from './winogradConvolution.ts';

export interface Workbench {
  /** Of an instance that nobody else uses. */
  readonly kernels: Kernels;
  readonly memory: LinearMemory;
  readonly packing: PackingScratch;
  readonly winograd: WinogradScratch;
  readonly products: ProductScratch;
}

/** @throws RangeError when this machine has no memory left */
export function setUpWorkbench(kernels: Kernels): Workbench {
  const memory = new LinearMemory(kernels.memory);
  const largest = Math.max(...LAYERS.map(({ shape }) => elementCount(shape)));
  const widest = Math.max(...LAYERS.map((layer) => (isWide(layer) ? filterDimensions(layer)[3] : 0)));
  return {
    kernels,
    memory,
    packing: allocatePackingScratch(memory, largest),
    winograd: allocateScratch(memory, widest),
    products: allocateProductScratch(memory),
  };
}

/** Convolutions of 3 x 3 and 5 x 5 places; each has fewer inputs than outputs. */
const isWide = ({ shape }: LayerSpec): boolean => shape[0] === 3 || shape[0] === 5;

// Memory in which all products of a network lay out the rows that they are at.

import type { LinearMemory } from './linearMemory.ts';

export interface ProductScratch {
  readonly address: number;
  readonly bytes: number;
}

/** A quarter of a usual second cache, in which they stay while all filters pass over them. */
const BYTES = 128 * 1024;

export const allocateProductScratch = (memory: LinearMemory): ProductScratch => ({
  address: memory.allocate(BYTES),
  bytes: BYTES,
});

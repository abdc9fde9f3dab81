// A convolution of stride 1 with 2.8 to 4 times fewer multiplications: Winograd's F(4x4, 3x3) and F(2x2, 5x5), both on
// tiles of 6 x 6 places.
//
// Lavin and Gray, "Fast algorithms for convolutional neural networks", CVPR 2016.

import type { FeatureMap } from './featureMap.ts';
import type { LinearMemory } from './linearMemory.ts';
import type { ConvolutionWeights } from './packedWeights.ts';
import type { Workbench } from './workbench.ts';

const TILE = 6;
const FREQUENCIES = TILE * TILE;

/** Tiles that are taken through all three steps together, so that what lies between stays in the caches. */
const TILES_AT_ONCE = 24;

/** Zeros after the input that its last tiles read, for a side and a size of filter. */
export function borderAfter(side: number, size: number): number {
  const step = tileStep(size);
  return Math.ceil(side / step) * step + size - 1 - side - (size - 1) / 2;
}

/** Places of the output that a tile gives along each side. */
const tileStep = (size: number): number => TILE + 1 - size;

/** Memory that all Winograd convolutions of a network share. */
export interface WinogradScratch {
  readonly inputs: number;
  readonly outputs: number;
  /** 36 vectors of 4 numbers. */
  readonly vectors: number;
  readonly zeros: number;
}

/** @param channels the most that any of the convolutions reads or gives */
export function allocateScratch(memory: LinearMemory, channels: number): WinogradScratch {
  const bytes = FREQUENCIES * pitchOf(TILES_AT_ONCE, channels);
  return {
    inputs: memory.allocate(bytes),
    outputs: memory.allocate(bytes),
    vectors: memory.allocate(FREQUENCIES * 16),
    zeros: memory.allocate(channels * 4),
  };
}

/** One cache line more than needed: powers of two apart, 36 values would fall into the same few lines of a cache. */
const pitchOf = (tiles: number, channels: number): number => tiles * channels * 4 + 64;

/** Bytes from one frequency of the packed filters to the next. */
export const filterPitch = (inputs: number, outputs: number): number => pitchOf(inputs, outputs);

/**
 * Convolution that keeps the size, bias and (unless told otherwise) ReLU.
 * @param weights filters as `transformFilters` gives them
 * @param input with a border of (size - 1) / 2 zeros before and `borderAfter` after
 */
export function winogradConvolution(
  {
    kernels,
    memory,
    winograd: scratch,
    products,
  }: Pick<Workbench, 'kernels' | 'memory' | 'winograd' | 'products'>,
  { filters, bias, size, inputs, outputs }: ConvolutionWeights,
  input: FeatureMap,
  output: FeatureMap,
  { relu = true }: { readonly relu?: boolean } = {},
): () => void {
  const step = tileStep(size);
  const perSide = Math.ceil(output.side / step);
  const tiles = perSide ** 2;
  const reads: number[] = [];
  const writes: number[] = [];
  for (let y = 0; y < output.side; y += step) {
    for (let x = 0; x < output.side; x += step) {
      reads.push(y * input.rowBytes + x * input.placeBytes);
      const rows = Math.min(step, output.side - y);
      const columns = Math.min(step, output.side - x);
      writes.push(y * output.rowBytes + x * output.placeBytes, rows, columns);
    }
  }
  const readTable = memory.table(reads);
  const writeTable = memory.table(writes);
  const atOnce = Math.min(tiles, TILES_AT_ONCE);
  const inputRows = memory.table(Array.from({ length: atOnce }, (_, tile) => tile * inputs * 4));
  const outputRows = memory.table(Array.from({ length: atOnce }, (_, tile) => tile * outputs * 4));
  const inputPitch = pitchOf(atOnce, inputs);
  const outputPitch = pitchOf(atOnce, outputs);
  const pad = (size - 1) / 2;
  const first = input.address - pad * (input.rowBytes + input.placeBytes);
  const floor = relu ? 0 : Number.NEGATIVE_INFINITY;
  return () => {
    for (let tile = 0; tile < tiles; tile += atOnce) {
      const count = Math.min(atOnce, tiles - tile);
      kernels.transformInput(
        first,
        readTable + tile * 4,
        count,
        inputs,
        input.rowBytes,
        scratch.inputs,
        inputPitch,
        scratch.vectors,
      );
      kernels.multiplyFrequencies(
        scratch.inputs,
        inputPitch,
        inputRows,
        filters,
        filterPitch(inputs, outputs),
        scratch.outputs,
        outputPitch,
        outputRows,
        count,
        inputs,
        outputs / 8,
        scratch.zeros,
        products.address,
        products.bytes,
      );
      kernels.transformOutput(
        scratch.outputs,
        outputPitch,
        count,
        outputs,
        step,
        output.address,
        writeTable + tile * 12,
        output.rowBytes,
        output.placeBytes,
        bias,
        floor,
        scratch.vectors,
      );
    }
  };
}

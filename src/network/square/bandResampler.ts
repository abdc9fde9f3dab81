// A photo becomes the network's square a band of rows at a time, so that its pixels exist only once: in WebAssembly, or,
// where that lacks SIMD, in core's JavaScript, to the same bytes.
/// <reference path="../kernels/kernelModules.d.ts" />

import { resampling } from 'virtual:kernel-modules';
import { resampleColumns, resampleRows, triangleWeights } from '../../core/image/resample.ts';
import { NETWORK_SIDE } from '../../core/image.ts';
import { LinearMemory } from '../kernels/linearMemory.ts';
import { moduleBytes } from '../kernels/moduleBytes.ts';

/** A band of pixels stays in the second cache. */
const BAND_BYTES = 2 ** 20;

export interface BandResampler {
  /** Rows that a band has room for. */
  readonly bandRows: number;
  /** Where the next rows are to be put: `bandRows` x side x 4 bytes, of which the last of each pixel does not count. */
  readonly band: Uint8Array<ArrayBuffer>;
  /** Takes rows from the band's beginning: the photo's next ones. */
  add(count: number): void;
  /** @returns 224 * 224 * 4, its channels in the order in which they were put; to be read at once */
  finish(): Uint8Array<ArrayBuffer>;
}

/** assembly/resample.ts */
export interface ResamplingKernels {
  readonly memory: WebAssembly.Memory;
  resampleRows(
    pixels: number,
    rowCount: number,
    rowBytes: number,
    first: number,
    count: number,
    weights: number,
    taps: number,
    outSize: number,
    output: number,
  ): void;
  resampleColumns(
    rows: number,
    rowBytes: number,
    first: number,
    count: number,
    weights: number,
    taps: number,
    outSize: number,
    output: number,
  ): void;
}

/** @returns null where this machine's WebAssembly lacks SIMD, or where there is none */
export async function startResampling(): Promise<ResamplingKernels | null> {
  try {
    const { instance } = await WebAssembly.instantiate(moduleBytes(resampling));
    return instance.exports as unknown as ResamplingKernels;
  } catch {
    return null;
  }
}

const bandRowsFor = (side: number): number =>
  Math.min(side, Math.max(1, Math.floor(BAND_BYTES / (side * 4))));

/** @param kernels of which nobody else uses the memory until this photo is finished */
export function resampleInWasm(kernels: ResamplingKernels, side: number): BandResampler {
  const { taps, first, count, weights } = triangleWeights(side, NETWORK_SIDE);
  const memory = new LinearMemory(kernels.memory);
  const [firstAt, countAt, weightsAt] = [memory.table(first), memory.table(count), memory.table(weights)];
  const bandRows = bandRowsFor(side);
  const band = memory.allocate(bandRows * side * 4);
  const rowBytes = NETWORK_SIDE * 4;
  const rows = memory.allocate(side * rowBytes);
  const square = memory.allocate(NETWORK_SIDE * rowBytes);
  let filled = 0;
  return {
    bandRows,
    band: memory.bytesAt(band, bandRows * side * 4),
    add(added) {
      const to = rows + filled * rowBytes;
      kernels.resampleRows(band, added, side * 4, firstAt, countAt, weightsAt, taps, NETWORK_SIDE, to);
      filled += added;
    },
    finish() {
      kernels.resampleColumns(rows, rowBytes, firstAt, countAt, weightsAt, taps, NETWORK_SIDE, square);
      return memory.bytesAt(square, NETWORK_SIDE * rowBytes);
    },
  };
}

export function resampleInJavaScript(side: number): BandResampler {
  const weights = triangleWeights(side, NETWORK_SIDE);
  const bandRows = bandRowsFor(side);
  const band = new Uint8ClampedArray(bandRows * side * 4);
  const rows = new Uint8ClampedArray(side * NETWORK_SIDE * 3);
  let filled = 0;
  return {
    bandRows,
    band: new Uint8Array(band.buffer),
    add(added) {
      resampleRows(band, side, 0, 0, added, weights, rows, filled);
      filled += added;
    },
    finish() {
      const rgb = resampleColumns(rows, weights);
      const square = new Uint8Array(NETWORK_SIDE ** 2 * 4);
      for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4)
        square.set(rgb.subarray(from, from + 3), to);
      return square;
    },
  };
}

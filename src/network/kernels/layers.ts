// The kinds of layer that the network is made of, each laid out in one memory: where it reads, where it writes, and what
// runs it.

import { layerOf } from '../architecture.ts';
import type { IncomingModel } from '../loadModel.ts';
import { filterDimensions } from '../sourceTensors.ts';
import { type DirectOptions, directConvolution } from './directConvolution.ts';
import { type FeatureMap, placeMap } from './featureMap.ts';
import type { LinearMemory } from './linearMemory.ts';
import { type ConvolutionWeights, packWeights, placeWeights } from './packedWeights.ts';
import { borderAfter, winogradConvolution } from './winogradConvolution.ts';
import type { Workbench } from './workbench.ts';

/** Runs a layer on what lies in memory. */
export type Run = () => void;

/** Caffe's LRN: alpha is shared by the 5 channels. */
export const ALPHA = 1e-4;

/**
 * On maps of 7 x 7 Winograd's filters, 4 times as large, would save 1 ms of 42, but take 14 MB and longer to prepare.
 * By name, so that a photo of another size finds its weights packed in the same way.
 */
export const isDirect = (layer: string): boolean => layer.startsWith('inception_5');

export class Layers {
  readonly #bench: Workbench;
  readonly #placed = new Map<string, ConvolutionWeights>();

  constructor(bench: Workbench) {
    this.#bench = bench;
  }

  get memory(): LinearMemory {
    return this.#bench.memory;
  }

  outputsOf(layer: string): number {
    return filterDimensions(layerOf(layer))[3];
  }

  /** Convolution, bias and (unless told otherwise) ReLU, as one product. */
  convolve(layer: string, input: FeatureMap, output: FeatureMap, options?: DirectOptions): Run {
    const weights = this.#place(layer, 'direct');
    return directConvolution(this.#bench, weights, input, output, options);
  }

  /** A 1x1 convolution with few outputs, and the wider one that reads them: `between` has the border that it needs. */
  reduceAndConvolve(
    reduce: string,
    wide: string,
    input: FeatureMap,
    output: FeatureMap,
  ): { readonly between: FeatureMap; readonly reduce: Run; readonly wide: Run } {
    const [size] = filterDimensions(layerOf(wide));
    const { side } = input;
    const pad = (size - 1) / 2;
    const direct = isDirect(wide);
    const after = direct ? pad : borderAfter(side, size);
    const between = placeMap(this.memory, side, this.outputsOf(reduce), pad, after);
    return {
      between,
      reduce: this.convolve(reduce, input, between),
      wide: direct
        ? this.convolve(wide, between, output, { pad })
        : winogradConvolution(this.#bench, this.#place(wide, 'winograd'), between, output),
    };
  }

  /** 3x3 max pooling. Caffe rounds sizes up: windows of stride 2 reach over the right and lower edge. */
  pool(
    { address, side, channels }: FeatureMap,
    stride: 1 | 2,
  ): { readonly output: FeatureMap; readonly run: Run } {
    const output = placeMap(this.memory, side / stride, channels);
    const before = stride === 1 ? 1 : 0;
    return {
      output,
      run: () =>
        this.#bench.kernels.maxPool(address, side, channels, stride, before, output.address, output.side),
    };
  }

  /** Local response normalisation, in place. */
  normalise({ address, side, channels }: FeatureMap): Run {
    const squares = this.memory.allocate((channels + 8) * 4);
    return () => this.#bench.kernels.normalise(address, side ** 2, channels, ALPHA, squares);
  }

  /** The layers that have been laid out, by name. */
  get placed(): readonly string[] {
    return [...this.#placed.keys()];
  }

  /** Packs the weights of a layer that has been laid out, as soon as they are there. */
  async pack(layer: string, find: IncomingModel['find']): Promise<void> {
    const weights = this.#placed.get(layer);
    if (!weights) throw new Error(`layer ${layer} has no place`);
    const [filter, bias] = await Promise.all([find(`${layer}/filter`), find(`${layer}/bias`)]);
    packWeights(this.#bench, weights, { filter, bias });
  }

  /** Once for all sizes of photos. */
  #place(layer: string, packing: 'direct' | 'winograd'): ConvolutionWeights {
    const weights = this.#placed.get(layer) ?? placeWeights(this.memory, layerOf(layer), packing);
    this.#placed.set(layer, weights);
    return weights;
  }
}

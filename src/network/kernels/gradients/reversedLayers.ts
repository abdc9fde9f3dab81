// The kinds of layer on the way back, each reading the gradient with respect to its output and giving the one with respect
// to its input.

import { INCEPTION_MODULES, layerOf } from '../../architecture.ts';
import type { WeightReader } from '../../dequantise.ts';
import { filterDimensions } from '../../sourceTensors.ts';
import { directConvolution } from '../directConvolution.ts';
import { type FeatureMap, placeMap } from '../featureMap.ts';
import { ALPHA, isDirect, type Run } from '../layers.ts';
import { type ConvolutionWeights, packFilter, placeWeights } from '../packedWeights.ts';
import { borderAfter, winogradConvolution } from '../winogradConvolution.ts';
import type { Workbench } from '../workbench.ts';
import { BACK, reverseConv1, reverseFilter } from './reversedFilters.ts';

/** The three 1x1 convolutions that read a module's input, in the order in which their gradients lie side by side. */
export const READERS = ['1x1', '3x3_reduce', '5x5_reduce'] as const;

export class ReversedLayers {
  readonly #bench: Workbench;
  readonly #weights = new Map<string, ConvolutionWeights>();

  /**
   * Packs all weights at once, so that every size of photo finds them.
   * @param read the model's weights
   */
  constructor(bench: Workbench, read: WeightReader) {
    this.#bench = bench;
    const conv1 = reverseConv1(read('conv1/7x7_s2/filter'));
    this.#pack('conv1/7x7_s2', [BACK.size, BACK.size, BACK.inputs, BACK.outputs], conv1);
    const reverse = (layer: string) => {
      const [size, , inputs, outputs] = filterDimensions(layerOf(layer));
      return reverseFilter(read(`${layer}/filter`), size, inputs, outputs);
    };
    const packReversed = (layer: string) => {
      const [size, , inputs, outputs] = filterDimensions(layerOf(layer));
      this.#pack(layer, [size, size, outputs, inputs], reverse(layer));
    };
    packReversed('conv2/3x3_reduce');
    packReversed('conv2/3x3');
    for (const { name } of INCEPTION_MODULES) {
      for (const branch of ['3x3', '5x5', 'pool_proj']) packReversed(`${name}/${branch}`);
      const [, , inputs] = filterDimensions(layerOf(`${name}/1x1`));
      const filter = joined(READERS.map((reader) => reverse(`${name}/${reader}`)));
      this.#pack(name, [1, 1, filter.length / inputs, inputs], filter);
    }
  }

  /** Where the gradient of a 3x3 or 5x5 convolution's output goes, with the border that the way back needs. */
  placeFor(layer: string, side: number): FeatureMap {
    const [size, , , outputs] = filterDimensions(layerOf(layer));
    const pad = (size - 1) / 2;
    return placeMap(this.#bench.memory, side, outputs, pad, isDirect(layer) ? pad : borderAfter(side, size));
  }

  /**
   * @param layer a convolution; or a module, for its three `READERS` at once, as one product
   * @param gradient as `placeFor` gives it; without a border for 1x1, with that of `BACK` for conv1
   * @param input for conv1 as `reverseConv1` says
   */
  convolve(layer: string, gradient: FeatureMap, input: FeatureMap): Run {
    const weights = this.#weights.get(layer);
    if (!weights) throw new Error(`no way back through ${layer}`);
    const { packing, size } = weights;
    const pad = Math.floor((size - 1) / 2);
    return packing === 'direct'
      ? directConvolution(this.#bench, weights, gradient, input, { pad, relu: false })
      : winogradConvolution(this.#bench, weights, gradient, input, { relu: false });
  }

  /** Through a ReLU, in place or on to another map. */
  gate(gradient: FeatureMap, activation: FeatureMap, output: FeatureMap = gradient): Run {
    const { kernels } = this.#bench;
    return () =>
      kernels.gateGradient(
        gradient.address,
        gradient.rowBytes,
        gradient.placeBytes,
        activation.address,
        activation.rowBytes,
        activation.placeBytes,
        output.address,
        output.rowBytes,
        output.placeBytes,
        output.side,
        output.channels,
      );
  }

  /** 3x3 max pooling; adds to `inputGradient`. Maps without borders. */
  pool(
    input: FeatureMap,
    output: FeatureMap,
    outputGradient: FeatureMap,
    inputGradient: FeatureMap,
    stride: 1 | 2,
  ): Run {
    const { kernels } = this.#bench;
    return () =>
      kernels.maxPoolGradient(
        input.address,
        input.side,
        input.channels,
        stride,
        stride === 1 ? 1 : 0,
        output.address,
        output.side,
        outputGradient.address,
        inputGradient.address,
      );
  }

  /** Local response normalisation, in place. @param input as it was before */
  normalise({ address, side, channels }: FeatureMap, gradient: FeatureMap): Run {
    const { kernels, memory } = this.#bench;
    const scratch = memory.allocate(2 * (channels + 8) * 4);
    return () => kernels.normaliseGradient(address, gradient.address, side ** 2, channels, ALPHA, scratch);
  }

  #pack(name: string, shape: readonly number[], filter: Float32Array): void {
    const isSmall = shape[0] === 1 || name === 'conv1/7x7_s2';
    const packing = isSmall || isDirect(name) ? 'direct' : 'winograd';
    const weights = placeWeights(this.#bench.memory, { shape }, packing);
    packFilter(this.#bench, weights, filter);
    this.#weights.set(name, weights);
  }
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}

// The network's weights as tensors on the current backend.

import { dispose, io, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';
import { LAYERS } from './architecture.ts';
import type { Manifest } from './manifest.ts';
import type { Shard } from './prepareModel.ts';

export class Weights {
  readonly #tensors: NamedTensorMap;

  constructor(tensors: NamedTensorMap) {
    this.#tensors = tensors;
    for (const { name, shape } of LAYERS) {
      const filter = this.get(`${name}/filter`);
      if (filter.shape.join() !== shape.join()) throw new Error(`${name} has shape ${filter.shape.join()}`);
      if (this.get(`${name}/bias`).size !== shape.at(-1))
        throw new Error(`${name} has a bias of the wrong size`);
    }
  }

  get(name: string): Tensor {
    const tensor = this.#tensors[name];
    if (!tensor) throw new Error(`the model has no weight ${name}`);
    return tensor;
  }

  dispose(): void {
    dispose(this.#tensors);
  }
}

/**
 * Decodes verified shards with TensorFlow.js' own decoder (dequantised to float32).
 * @param shards of the manifest, in its order
 */
export function decodeWeights(manifest: Manifest, shards: readonly Shard[]): Weights {
  const byPath = new Map(shards.map(({ path, bytes }) => [path, bytes]));
  const tensors: NamedTensorMap = {};
  for (const { paths, weights } of manifest.weightsManifest) {
    const parts = paths.map((path) => byPath.get(path) ?? new Uint8Array());
    const specs = weights.map(
      ({ name, shape, dtype, quantization }): io.WeightsManifestEntry => ({
        name,
        shape,
        dtype,
        ...(quantization ? { quantization } : {}),
      }),
    );
    Object.assign(tensors, io.decodeWeights(io.concatenateArrayBuffers(parts.map((p) => p.buffer)), specs));
  }
  return new Weights(tensors);
}

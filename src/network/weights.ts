// The network's weights as tensors on the current backend.

import { dispose, type NamedTensorMap, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { LAYERS } from './architecture.ts';
import { dequantise } from './dequantise.ts';
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
 * The weights of a verified model, as tensors on the current backend (dequantised to float32).
 * @param shards of the manifest, in whatever order
 */
export function decodeWeights(manifest: Manifest, shards: readonly Shard[]): Weights {
  const read = dequantise({ manifest, shards });
  const specs = manifest.weightsManifest.flatMap(({ weights }) => weights);
  return new Weights(Object.fromEntries(specs.map(({ name, shape }) => [name, tensor(read(name), shape)])));
}

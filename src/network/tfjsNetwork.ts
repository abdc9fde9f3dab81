// Inception v1 on a backend of TensorFlow.js.

import {
  mean,
  stack,
  type Tensor,
  type Tensor4D,
  tensor3d,
  tensor4d,
  tidy,
  tile,
} from '@tensorflow/tfjs-core';
import type { LinearLayer, Places } from '../core/heatMap.ts';
import { NETWORK_SIDE, toNetworkInput } from '../core/image.ts';
import type { Features } from '../core/types.ts';
import type { EndPoint, Stage } from './architecture.ts';
import type { TfjsBackend } from './backendNames.ts';
import { inceptionV1 } from './inceptionV1.ts';
import type { Network } from './network.ts';
import type { Weights } from './weights.ts';

export class TfjsNetwork implements Network {
  readonly backend: TfjsBackend;
  readonly #weights: Weights;

  /** @param weights on the current backend, which is this one; they go when the network does */
  constructor(backend: TfjsBackend, weights: Weights) {
    this.backend = backend;
    this.#weights = weights;
  }

  async featurize(square: Uint8Array): Promise<Features> {
    const [features] = await this.featurizeAll([square]);
    if (!features) throw new Error('no features');
    return features;
  }

  async featurizeAll(squares: readonly Uint8Array[]): Promise<readonly Features[]> {
    const { inception_4d, pool5, logits } = this.#run(squares, ['inception_4d', 'pool5', 'logits']);
    const channels = tidy(() => mean(inception_4d as Tensor4D, [1, 2]));
    inception_4d.dispose();
    const [means, values, scores] = await Promise.all([
      takeRows(channels),
      takeRows(pool5),
      takeRows(logits),
    ]);
    return squares.map((_, i) => ({
      logits: scores[i] ?? NONE,
      pool5: values[i] ?? NONE,
      inception_4d: means[i] ?? NONE,
    }));
  }

  async places(square: Uint8Array, stage: Stage): Promise<Places> {
    const tensor = this.#run([square], [stage])[stage];
    const [, side = 0, , channels = 0] = tensor.shape;
    const [values = NONE] = await takeRows(tensor);
    return { side, channels, values };
  }

  async classifier(): Promise<LinearLayer> {
    const numbers = async (part: string) =>
      (await this.#weights.get(`loss3/classifier/${part}`).data()) as Float32Array;
    const [weights, bias] = await Promise.all([numbers('filter'), numbers('bias')]);
    refuseImproper(weights);
    return { weights, bias };
  }

  async logitsOfEvenPhoto(
    channels: Float32Array,
    module: 'inception_4d',
    side: number,
  ): Promise<Float32Array> {
    const input = tidy(() =>
      tile(tensor4d(channels, [1, 1, 1, channels.length]), [1, side, side, 1]),
    ) as Tensor4D;
    const { logits } = inceptionV1(this.#weights, input, ['logits'], module);
    input.dispose();
    const [row = NONE] = await takeRows(logits);
    return row;
  }

  #run<E extends EndPoint>(squares: readonly Uint8Array[], wanted: readonly E[]): Record<E, Tensor> {
    const input = tidy(() =>
      stack(squares.map((square) => tensor3d(toNetworkInput(square), [NETWORK_SIDE, NETWORK_SIDE, 3]))),
    ) as Tensor4D;
    const outputs = inceptionV1(this.#weights, input, wanted);
    input.dispose();
    return outputs;
  }

  dispose(): void {
    this.#weights.dispose();
  }
}

const NONE = new Float32Array(0);

/** A tensor's numbers, photo by photo; the tensor itself goes. */
async function takeRows(tensor: Tensor): Promise<readonly Float32Array[]> {
  try {
    const values = (await tensor.data()) as Float32Array;
    const [count = 1] = tensor.shape;
    const length = values.length / count;
    const rows = Array.from({ length: count }, (_, i) => values.slice(i * length, (i + 1) * length));
    rows.forEach(refuseImproper);
    return rows;
  } finally {
    tensor.dispose();
  }
}

/** @throws Error for what no network says: a GPU that was lost may answer with nothing, or with anything */
function refuseImproper(numbers: Float32Array): void {
  if (!numbers.every(Number.isFinite) || numbers.every((value) => value === 0)) {
    throw new Error('the backend gave no proper numbers');
  }
}

// The network, ready to featurize photos: verified weights on the first backend that computes the right numbers.

import { mean, type Tensor, type Tensor4D, tensor4d, tidy, tile } from '@tensorflow/tfjs-core';
import { BinsightError } from '../core/errors.ts';
import type { LinearLayer, Places } from '../core/heatMap.ts';
import { NETWORK_SIDE, toNetworkInput } from '../core/image.ts';
import type { Features } from '../core/types.ts';
import type { EndPoint } from './architecture.ts';
import { BACKENDS, type BackendName } from './backendNames.ts';
import { startBackend } from './backends.ts';
import { inceptionV1 } from './inceptionV1.ts';
import type { VerifiedModel } from './loadModel.ts';
import { listShards, type Precision } from './manifest.ts';
import { passesSelfTest, testPattern } from './selfTest.ts';
import { decodeWeights, type Weights } from './weights.ts';

export interface NetworkInfo {
  readonly backend: BackendName;
  readonly precision: Precision;
  /** Bytes of the prepared weights. */
  readonly modelBytes: number;
  /** Names the weights and the arithmetic: features of different ids must never be mixed. */
  readonly modelId: string;
  /** Backends that were tried before and not taken, with the reason. */
  readonly passedOver: readonly string[];
}

export interface BackendChoice {
  /** Take this one alone, also when it is a GPU in software. */
  readonly only?: BackendName;
  /** Leave these out (they failed before). */
  readonly without?: readonly BackendName[];
}

/**
 * Milliseconds for a backend's self-test: a driver that lost its GPU never answers. A backend that was asked for by
 * name may be one in software.
 */
const PATIENCE = 30_000;
const LONG = 110_000;

export class Network {
  readonly info: NetworkInfo;
  readonly #weights: Weights;

  private constructor(weights: Weights, info: NetworkInfo) {
    this.#weights = weights;
    this.info = info;
  }

  /** @throws BinsightError `backend-none` when no backend starts and passes its self-test */
  static async start(model: VerifiedModel, { only, without = [] }: BackendChoice = {}): Promise<Network> {
    const { manifest, shards } = model;
    const passedOver: string[] = [];
    const candidates = only ? [only] : BACKENDS.filter((name) => !without.includes(name));
    for (const backend of candidates) {
      let network: Network | null = null;
      const patience = only ? LONG : PATIENCE;
      try {
        if (!(await withinDeadline(startBackend(backend, only !== undefined), patience))) {
          passedOver.push(`${backend}: not offered by this browser, or only in software`);
          continue;
        }
        network = new Network(decodeWeights(manifest, shards), {
          backend,
          precision: manifest.precision,
          modelBytes: listShards(manifest).reduce((sum, { bytes }) => sum + bytes, 0),
          modelId: `inception-v1/${manifest.precision}`,
          passedOver,
        });
        const { logits } = await withinDeadline(network.featurize(testPattern()), patience);
        if (passesSelfTest(logits, manifest.precision)) return network;
        network.dispose();
        passedOver.push(`${backend}: wrong numbers in the self-test`);
      } catch (error) {
        network?.dispose();
        passedOver.push(`${backend}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    throw new BinsightError('backend-none', { tried: passedOver.join('; ') });
  }

  /**
   * @param square [224, 224, 3] RGB, 0..255
   * @throws Error when the backend fails, or gives no proper numbers (as a GPU that was lost does); so do all below
   */
  async featurize(square: Uint8Array): Promise<Features> {
    const { inception_4d, pool5, logits } = this.#run(square, ['inception_4d', 'pool5', 'logits']);
    const channels = tidy(() => mean(inception_4d as Tensor4D, [1, 2]));
    inception_4d.dispose();
    const [means, values, scores] = await Promise.all([
      takeData(channels),
      takeData(pool5),
      takeData(logits),
    ]);
    return { logits: scores, pool5: values, inception_4d: means };
  }

  /**
   * What a module finds where on a photo: its activations, after the ReLU.
   * @param square [224, 224, 3] RGB, 0..255
   * @returns [7, 7, 1024] for inception_5b, [14, 14, 528] for inception_4d
   * @throws Error as `featurize`
   */
  async places(square: Uint8Array, module: 'inception_5b' | 'inception_4d'): Promise<Places> {
    const tensor = this.#run(square, [module])[module];
    const [, side = 0, , channels = 0] = tensor.shape;
    return { side, channels, values: await takeData(tensor) };
  }

  /**
   * The classifier: from pool5 to logits.
   * @throws Error as `featurize`
   */
  async classifier(): Promise<LinearLayer> {
    const numbers = (part: string) => readNumbers(this.#weights.get(`loss3/classifier/${part}`));
    const [weights, bias] = await Promise.all([numbers('filter'), numbers('bias')]);
    return { weights, bias };
  }

  /**
   * The logits of a photo on which every place of a module has the same activations.
   * @param channels one activation per channel of the module
   * @param side places of the module along each side
   * @returns 1000 numbers
   * @throws Error as `featurize`
   */
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
    return await takeData(logits);
  }

  #run<E extends EndPoint>(square: Uint8Array, wanted: readonly E[]): Record<E, Tensor> {
    const input: Tensor4D = tensor4d(toNetworkInput(square), [1, NETWORK_SIDE, NETWORK_SIDE, 3]);
    const outputs = inceptionV1(this.#weights, input, wanted);
    input.dispose();
    return outputs;
  }

  dispose(): void {
    this.#weights.dispose();
  }
}

/** A tensor's numbers; the tensor itself goes. */
async function takeData(tensor: Tensor): Promise<Float32Array> {
  try {
    return await readNumbers(tensor);
  } finally {
    tensor.dispose();
  }
}

/** @throws Error for what no network says: a GPU that was lost may answer with nothing, or with anything */
async function readNumbers(tensor: Tensor): Promise<Float32Array> {
  const numbers = (await tensor.data()) as Float32Array;
  if (!numbers.every(Number.isFinite) || numbers.every((value) => value === 0)) {
    throw new Error('the backend gave no proper numbers');
  }
  return numbers;
}

async function withinDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const missed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([work, missed]);
  } finally {
    clearTimeout(timer);
  }
}

// Inception v1 on our own WebAssembly kernels; the numbers are PyTorch's to five digits.

import type { LinearLayer, Places } from '../../core/heatMap.ts';
import { NETWORK_SIDE } from '../../core/image.ts';
import type { Features } from '../../core/types.ts';
import type { Stage } from '../architecture.ts';
import { dequantise, lastLayer } from '../dequantise.ts';
import type { IncomingModel } from '../loadModel.ts';
import type { Network } from '../network.ts';
import { type LaidOutNetwork, type Step, stepNamed } from './layOut.ts';

export class KernelNetwork implements Network {
  readonly backend = 'wasm';
  readonly #network: LaidOutNetwork;
  readonly #model: IncomingModel;
  /** Address of the means over a module's places. */
  readonly #means: number;
  /** Layers whose weights are still being packed; null once a photo has been through all of them. */
  #packing: ReadonlyMap<string, Promise<void>> | null;

  /**
   * Weights are packed as they come, all of them in about a photo's time. The first photo goes through each layer as soon
   * as its weights are there; nothing else may be asked before it is through, and what it gives counts once the model is
   * whole.
   * @param network for this one alone
   */
  constructor(network: LaidOutNetwork, model: IncomingModel) {
    this.#model = model;
    this.#network = network;
    this.#means = network.memory.allocate(stepNamed(network.steps, 'inception_4d').output.channels * 4);
    const layers = network.steps.flatMap(({ layers }) => layers);
    this.#packing = new Map(layers.map((layer) => [layer, network.pack(layer, model.find)]));
    // Whoever waits for a layer hears of it.
    for (const packed of this.#packing.values()) packed.catch(() => undefined);
  }

  /** Bytes of the one memory: weights, activations and all. It does not grow after the start. */
  get memoryBytes(): number {
    return this.#network.memory.bytes;
  }

  /** What is computed, in order; for measuring. */
  get steps(): readonly Step[] {
    return this.#network.steps;
  }

  /**
   * @param square [224, 224, 3] RGB, 0..255
   * @throws RangeError for a square of another size; so does `places`; the first time BinsightError as `IncomingModel.find`
   */
  async featurize(square: Uint8Array): Promise<Features> {
    this.#setSquare(square);
    if (this.#packing) await this.#runAsWeightsCome(this.#packing);
    else this.#run('input', 'logits');
    const { address, side, channels } = stepNamed(this.steps, 'inception_4d').output;
    this.#network.kernels.meansOverPlaces(address, side ** 2, channels, this.#means);
    return {
      logits: this.#valuesAfter('logits'),
      pool5: this.#valuesAfter('pool5'),
      inception_4d: this.#network.memory.floats(this.#means, channels).slice(),
    };
  }

  async featurizeAll(squares: readonly Uint8Array[]): Promise<readonly Features[]> {
    const found: Features[] = [];
    for (const square of squares) found.push(await this.featurize(square));
    return found;
  }

  /**
   * What a stage finds where on a photo: its activations, after the ReLU.
   * @param square [224, 224, 3] RGB, 0..255
   * @returns [7, 7, 1024] for inception_5b, [14, 14, 528] for inception_4d, and so on
   */
  async places(square: Uint8Array, stage: Stage): Promise<Places> {
    await this.#packed();
    this.#setSquare(square);
    this.#run('input', stage);
    const { side, channels } = stepNamed(this.steps, stage).output;
    return { side, channels, values: this.#valuesAfter(stage) };
  }

  /** The classifier: from pool5 to logits. */
  async classifier(): Promise<LinearLayer> {
    return lastLayer(dequantise(await this.#model.whole));
  }

  /**
   * The logits of a photo on which every place of a module has the same activations.
   * @param channels one activation per channel of the module
   * @param side places of the module along each side
   * @returns 1000 numbers
   * @throws RangeError for another number of channels or places than the module has
   */
  async logitsOfEvenPhoto(
    channels: Float32Array,
    module: 'inception_4d',
    side: number,
  ): Promise<Float32Array> {
    await this.#packed();
    const { output } = stepNamed(this.steps, module);
    if (channels.length !== output.channels || side !== output.side) {
      throw new RangeError(
        `${module} has ${output.side} x ${output.side} places of ${output.channels} numbers`,
      );
    }
    const values = this.#network.memory.floats(output.address, side ** 2 * channels.length);
    for (let place = 0; place < side ** 2; place++) values.set(channels, place * channels.length);
    this.#run('inception_4e', 'logits');
    return this.#valuesAfter('logits');
  }

  /** Nothing to give back: the memory goes with the last reference to this network. */
  dispose(): void {}

  #setSquare(square: Uint8Array): void {
    const { memory, square: address } = this.#network;
    const bytes = NETWORK_SIDE ** 2 * 3;
    if (square.length !== bytes) throw new RangeError(`a square has ${bytes} bytes, got ${square.length}`);
    memory.bytesAt(address, bytes).set(square);
  }

  async #packed(): Promise<void> {
    if (this.#packing) await Promise.all(this.#packing.values());
    this.#packing = null;
  }

  async #runAsWeightsCome(packing: ReadonlyMap<string, Promise<void>>): Promise<void> {
    for (const { layers, run } of this.steps) {
      await Promise.all(layers.map((layer) => packing.get(layer)));
      run();
    }
    this.#packing = null;
  }

  #run(from: Step['name'], to: Step['name']): void {
    const { steps } = this.#network;
    const names = steps.map(({ name }) => name);
    for (const step of steps.slice(names.indexOf(from), names.indexOf(to) + 1)) step.run();
  }

  /** A step's output, copied; not for those with a border. */
  #valuesAfter(name: Step['name']): Float32Array<ArrayBuffer> {
    const { address, side, channels } = stepNamed(this.steps, name).output;
    return this.#network.memory.floats(address, side ** 2 * channels).slice();
  }
}

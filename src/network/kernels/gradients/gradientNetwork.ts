// Inception v1 the other way round: how a score would change with each pixel. On the same kernels as the way forward, as
// TensorFlow.js has gradients on GPUs alone.

import type { Stage } from '../../architecture.ts';
import { dequantise } from '../../dequantise.ts';
import { arrived, type VerifiedModel } from '../../loadModel.ts';
import type { FeatureMap } from '../featureMap.ts';
import type { Kernels } from '../kernels.ts';
import { Layers } from '../layers.ts';
import { type LaidOutNetwork, layOutFor, stepNamed } from '../layOut.ts';
import { setUpWorkbench, type Workbench } from '../workbench.ts';
import { type LaidOutBack, layOutBack } from './layOutBack.ts';
import { PHASES } from './reversedFilters.ts';
import { ReversedLayers } from './reversedLayers.ts';

/** What is to rise: direction . (means of the stage's channels over all places). */
export interface Goal {
  readonly stage: Stage;
  /** One number per channel. */
  readonly direction: ArrayLike<number>;
}

export interface ScoreAndGradient {
  readonly score: number;
  /** [side, side, 3], B G R: how much the score rises with each. */
  readonly gradient: Float32Array<ArrayBuffer>;
}

interface Sized {
  readonly side: number;
  readonly network: LaidOutNetwork;
  readonly back: LaidOutBack;
}

/** All pooling halves the photo: its side has to be a multiple of this. */
export const SIDE_STEP = 32;

export class GradientNetwork {
  readonly #bench: Workbench;
  readonly #layers: Layers;
  readonly #reversed: ReversedLayers;
  /** Where the memory of one size of photos begins. */
  readonly #end: number;
  #sized: Sized | null = null;

  private constructor(bench: Workbench, layers: Layers, reversed: ReversedLayers) {
    this.#bench = bench;
    this.#layers = layers;
    this.#reversed = reversed;
    this.#end = bench.memory.end;
  }

  /**
   * @param kernels of an instance that nobody else uses
   * @throws RangeError when this machine has no memory left: 90 MB, and 60 MB for a photo of 320 x 320
   */
  static async create(kernels: Kernels, model: VerifiedModel): Promise<GradientNetwork> {
    const bench = setUpWorkbench(kernels);
    const layers = new Layers(bench);
    // The smallest size gives all weights their places.
    const { steps, pack } = layOutFor(SIDE_STEP, bench, layers);
    const { find } = arrived(model);
    for (const layer of steps.flatMap((step) => step.layers)) await pack(layer, find);
    return new GradientNetwork(bench, layers, new ReversedLayers(bench, dequantise(model)));
  }

  /**
   * @param image [side, side, 3], B G R minus the mean of the network's photos
   * @param side a multiple of 32; another one than the last is laid out anew
   * @throws RangeError for another side, or a direction of another length than the stage has channels
   */
  scoreAndGradient(image: Float32Array, side: number, { stage, direction }: Goal): ScoreAndGradient {
    const { network, back } = this.#sizedFor(side);
    const input = stepNamed(network.steps, 'input').output;
    this.#eachRow(input, (row, numbers) => numbers.set(image.subarray(row * side * 3, (row + 1) * side * 3)));
    back.forward(stage);
    const { output } = stepNamed(network.steps, stage);
    if (direction.length !== output.channels) {
      throw new RangeError(`${stage} has ${output.channels} channels, got ${direction.length}`);
    }
    const places = output.side ** 2;
    const score = this.#meanScore(output, direction);
    const start = back.gradients.get(stage);
    if (!start) throw new Error(`no gradient of ${stage}`);
    const share = Float32Array.from(direction, (value) => value / places);
    const numbers = this.#bench.memory.floats(start.address, places * share.length);
    for (let place = 0; place < places; place++) numbers.set(share, place * share.length);
    back.back(stage);
    return { score, gradient: this.#readPixels(back.pixels) };
  }

  #meanScore({ address, side, channels }: FeatureMap, direction: ArrayLike<number>): number {
    const values = this.#bench.memory.floats(address, side ** 2 * channels);
    let sum = 0;
    for (let at = 0; at < values.length; at++) {
      sum += (values[at] as number) * (direction[at % channels] as number);
    }
    return sum / side ** 2;
  }

  #sizedFor(side: number): Sized {
    if (this.#sized?.side === side) return this.#sized;
    if (side <= 0 || side % SIDE_STEP !== 0) {
      throw new RangeError(`a side is a multiple of ${SIDE_STEP}, got ${side}`);
    }
    this.#bench.memory.rewind(this.#end);
    const network = layOutFor(side, this.#bench, this.#layers);
    this.#sized = { side, network, back: layOutBack(network, this.#reversed) };
    return this.#sized;
  }

  #eachRow(
    { address, side, channels, rowBytes }: FeatureMap,
    visit: (row: number, numbers: Float32Array) => void,
  ) {
    for (let row = 0; row < side; row++) {
      visit(row, this.#bench.memory.floats(address + row * rowBytes, side * channels));
    }
  }

  /** From the four pixels of each place to rows of pixels. */
  #readPixels(pixels: FeatureMap): Float32Array<ArrayBuffer> {
    const side = pixels.side * PHASES;
    const gradient = new Float32Array(side * side * 3);
    this.#eachRow(pixels, (row, numbers) => {
      for (let column = 0; column < pixels.side; column++) {
        for (let phase = 0; phase < PHASES ** 2; phase++) {
          const y = row * PHASES + Math.floor(phase / PHASES);
          const x = column * PHASES + (phase % PHASES);
          const from = column * pixels.channels + phase * 3;
          gradient.set(numbers.subarray(from, from + 3), (y * side + x) * 3);
        }
      }
    });
    return gradient;
  }
}

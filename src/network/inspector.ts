// Looks inside the network, for explanations: where on a photo a score comes from, and what a channel stands for.

import { type ChannelMap, strongestChannels } from '../core/featureMaps.ts';
import {
  carryBack,
  type HeatMap,
  heatMap,
  type LinearLayer,
  moduleOf,
  type Places,
} from '../core/heatMap.ts';
import type { UnscaledScore } from '../core/scaling.ts';
import type { FeatureKind } from '../core/types.ts';
import type { Stage } from './architecture.ts';
import type { Network } from './network.ts';

export interface HeatMapRequest {
  /** The photo's identity: another score of the same photo does not run the network again. */
  readonly sha256: string;
  /** [224, 224, 3] RGB, 0..255. */
  readonly square: Uint8Array;
  readonly kind: FeatureKind;
  /** The boundary's score as a function of the features. */
  readonly score: UnscaledScore;
}

export interface FeatureMapsRequest {
  readonly sha256: string;
  /** [224, 224, 3] RGB, 0..255. */
  readonly square: Uint8Array;
  readonly stage: Stage;
  /** How many of the strongest channels. */
  readonly count: number;
}

/** The strongest channels of a stage on a photo. */
export interface FeatureMaps {
  readonly side: number;
  /** Of the stage, of which only some are here. */
  readonly channels: number;
  readonly strongest: readonly ChannelMap[];
}

export interface ChannelNamesRequest {
  readonly kind: 'pool5' | 'inception_4d';
  readonly channels: readonly number[];
  /** The training photos' mean of each channel. */
  readonly average: Float64Array;
}

/** Activations that are kept: of a photo at one stage, from 200 kB (inception_5b) to 3 MB (conv1). */
const MOST_KEPT = 6;
/** ImageNet classes that name a channel. */
const NAMES = 2;
const SIDE_OF_4D = 14;

export class Inspector {
  readonly #network: Network;
  readonly #places = new Map<string, Promise<Places>>();
  #classifier: Promise<LinearLayer> | null = null;
  /** Classes per channel of inception_4d, for one average. */
  #effects: { readonly average: Float64Array; readonly classes: Map<number, readonly number[]> } | null =
    null;

  constructor(network: Network) {
    this.#network = network;
  }

  /**
   * The sum of its values + the boundary's bias is the photo's score, up to the network's rounding.
   * @returns 7 x 7 places, 14 x 14 for inception_4d
   * @throws Error as `Network.places` and `Network.classifier`; what failed is asked anew the next time
   */
  async heatMap({ sha256, square, kind, score }: HeatMapRequest): Promise<HeatMap> {
    const places = await this.#placesOf(sha256, square, moduleOf(kind));
    return heatMap(places, kind === 'logits' ? carryBack(score, await this.#lastLayer()) : score);
  }

  /**
   * What a stage says of a photo.
   * @throws Error as `Network.places`; what failed is asked anew the next time
   */
  async featureMaps({ sha256, square, stage, count }: FeatureMapsRequest): Promise<FeatureMaps> {
    const places = await this.#placesOf(sha256, square, stage);
    const { side, channels } = places;
    return { side, channels, strongest: strongestChannels(places, count) };
  }

  /**
   * The ImageNet classes that a channel speaks for, strongest first: those whose logits rise most when there is more
   * of it. After pool5 that is what the classifier's weights say. After inception_4d half a network follows, so it is
   * tried: on an even photo that has the training photos' average everywhere, the channel is raised.
   * @returns per channel, indices of classes
   * @throws Error as `Network.classifier` and `Network.logitsOfEvenPhoto`; what failed is asked anew the next time
   */
  async channelNames({
    kind,
    channels,
    average,
  }: ChannelNamesRequest): Promise<readonly (readonly number[])[]> {
    if (kind === 'inception_4d') return await this.#tried(channels, average);
    const { weights, bias } = await this.#lastLayer();
    const count = bias.length;
    return channels.map((channel) => largest(weights.subarray(channel * count, (channel + 1) * count)));
  }

  async #tried(channels: readonly number[], average: Float64Array): Promise<readonly (readonly number[])[]> {
    if (!this.#effects?.average.every((value, i) => value === average[i])) {
      this.#effects = { average, classes: new Map() };
    }
    const { classes } = this.#effects ?? { classes: new Map() };
    const missing = channels.filter((channel) => !classes.has(channel));
    if (missing.length > 0) {
      const before = await this.#logitsOf(average);
      const typical = average.reduce((sum, value) => sum + value, 0) / average.length;
      for (const channel of missing) {
        const raised = average.slice();
        raised[channel] = (raised[channel] ?? 0) + typical;
        const after = await this.#logitsOf(raised);
        classes.set(channel, largest(after.map((value, i) => value - (before[i] ?? 0))));
      }
    }
    return channels.map((channel) => classes.get(channel) ?? []);
  }

  #logitsOf(channels: Float64Array): Promise<Float32Array> {
    return this.#network.logitsOfEvenPhoto(Float32Array.from(channels), 'inception_4d', SIDE_OF_4D);
  }

  #lastLayer(): Promise<LinearLayer> {
    const found = this.#classifier ?? this.#network.classifier();
    this.#classifier = found;
    found.catch(() => {
      if (this.#classifier === found) this.#classifier = null;
    });
    return found;
  }

  #placesOf(sha256: string, square: Uint8Array, stage: Stage): Promise<Places> {
    const key = `${stage} ${sha256}`;
    const found = this.#places.get(key) ?? this.#network.places(square, stage);
    // Put last, so that the one not asked for longest is the first to go.
    this.#places.delete(key);
    this.#places.set(key, found);
    for (const oldest of this.#places.keys()) {
      if (this.#places.size <= MOST_KEPT) break;
      this.#places.delete(oldest);
    }
    found.catch(() => this.#places.delete(key));
    return found;
  }
}

const largest = (values: Float32Array): number[] =>
  [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, NAMES);

// What a module of the network finds where on a photo, channel by channel.

import type { Places } from './heatMap.ts';

/** One channel's activations. */
export interface ChannelMap {
  readonly channel: number;
  /** Over all places. */
  readonly mean: number;
  readonly largest: number;
  /** [side, side], row by row, after the ReLU: never below 0. */
  readonly values: Float32Array;
}

/** @returns the channels with the largest means, in that order; of equal ones the first comes first */
export function strongestChannels({ side, channels, values }: Places, count: number): ChannelMap[] {
  const places = side * side;
  const sums = new Float64Array(channels);
  for (let at = 0; at < values.length; at++) (sums[at % channels] as number) += values[at] as number;
  const order = [...sums.keys()].sort((a, b) => (sums[b] as number) - (sums[a] as number) || a - b);
  return order.slice(0, count).map((channel) => {
    const map = new Float32Array(places);
    for (let place = 0; place < places; place++) map[place] = values[place * channels + channel] as number;
    const mean = (sums[channel] as number) / places;
    return { channel, mean, largest: map.reduce((most, value) => Math.max(most, value), 0), values: map };
  });
}

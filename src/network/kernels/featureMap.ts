// Where a layer's activations lie in memory: [side, side, channels], perhaps inside a border of zeros, or as some of
// the channels of a wider map.

import type { LinearMemory } from './linearMemory.ts';

export interface FeatureMap {
  /** Of the first place, inside the border. */
  readonly address: number;
  readonly side: number;
  readonly channels: number;
  /** Bytes from one place to the next in its row. */
  readonly placeBytes: number;
  /** Bytes from one row to the next. */
  readonly rowBytes: number;
}

/** @param before places of zeros above and to the left; `after`: below and to the right */
export function placeMap(
  memory: LinearMemory,
  side: number,
  channels: number,
  before = 0,
  after = 0,
): FeatureMap {
  const whole = before + side + after;
  const placeBytes = channels * 4;
  const rowBytes = whole * placeBytes;
  const address = memory.allocate(whole * rowBytes) + before * (rowBytes + placeBytes);
  return { address, side, channels, placeBytes, rowBytes };
}

/** Some channels of a map, as a map: writing into it is what others call concatenating. */
export const someChannels = (map: FeatureMap, first: number, channels: number): FeatureMap => ({
  ...map,
  address: map.address + first * 4,
  channels,
});

/** Offsets in bytes of `side` x `side` places of a map, `stride` apart, row by row. */
export function placeOffsets({ rowBytes, placeBytes }: FeatureMap, side: number, stride = 1): number[] {
  const offsets: number[] = [];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) offsets.push((y * rowBytes + x * placeBytes) * stride);
  }
  return offsets;
}

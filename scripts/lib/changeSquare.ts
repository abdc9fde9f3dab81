// The square that the network sees, with something taken away from it: what does a verdict rest on?

import { NETWORK_SIDE } from '../../src/core/image.ts';
import type { Change } from '../../src/howItWorks/figures.ts';

/** Pixels of the surroundings that are left at each edge. */
const RIM = 32;
/** What ImageNet's photos have on average: to the network it is nothing. */
const NOTHING = [123, 117, 104] as const;
/** How bright the three colours are (ITU-R BT.601). */
const BRIGHTNESS = [0.299, 0.587, 0.114] as const;

/** @param square [224, 224, 3] RGB, left as it is */
export function changeSquare(square: Uint8Array, change: Change): Uint8Array {
  const changed = new Uint8Array(square.length);
  for (let y = 0; y < NETWORK_SIDE; y++) {
    for (let x = 0; x < NETWORK_SIDE; x++) {
      const [red, green, blue] = pixelFor(square, change, x, y);
      changed.set([red, green, blue], (y * NETWORK_SIDE + x) * 3);
    }
  }
  return changed;
}

type Colour = readonly [number, number, number];

function pixelFor(square: Uint8Array, change: Change, x: number, y: number): Colour {
  const last = NETWORK_SIDE - 1;
  const at = (column: number, row: number): Colour => {
    const [red = 0, green = 0, blue = 0] = square.subarray((row * NETWORK_SIDE + column) * 3);
    return [red, green, blue];
  };
  if (change === 'mirrored') return at(last - x, y);
  if (change === 'upsideDown') return at(last - x, last - y);
  if (change === 'surroundings') {
    const isInside = [x, y].every((place) => place >= RIM && place <= last - RIM);
    return isInside ? NOTHING : at(x, y);
  }
  const colour = at(x, y);
  const grey = Math.round(colour.reduce((sum, value, i) => sum + value * (BRIGHTNESS[i] ?? 0), 0));
  return [grey, grey, grey];
}

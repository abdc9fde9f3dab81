// What was found out about photos, by their content: moving, removing, undoing and reloading never run the network again.

import type { Features } from '../core/types.ts';
import type { Picture } from './state.ts';

export interface KnownPicture {
  readonly picture: Picture;
  /** The picture's thumbnail itself. */
  readonly thumbnail: Blob;
}

/** By SHA-256 of a photo's bytes. Features are those of one network only: `modelId` in the state. */
export interface Known {
  readonly pictures: Map<string, KnownPicture>;
  readonly features: Map<string, Features>;
}

export const createKnown = (): Known => ({ pictures: new Map(), features: new Map() });

// Projects and photos for tests of the store. A photo's bytes are a short text; the same text is the same photo.

import type { Features } from '../../src/core/types.ts';
import type { Photo, Place, Project } from '../../src/store/project.ts';
import { EMPTY_PROJECT } from '../../src/store/project.ts';
import type { PhotoWork } from '../../src/store/state.ts';

export const photo = (key: string, place: Place, name = `${key}.jpg`): Photo => ({
  key,
  name,
  file: new Blob([key]),
  place,
});

export const projectWith = (...photos: readonly Photo[]): Project => ({ ...EMPTY_PROJECT, photos });

/** Features by hand: only the logits matter to the store. */
export const features = (...logits: readonly number[]): Features => ({
  logits: Float32Array.from(logits),
  pool5: new Float32Array(0),
});

export const readyWork = (sha256: string, ...logits: readonly number[]): PhotoWork => ({
  status: 'ready',
  picture: { sha256, width: 300, height: 200, thumbnail: '' },
  features: features(...logits),
});

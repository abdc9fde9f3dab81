// A photo that is none of the kinds, to show that the page can say so.

import type { Features } from '../../../core/types.ts';
import type { Photo } from '../../../store/project.ts';
import type { State, Trained } from '../../../store/state.ts';
import { judgePhoto, type PhotoVerdict } from '../../../store/verdicts.ts';

export interface Stranger {
  /** null: the cat. */
  readonly photo: Photo | null;
  readonly thumbnail?: string;
  readonly features: Features;
  readonly verdict: PhotoVerdict;
}

/**
 * The cat where it is none of them, else the first test photo that is; where there is none, the cat all the same, as
 * bins may hold its kind.
 * @param cat what the network says of it; null where it has not been seen
 */
export function findStranger(
  trained: Trained,
  cat: Features | null,
  tests: readonly Photo[],
  work: State['work'],
): Stranger | null {
  // Whatever the project allows: the talk is about what such a photo is.
  const judged = (features: Features) => judgePhoto(trained, features, { neither: true });
  const verdict = cat && judged(cat);
  const ofCat = cat && verdict ? { photo: null, features: cat, verdict } : null;
  if (ofCat?.verdict.neither) return ofCat;
  for (const photo of tests) {
    const done = work[photo.key];
    if (done?.status !== 'ready') continue;
    const { features, picture } = done;
    const said = judged(features);
    if (said?.neither) return { photo, thumbnail: picture.thumbnail, features, verdict: said };
  }
  return ofCat;
}

// The same photo twice, told by its bytes.

import { type Photo, type PhotoKey, type Place, photosIn } from './project.ts';
import { type State, sha256Of } from './state.ts';

/**
 * @param coming photos that are on their way to a place
 * @param hashOf SHA-256 of one of them; undefined while it is not known
 * @returns per photo that lies there already, the one that is there
 */
export function twinsIn(
  { history, work }: Pick<State, 'history' | 'work'>,
  place: Place,
  coming: readonly Photo[],
  hashOf: (photo: Photo) => string | undefined,
): Readonly<Record<PhotoKey, PhotoKey>> {
  const there = new Map(photosIn(history.present, place).map(({ key }) => [sha256Of(work[key]), key]));
  const pairs = coming.flatMap((photo) => {
    const hash = hashOf(photo);
    const twin = hash === undefined ? undefined : there.get(hash);
    return twin === undefined ? [] : [[photo.key, twin] as const];
  });
  return Object.fromEntries(pairs);
}

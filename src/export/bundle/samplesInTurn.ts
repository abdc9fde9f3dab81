// Which of the user's photos come along for the self-check: some of every place, test photos first.

import { type Photo, photosIn, TRAY } from '../../store/project.ts';
import type { State } from '../../store/state.ts';
import { photoTypeOf } from '../archive/photoTypes.ts';

/** Every machine decodes these, and to the same pixels. */
const PLAIN = new Set(['image/jpeg', 'image/png']);

/** @returns all photos that the network has seen, in turn from the tray and each bin, the plain ones first */
export function samplesInTurn({ history, work }: Pick<State, 'history' | 'work'>): Photo[] {
  const { present } = history;
  const places = [TRAY, ...present.bins.map(({ id }) => id)].map((place) =>
    photosIn(present, place).filter(({ key }) => work[key]?.status === 'ready'),
  );
  const longest = Math.max(...places.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, i) =>
    places.flatMap((photos) => photos[i] ?? []),
  ).flat();
  const isPlain = ({ name }: Photo) => PLAIN.has(photoTypeOf(name) ?? '');
  return [...inTurn.filter(isPlain), ...inTurn.filter((photo) => !isPlain(photo))];
}

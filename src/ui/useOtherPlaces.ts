// The same photo elsewhere: learned from and tested on, or put into two bins. Worth knowing, so the tile says it.

import { type Photo, type Project, TRAY } from '../store/project.ts';
import type { PhotoWork, State } from '../store/state.ts';
import { useAppState } from './appContext.ts';

/** `also in modern`, or nothing. */
export function useOtherPlaces(photo: Photo, work: PhotoWork): string {
  return useAppState((state) => otherPlaces(state, photo, work));
}

function otherPlaces({ history, work }: State, photo: Photo, own: PhotoWork): string {
  const sha256 = sha256Of(own);
  if (sha256 === undefined) return '';
  const project = history.present;
  const places = project.photos
    .filter(({ key, place }) => place !== photo.place && sha256Of(work[key]) === sha256)
    .map(({ place }) => placeName(project, place));
  return places.length > 0 ? `also in ${[...new Set(places)].join(', ')}` : '';
}

const sha256Of = (work: PhotoWork | undefined): string | undefined =>
  work?.status === 'ready' || work?.status === 'reading' ? work.picture?.sha256 : undefined;

export const placeName = ({ bins }: Project, place: string): string =>
  place === TRAY ? 'the test tray' : (bins.find(({ id }) => id === place)?.label ?? 'a bin');

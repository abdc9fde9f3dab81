// The same photo elsewhere: learned from and tested on, or put into two bins. Worth knowing, so the tile says it.

import { type Photo, type Place, type Project, TRAY } from '../store/project.ts';
import { type PhotoWork, type State, sha256Of } from '../store/state.ts';
import { useAppState } from './appContext.ts';
import { words } from './words/words.ts';

/** Names of the other places, as in `modern, the tray`; empty when there are none. */
export function useOtherPlaces(photo: Photo, work: PhotoWork): string {
  return useAppState((state) => {
    const sha256 = sha256Of(work);
    const places = sha256 === undefined ? undefined : placesOf(state).get(sha256);
    if (!places || places.size < 2) return '';
    const others = [...places].filter((place) => place !== photo.place);
    return others.map((place) => placeName(state.history.present, place)).join(', ');
  });
}

/** Where each photo lies, by content. Every tile asks after every change, so the answer is made once for all. */
let asked: { project: Project; work: State['work']; places: Map<string, Set<Place>> } | null = null;

function placesOf({ history, work }: State): ReadonlyMap<string, ReadonlySet<Place>> {
  const project = history.present;
  if (asked?.project === project && asked.work === work) return asked.places;
  const places = new Map<string, Set<Place>>();
  for (const { key, place } of project.photos) {
    const sha256 = sha256Of(work[key]);
    if (sha256 !== undefined) places.set(sha256, (places.get(sha256) ?? new Set()).add(place));
  }
  asked = { project, work, places };
  return places;
}

export const placeName = ({ bins }: Project, place: string): string =>
  place === TRAY ? words.common.tray : (bins.find(({ id }) => id === place)?.label ?? words.common.someBin);

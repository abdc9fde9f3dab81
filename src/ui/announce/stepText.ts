// A step that somebody has made, in a sentence. It is told by what differs, so that it is said alike however it was made: by
// mouse, key, menu or finger, and when it is undone.

import { type Photo, type Place, type Project, TRAY } from '../../store/project.ts';
import { inLine, list, photos } from '../sentences.ts';
import { words } from '../words/words.ts';

/** @returns null where what made it speaks for itself, as a switch does */
export function stepText(before: Project, after: Project): string | null {
  const says = words.said;
  if (before.id !== after.id) return says.open(after.name, after.photos.length);
  const were = new Map(before.photos.map((photo) => [photo.key, photo]));
  const are = new Set(after.photos.map(({ key }) => key));
  const added = after.photos.filter(({ key }) => !were.has(key));
  const moved = after.photos.filter(({ key, place }) => were.has(key) && were.get(key)?.place !== place);
  const removed = before.photos.filter(({ key }) => !are.has(key));
  const [binGone, binNew] = [missingBin(before, after), missingBin(after, before)];
  if (added.length > 0) return addedText(added, after);
  if (moved.length > 0) return says.moved(named(moved), placeOf(moved, after));
  if (binGone && !binNew) return says.binRemoved(binGone.label, removed.length);
  if (removed.length > 0) return says.removed(named(removed), placeOf(removed, before));
  if (binNew) return says.binAdded(binNew.label);
  return renamedText(before, after);
}

const missingBin = (from: Project, to: Project) =>
  from.bins.find(({ id }) => !to.bins.some((bin) => bin.id === id));

/** One by its name, several by their number. */
const named = (all: readonly Photo[]): string =>
  all.length === 1 && all[0] ? inLine(all[0].name) : photos(all.length);

/** A bin's label, null for the test tray, undefined where they lie in several places. */
function placeOf(all: readonly Photo[], { bins }: Project): string | null | undefined {
  const places = new Set(all.map(({ place }) => place));
  const [place] = places;
  if (places.size !== 1 || place === undefined) return undefined;
  return place === TRAY ? null : bins.find(({ id }) => id === place)?.label;
}

function addedText(added: readonly Photo[], project: Project): string {
  const counts = new Map<Place, Photo[]>();
  for (const photo of added) counts.set(photo.place, [...(counts.get(photo.place) ?? []), photo]);
  if (counts.size === 1) return words.said.added(named(added), placeOf(added, project));
  const parts = [...counts.values()].map((some) => words.said.countTo(some.length, placeOf(some, project)));
  return words.said.addedToSeveral(added.length, list(parts));
}

function renamedText(before: Project, after: Project): string | null {
  if (before.name !== after.name) return words.said.projectRenamed(after.name);
  for (const { id, label } of after.bins) {
    const old = before.bins.find((bin) => bin.id === id);
    if (old && old.label !== label) return words.said.binRenamed(old.label, label);
  }
  return null;
}

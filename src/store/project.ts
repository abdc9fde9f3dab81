// The project: bins, and which photo lies where. Plain values; every change returns a new project, so that undo is
// keeping the old one. Neither a photo's bytes are here (photoFiles.ts) nor what was found out about it (known.ts).

import { NEITHER } from '../core/novelty.ts';
import type { FeatureKind } from '../core/types.ts';

export type ProjectId = string;
export type BinId = string;
export type PhotoKey = string;

/** The test tray is a place like a bin, but nothing is learned from it. */
export const TRAY = 'tray';
export type Place = BinId | typeof TRAY;

export interface Bin {
  readonly id: BinId;
  readonly label: string;
}

export interface Photo {
  /** One per tile, never used again, and the name of its bytes; its identity is their SHA-256. */
  readonly key: PhotoKey;
  readonly name: string;
  readonly place: Place;
  /** The photographer's page, for photos that we hand out. */
  readonly credit?: string;
}

/** How the bins are learned and photos judged. */
export interface Settings {
  readonly features: FeatureKind;
  /** The price of a photo on the wrong side of its margin. */
  readonly C: number;
  /** May a photo that is like no training photo be called `neither`? */
  readonly neither: boolean;
}

export interface Project {
  readonly id: ProjectId;
  readonly name: string;
  readonly bins: readonly Bin[];
  /** In the order in which they came. */
  readonly photos: readonly Photo[];
  readonly settings: Settings;
}

const DEFAULT_BINS: readonly Bin[] = [
  { id: 'bin-1', label: 'classic' },
  { id: 'bin-2', label: 'modern' },
];

export const DEFAULT_SETTINGS: Settings = { features: 'logits', C: 10, neither: true };

/** Of a project that nobody has named. */
const UNNAMED = 'Untitled';
const UNNAMED_NUMBERED = new RegExp(`^${UNNAMED}( \\d+)?$`);

export const emptyProject = (id: ProjectId, name: string = UNNAMED): Project => ({
  id,
  name,
  bins: DEFAULT_BINS,
  photos: [],
  settings: DEFAULT_SETTINGS,
});

/** Nobody has done anything to it: it need not be kept. */
export const isUntouched = ({ name, bins, photos, settings }: Project): boolean =>
  UNNAMED_NUMBERED.test(name) &&
  photos.length === 0 &&
  bins.length === DEFAULT_BINS.length &&
  bins.every(isDefault) &&
  sameSettings(settings, DEFAULT_SETTINGS);

/** A name like this one that no other project has: `Cars`, `Cars 2`, and so on. */
export function freeName(wanted: string, taken: Iterable<string>): string {
  const names = new Set([...taken].map((name) => name.toLowerCase()));
  if (!names.has(wanted.toLowerCase())) return wanted;
  const stem = wanted.replace(/ \d+$/, '');
  let number = 2;
  while (names.has(`${stem} ${number}`.toLowerCase())) number++;
  return `${stem} ${number}`;
}

/** A name that has a problem is not taken. */
export function renameProject(project: Project, name: string): Project {
  const wanted = name.trim();
  if (wanted === project.name || projectNameProblem(wanted) !== null) return project;
  return { ...project, name: wanted };
}

/** Why a project cannot be called that; null when it can. */
export const projectNameProblem = (name: string): 'empty' | 'too-long' | null => {
  if (isBlank(name)) return 'empty';
  return isTooLong(name) ? 'too-long' : null;
};

export const photosIn = (project: Project, place: Place): readonly Photo[] =>
  project.photos.filter((photo) => photo.place === place);

export const addPhotos = (project: Project, photos: readonly Photo[]): Project => ({
  ...project,
  photos: [...project.photos, ...photos],
});

/** Moved photos go to the end of their new place. Nothing is moved to a bin that is no more. */
export function movePhotos(project: Project, keys: ReadonlySet<PhotoKey>, place: Place): Project {
  if (place !== TRAY && !project.bins.some(({ id }) => id === place)) return project;
  const stays = ({ key, place: from }: Photo) => !keys.has(key) || from === place;
  const moved = project.photos.filter((photo) => !stays(photo)).map((photo) => ({ ...photo, place }));
  return moved.length === 0 ? project : { ...project, photos: [...project.photos.filter(stays), ...moved] };
}

export function removePhotos(project: Project, keys: ReadonlySet<PhotoKey>): Project {
  const photos = project.photos.filter(({ key }) => !keys.has(key));
  return photos.length === project.photos.length ? project : { ...project, photos };
}

/** A label that has a problem is not taken: labels name verdicts, and must differ. */
export function renameBin(project: Project, id: BinId, label: string): Project {
  const wanted = label.trim();
  const bin = project.bins.find((candidate) => candidate.id === id);
  if (!bin || wanted === bin.label || labelProblem(project, id, wanted) !== null) return project;
  return { ...project, bins: project.bins.map((b) => (b.id === id ? { ...b, label: wanted } : b)) };
}

/** Why a bin cannot have this label; null when it can, and for the one that it has. */
export function labelProblem(
  project: Project,
  id: BinId,
  label: string,
): 'empty' | 'too-long' | 'taken' | 'test' | 'neither' | null {
  const wanted = label.trim();
  const own = project.bins.find((bin) => bin.id === id);
  // A folder's name may be one that nobody could type.
  if (wanted === own?.label) return null;
  if (isBlank(wanted)) return 'empty';
  if (isTooLong(wanted)) return 'too-long';
  if (isTestName(wanted)) return 'test';
  if (isNoVerdict(wanted)) return 'neither';
  const owner = findBin(project, wanted);
  return owner && owner.id !== id ? 'taken' : null;
}

/** Nothing in it can be seen: blanks, and characters without a shape. */
const isBlank = (name: string): boolean => !/[^\s\p{Z}\p{Cc}\p{Cf}]/u.test(name);

const isTooLong = (name: string): boolean => countCharacters(name.trim()) > LONGEST_LABEL;

/** As Unicode counts, where most emoji are one and not two. */
export const countCharacters = (text: string): number => Array.from(text).length;

/** The label for a bin made from a folder: not a word with a meaning of its own. */
export function labelFromFolder(folder: string): string {
  const label = folder.trim();
  return isNoVerdict(label) ? `${label} (bin)` : label;
}

/** Characters of a label or a project's name that is typed; a folder's name is taken as it is. */
export const LONGEST_LABEL = 40;

const isNoVerdict = (label: string): boolean => foldLabel(label) === NEITHER;

/** No bin may be called that. */
export const isReservedLabel = (label: string): boolean => isTestName(label) || isNoVerdict(label);

/** Labels that differ in case alone, or in blanks around them, are one. */
export const foldLabel = (label: string): string => label.trim().toLowerCase();

export const findBin = (project: Project, label: string): Bin | undefined =>
  project.bins.find((bin) => foldLabel(bin.label) === foldLabel(label));

/** Folders of this name hold photos for the tray, as in the talk's own folder; so no bin may be called that. */
export const isTestName = (name: string): boolean => foldLabel(name) === 'test';

export function addBin(project: Project, label: string): Project {
  const numbers = project.bins.map(({ id }) => Number(id.split('-')[1]));
  const id = `bin-${Math.max(0, ...numbers) + 1}`;
  return { ...project, bins: [...project.bins, { id, label: label.trim() }] };
}

/** Its photos go with it. */
export function removeBin(project: Project, id: BinId): Project {
  const bins = project.bins.filter((bin) => bin.id !== id);
  const photos = project.photos.filter(({ place }) => place !== id);
  return bins.length === project.bins.length ? project : { ...project, bins, photos };
}

/**
 * Default bins that nobody used make room when a folder brings bins of its own.
 * @param wanted places that are about to be used
 */
export function dropUnusedDefaults(project: Project, wanted: ReadonlySet<Place> = new Set()): Project {
  const used = ({ id }: Bin) => wanted.has(id) || project.photos.some(({ place }) => place === id);
  return { ...project, bins: project.bins.filter((bin) => !isDefault(bin) || used(bin)) };
}

/** By its values, because a project that was saved comes back as a copy. */
const isDefault = ({ id, label }: Bin): boolean =>
  DEFAULT_BINS.some((bin) => bin.id === id && bin.label === label);

export function changeSettings(project: Project, changes: Partial<Settings>): Project {
  const settings = { ...project.settings, ...changes };
  return sameSettings(settings, project.settings) ? project : { ...project, settings };
}

const sameSettings = (a: Settings, b: Settings): boolean =>
  a.features === b.features && a.C === b.C && a.neither === b.neither;

export const clearPhotos = (project: Project): Project =>
  project.photos.length === 0 ? project : { ...project, photos: [] };

/** Two projects between which a person sees no difference. */
export const holdsTheSame = (a: Project, b: Project): boolean =>
  a.id === b.id &&
  a.name === b.name &&
  areSame(a.bins, b.bins, (bin, other) => bin.id === other.id && bin.label === other.label) &&
  sameSettings(a.settings, b.settings) &&
  areSame(a.photos, b.photos, isSamePhoto);

function areSame<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((value, i) => {
      const other = b[i];
      return value === other || (other !== undefined && isSame(value, other));
    })
  );
}

const isSamePhoto = (a: Photo, b: Photo): boolean =>
  a.key === b.key && a.name === b.name && a.place === b.place && a.credit === b.credit;

/** A label for a bin that the user adds without naming it: `bin 3`, and so on. */
export function nextLabel(project: Project, stem = 'bin'): string {
  let number = project.bins.length + 1;
  while (findBin(project, `${stem} ${number}`)) number++;
  return `${stem} ${number}`;
}

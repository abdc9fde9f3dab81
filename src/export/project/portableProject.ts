// A project as it travels: everything that a person made, with the photos' bytes, and nothing that the network or the
// SVM found out.

import { BinsightError } from '../../core/errors.ts';
import type { BinId, PhotoKey, Project, Settings } from '../../store/project.ts';

export interface PortablePhoto {
  /** Of the original file. */
  readonly name: string;
  /** With its media type; a File also has the time when it was last changed. */
  readonly file: Blob;
  /** Index into `bins`; null for the test tray. */
  readonly bin: number | null;
  /** The photographer's page. */
  readonly credit?: string;
}

export interface PortableProject {
  readonly name: string;
  readonly settings: Settings;
  /** Labels, in the order of the page. */
  readonly bins: readonly string[];
  /** In the project's order, across all places. */
  readonly photos: readonly PortablePhoto[];
}

interface Travelling {
  readonly name: string;
  readonly settings: Settings;
  readonly bins: readonly { readonly id: BinId; readonly label: string }[];
  readonly photos: readonly Pick<Project['photos'][number], 'key' | 'name' | 'place' | 'credit'>[];
}

/** @param fileOf a photo's bytes; what it throws is thrown on */
export async function toPortable(
  { name, settings, bins, photos }: Travelling,
  fileOf: (key: PhotoKey) => Promise<Blob> | Blob,
): Promise<PortableProject> {
  const indices = new Map(bins.map(({ id }, index) => [id, index]));
  return {
    name,
    settings,
    bins: bins.map(({ label }) => label),
    photos: await Promise.all(
      photos.map(async ({ key, name: photoName, place, credit }) => ({
        name: photoName,
        file: await namingPhoto(photoName, fileOf(key)),
        bin: indices.get(place) ?? null,
        ...(credit === undefined ? {} : { credit }),
      })),
    ),
  };
}

/** Which photo it was that could not be had. */
async function namingPhoto<T>(photo: string, work: Promise<T> | T): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    if (!(cause instanceof BinsightError)) throw cause;
    throw new BinsightError(cause.code, { ...cause.detail, photo }, { cause });
  }
}

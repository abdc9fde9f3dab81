// A project as it travels: everything that a person made, with the photos' bytes, and nothing that the network or the
// SVM found out.

import { BinsightError, type ErrorCode } from '../../core/errors.ts';
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

export interface Gathered {
  readonly project: PortableProject;
  /** Names of photos whose bytes are gone or damaged: one of them is no reason to keep the others back. */
  readonly missing: readonly string[];
}

const GONE: ReadonlySet<ErrorCode> = new Set(['photo-lost', 'photo-damaged', 'photo-unreadable']);

/**
 * @param fileOf a photo's bytes
 * @throws what `fileOf` throws, unless it is only that a photo is gone; BinsightError `photo-lost` and the like
 *   (photo) when all of them are
 */
export async function gatherProject(
  { name, settings, bins, photos }: Travelling,
  fileOf: (key: PhotoKey) => Promise<Blob> | Blob,
): Promise<Gathered> {
  const indices = new Map(bins.map(({ id }, index) => [id, index]));
  const missing: string[] = [];
  let last: BinsightError | null = null;
  const found = await Promise.all(
    photos.map(async ({ key, name: photoName, place, credit }): Promise<PortablePhoto[]> => {
      try {
        const file = await fileOf(key);
        const bin = indices.get(place) ?? null;
        return [{ name: photoName, file, bin, ...(credit === undefined ? {} : { credit }) }];
      } catch (error) {
        if (!(error instanceof BinsightError) || !GONE.has(error.code)) throw error;
        missing.push(photoName);
        last = new BinsightError(error.code, { ...error.detail, photo: photoName }, { cause: error });
        return [];
      }
    }),
  );
  if (last && missing.length === photos.length) throw last;
  const project = { name, settings, bins: bins.map(({ label }) => label), photos: found.flat() };
  return { project, missing };
}

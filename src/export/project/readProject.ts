// A project file becomes a project again, whole or not at all; what people did to its folders by hand is taken as meant.

import { BinsightError } from '../../core/errors.ts';
import type { ArchiveFile, ArchiveLimits } from '../archive/archiveLimits.ts';
import { openArchive } from '../archive/openArchive.ts';
import { type FolderFile, openFolder } from '../archive/openFolder.ts';
import { photoTypeOf } from '../archive/photoTypes.ts';
import { byName, readFolders } from './folderBins.ts';
import { matchPhotos } from './matchPhotos.ts';
import type { PortableProject } from './portableProject.ts';
import { invalid, MOST_BINS, parseDocument } from './projectDocument.ts';
import { asAdded, asListed, findCandidates, type ImportedPhoto, readAll } from './readPhotos.ts';
import { MOST_DOCUMENT_BYTES, PROJECT_FILE } from './recognise.ts';

/** A zip, or the files of the folder that it becomes when it is unpacked. */
export type ProjectSource = Blob | readonly FolderFile[];

export interface ImportedProject extends PortableProject {
  /** Those that project.json lists in its order, then the added ones. */
  readonly photos: readonly ImportedPhoto[];
  /** Paths of listed photos whose bytes are others than when the file was written. */
  readonly changed: readonly string[];
  /** Paths of photos that project.json does not list. */
  readonly added: readonly string[];
  /** Names of listed photos that are nowhere in it. */
  readonly missing: readonly string[];
}

export interface ReadOptions {
  readonly limits?: ArchiveLimits;
}

/**
 * Nothing of a damaged file is used. But what is whole was left so by somebody: a photo that lies elsewhere, or under
 * another name, is known by its SHA-256; one that was edited is taken as it is; one that was added is taken; one that is
 * not there any more is left out, unless no photo at all is there. All but moved ones are named.
 * @throws BinsightError openArchive's and ArchiveFile.read's; project-not-one, project-newer (version, known),
 *   project-invalid (reason), project-photo-missing (photo, count: no photo is there)
 */
export async function readProject(
  source: ProjectSource,
  { limits }: ReadOptions = {},
): Promise<ImportedProject> {
  const files =
    source instanceof Blob ? belowRoot(await openArchive(source, limits)) : openFolder(source, limits);
  const document = parseDocument(await readText(files));
  const { name, settings, photos } = document;
  const { found, others } = matchPhotos(photos, await readAll(findCandidates(photos, files)));
  const added = others.filter(({ path }) => photoTypeOf(path) !== undefined).sort(byName);
  const missing = photos.filter((photo) => !found.has(photo));
  if (missing[0] && found.size + added.length === 0) {
    throw new BinsightError('project-photo-missing', { photo: missing[0].path, count: missing.length });
  }

  const { labels, binOf } = readFolders(
    document.bins,
    files.map(({ path }) => path),
    [...found.values(), ...added].sort(byName).map(({ path }) => path),
    [...found].flatMap(([{ bin }, { path }]) => (bin === null ? [] : { bin, path })),
  );
  if (labels.length > MOST_BINS) throw invalid(`more than ${MOST_BINS} bins`);

  return {
    name,
    settings,
    bins: labels,
    photos: [
      ...photos.flatMap((photo) => {
        const file = found.get(photo);
        return file ? asListed(photo, file, binOf(file.path)) : [];
      }),
      ...added.map((file) => asAdded(file, binOf(file.path))),
    ],
    changed: [...found].flatMap(([photo, { path, sha256 }]) => (sha256 === photo.sha256 ? [] : path)),
    added: added.map(({ path }) => path),
    missing: missing.map((photo) => photo.name || photo.path),
  };
}

/** People unpack a project and pack its folder: then all of it lies one folder deeper. */
function belowRoot(files: readonly ArchiveFile[]): readonly ArchiveFile[] {
  if (files.some(({ path }) => path === PROJECT_FILE)) return files;
  const top = files[0]?.path.split('/')[0] ?? '';
  if (!files.every(({ path }) => path.startsWith(`${top}/`))) return files;
  return files.map((entry) => ({ ...entry, path: entry.path.slice(top.length + 1) }));
}

async function readText(files: readonly ArchiveFile[]): Promise<string> {
  const entry = files.find(({ path }) => path === PROJECT_FILE);
  if (!entry) throw new BinsightError('project-not-one');
  if (entry.size > MOST_DOCUMENT_BYTES) {
    throw invalid(`more than ${MOST_DOCUMENT_BYTES} bytes`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await entry.read());
  } catch (cause) {
    if (cause instanceof BinsightError) throw cause;
    throw invalid('not UTF-8', cause);
  }
}

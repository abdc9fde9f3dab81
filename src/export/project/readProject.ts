// A project file becomes a project again, whole or not at all; what people did to its folders by hand is taken as meant.

import { BinsightError } from '../../core/errors.ts';
import { sha256Hex } from '../../network/sha256.ts';
import { foldName } from '../archive/archivePaths.ts';
import { type ArchiveFile, type ArchiveLimits, openArchive } from '../archive/openArchive.ts';
import { findAdded } from './addedPhotos.ts';
import type { PortablePhoto, PortableProject } from './portableProject.ts';
import {
  invalid,
  MOST_BINS,
  MOST_DOCUMENT_BYTES,
  PROJECT_FILE,
  type ProjectDocument,
  parseDocument,
} from './projectDocument.ts';

export interface ImportedPhoto extends PortablePhoto {
  /** Of the bytes as they are. */
  readonly sha256: string;
}

export interface ImportedProject extends PortableProject {
  /** Those that project.json lists in its order, then the added ones. */
  readonly photos: readonly ImportedPhoto[];
  /** Paths of listed photos whose bytes are others than when the file was written. */
  readonly changed: readonly string[];
  /** Paths of photos that project.json does not list. */
  readonly added: readonly string[];
}

export interface ReadOptions {
  readonly limits?: ArchiveLimits;
}

/**
 * Nothing of a bad file is used: a listed photo that is missing or damaged is a reason to refuse all, because a project
 * with holes would soon be saved over the whole one. A photo whose checksum in the zip is right while its SHA-256 is
 * not was replaced by somebody; it is taken, and named in `changed`.
 * @throws BinsightError openArchive's and ArchiveFile.read's; project-not-one, project-newer (version, known),
 *   project-invalid (reason), project-photo-missing (photo, count)
 */
export async function readProject(file: Blob, { limits }: ReadOptions = {}): Promise<ImportedProject> {
  const files = belowRoot(await openArchive(file, limits));
  const document = parseDocument(await readText(files));
  const byPath = new Map(files.map((entry) => [foldName(entry.path), entry]));
  const listed = document.photos.map((photo) => ({ photo, entry: byPath.get(foldName(photo.path)) }));
  refuseMissing(listed);
  const known = new Set(listed.map(({ entry }) => entry));
  const { bins, added } = findAdded(
    document.bins,
    files.filter((entry) => !known.has(entry) && entry.path !== PROJECT_FILE),
  );
  if (bins.length > MOST_BINS) throw invalid(`more than ${MOST_BINS} bins`);
  const wanted: readonly { photo: Described; entry: ArchiveFile | undefined }[] = [...listed, ...added];
  const photos: ImportedPhoto[] = [];
  const changed: string[] = [];
  for (const { photo, entry } of wanted) {
    if (!entry) continue; // refuseMissing has seen to it.
    const imported = await readPhoto(photo, entry);
    if (photo.sha256 !== undefined && photo.sha256 !== imported.sha256) changed.push(photo.path);
    photos.push(imported);
  }
  const { name, settings } = document;
  return { name, settings, bins, photos, changed, added: added.map(({ photo }) => photo.path) };
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

interface Listed {
  readonly photo: ProjectDocument['photos'][number];
  readonly entry: ArchiveFile | undefined;
}

function refuseMissing(listed: readonly Listed[]): void {
  const missing = listed.filter(({ entry }) => !entry);
  const [first] = missing;
  if (first) {
    throw new BinsightError('project-photo-missing', { photo: first.photo.path, count: missing.length });
  }
}

type Described = Omit<Listed['photo'], 'sha256'> & { readonly sha256?: string };

async function readPhoto(
  { name, bin, type, modified, credit }: Described,
  entry: ArchiveFile,
): Promise<ImportedPhoto> {
  const bytes = await entry.read();
  return {
    name,
    file:
      modified === undefined
        ? new Blob([bytes], { type })
        : new File([bytes], name, { type, lastModified: modified }),
    bin,
    sha256: await sha256Hex(bytes),
    ...(credit === undefined ? {} : { credit }),
  };
}

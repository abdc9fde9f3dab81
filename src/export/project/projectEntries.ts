// A project as the files of its zip: a folder per bin, `test`, and project.json, so that it is of use without this page.

import { BinsightError } from '../../core/errors.ts';
import { sha256Hex } from '../../network/sha256.ts';
import { ARCHIVE_LIMITS } from '../archive/archiveLimits.ts';
import type { PackedEntry } from '../archive/packArchive.ts';
import { PROJECT_VERSION } from './migrations.ts';
import type { PortablePhoto, PortableProject } from './portableProject.ts';
import { checkDocument, isCredit, type ProjectDocument, TEST_FOLDER } from './projectDocument.ts';
import { MOST_DOCUMENT_BYTES, PROJECT_FILE, PROJECT_FORMAT } from './recognise.ts';
import { createNames, safeName } from './safeNames.ts';

const ABOUT =
  'A Binsight project: drop the whole zip, or its unpacked folder, on the Binsight page to open it again. Each folder ' +
  'holds the photos of one bin, as they were, and "test" the photos to judge; this file keeps their order, their ' +
  'original names and the settings. You may add, move, rename and take out photos and folders; this file need not be ' +
  'changed for that.';

/** Readers list a folder's photos by name, so the list of all comes after them, once their hashes are known. */
export async function* projectEntries(project: PortableProject): AsyncGenerator<PackedEntry> {
  refuseUnopenable(project);
  const newFolder = createNames([TEST_FOLDER, PROJECT_FILE]);
  const bins = project.bins.map((label) => ({ label, folder: newFolder(label, 'bin') }));
  const folders = [...bins.map(({ folder }) => folder), TEST_FOLDER];
  const filled = new Set(project.photos.map(({ bin }) => bin));
  for (const [i, { folder }] of bins.entries()) {
    // So that whoever unpacks the file has a folder to fill.
    if (!filled.has(i)) yield { path: `${folder}/`, data: '' };
  }
  const newName = new Map(folders.map((folder) => [folder, createNames()]));
  const photos: ProjectDocument['photos'] = [];
  for (const photo of project.photos) {
    const folder = (photo.bin === null ? undefined : bins[photo.bin]?.folder) ?? TEST_FOLDER;
    const path = `${folder}/${newName.get(folder)?.(photo.name, 'photo') ?? photo.name}`;
    // Read once, so that what is packed is what was hashed, even if the file is being changed.
    const bytes = await readPhoto(photo);
    photos.push({
      path,
      name: photo.name,
      bin: photo.bin,
      sha256: await sha256Hex(bytes),
      type: photo.file.type,
      ...(photo.file instanceof File ? { modified: photo.file.lastModified } : {}),
      // The page shows no other links, and would refuse the file.
      ...(isCredit(photo.credit) ? { credit: photo.credit } : {}),
    });
    yield { path, data: bytes, compress: false };
  }
  // A file that could not be opened again would be no copy at all, so it is checked before anyone relies on it.
  const document = checkDocument({
    format: PROJECT_FORMAT,
    version: PROJECT_VERSION,
    about: ABOUT,
    name: project.name,
    settings: project.settings,
    bins,
    photos,
  });
  const data = new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
  refuseSize(data.length, MOST_DOCUMENT_BYTES);
  yield { path: PROJECT_FILE, data, compress: true };
}

/** @returns a name for the whole file, safe on every system */
export const projectFileName = (name: string): string => `${safeName(name, 'project')}.binsight.zip`;

/** @throws BinsightError archive-too-many, archive-too-large: before minutes have gone into a zip that none can open */
function refuseUnopenable({ photos }: PortableProject): void {
  const { entries, totalBytes, entryBytes } = ARCHIVE_LIMITS;
  const most = entries - 1; // project.json is one, too; folders are not counted.
  if (photos.length > most) throw new BinsightError('archive-too-many', { limit: most });
  for (const { name, file } of photos) refuseSize(file.size, entryBytes, name);
  const bytes = photos.reduce((sum, { file }) => sum + file.size, 0);
  refuseSize(bytes, totalBytes - MOST_DOCUMENT_BYTES);
}

function refuseSize(bytes: number, limit: number, entry?: string): void {
  if (bytes > limit) {
    throw new BinsightError('archive-too-large', { limit, ...(entry === undefined ? {} : { entry }) });
  }
}

async function readPhoto({ name, file }: PortablePhoto): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new BinsightError('photo-unreadable', { file: name }, { cause });
  }
}

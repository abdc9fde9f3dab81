// Opens a zip that nobody vouches for: what it says of itself is held against limits, and what comes out against what
// it said. Nothing is unpacked before it is asked for.

import { BlobReader, type Entry, type FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { isClutter } from '../../core/clutter.ts';
import { BinsightError } from '../../core/errors.ts';
import { asArchiveError } from './archiveErrors.ts';
import {
  ARCHIVE_LIMITS,
  type ArchiveFile,
  type ArchiveLimits,
  createBudget,
  refuseTooMany,
} from './archiveLimits.ts';
import { foldName, isUnsafePath } from './archivePaths.ts';

/** Ratio does not count below this: a plain picture or text may well shrink to nothing, and harms nobody. */
const HARMLESS_BYTES = 1024 * 1024;

/** Finder puts a resource fork beside every file, and folders are entries, too. */
const CLUTTER_PER_ENTRY = 2;

/** Bytes. Only the list of entries is read in one piece, and what it holds for 10,000 files is far below this. */
const MOST_AT_ONCE = 32 * 1024 * 1024;

class GuardedReader extends BlobReader {
  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    if (length > MOST_AT_ONCE) throw new BinsightError('archive-damaged', { reason: 'directory too large' });
    return await super.readUint8Array(index, length);
  }
}

/**
 * The archive's files in its own order, without folders and clutter.
 * @throws BinsightError archive-not-a-zip, -damaged, -encrypted (entry), -link (entry), -path (entry), -twins (entry,
 *   twin), -too-many (limit), -unsupported, -unreadable
 */
export async function openArchive(
  archive: Blob,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<readonly ArchiveFile[]> {
  const zip = new ZipReader(new GuardedReader(archive), {
    useWebWorkers: false,
    filenameValidation: 'tolerant', // Ours is stricter, and names the entry.
    checkLocalFilename: true,
    checkCrc32: true,
    checkOverlappingEntry: true,
  });
  const files: FileEntry[] = [];
  try {
    for await (const entry of listEntries(zip, limits)) {
      refuseEntry(entry);
      if (entry.directory || isClutter(entry.filename)) continue;
      files.push(entry);
      refuseTooMany(files.length, limits.entries);
    }
  } catch (error) {
    throw (await isZip(archive)) ? asArchiveError(error) : new BinsightError('archive-not-a-zip');
  }
  refuseTwins(files);
  const spend = createBudget(limits, Math.min(limits.totalBytes, allowance(archive.size, limits)));
  return files.map((file) => ({
    path: file.filename,
    size: file.uncompressedSize,
    read: () => readFile(file, limits, spend),
  }));
}

async function* listEntries(zip: ZipReader<Blob>, limits: ArchiveLimits): AsyncGenerator<Entry> {
  let count = 0;
  for await (const entry of zip.getEntriesGenerator()) {
    count++;
    if (count > limits.entries * (1 + CLUTTER_PER_ENTRY)) refuseTooMany(count, limits.entries);
    yield entry;
  }
}

function refuseEntry(entry: Entry): void {
  const detail = { entry: entry.filename };
  if (isUnsafePath(entry.filename)) throw new BinsightError('archive-path', detail);
  if (entry.symlink) throw new BinsightError('archive-link', detail);
  if (entry.encrypted) throw new BinsightError('archive-encrypted', detail);
}

/** Two files of one name: which one counts would depend on who reads. */
function refuseTwins(files: readonly FileEntry[]): void {
  const seen = new Map<string, string>();
  for (const { filename } of files) {
    const folded = foldName(filename);
    const twin = seen.get(folded);
    if (twin !== undefined) throw new BinsightError('archive-twins', { entry: filename, twin });
    seen.set(folded, filename);
  }
}

const allowance = (packed: number, { ratio }: ArchiveLimits): number =>
  Math.max(HARMLESS_BYTES, packed * ratio);

async function readFile(
  file: FileEntry,
  limits: ArchiveLimits,
  spend: (entry: string, bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { filename: entry, uncompressedSize: size, compressedSize, compressionMethod } = file;
  if (compressionMethod !== 0 && compressionMethod !== 8) {
    throw new BinsightError('archive-unsupported', { entry, reason: `compression ${compressionMethod}` });
  }
  if (size > allowance(compressedSize, limits)) {
    throw new BinsightError('archive-ratio', { entry, limit: limits.ratio });
  }
  spend(entry, size);
  const bytes = new Uint8Array(size);
  let filled = 0;
  const sink = new WritableStream<Uint8Array>({
    write(chunk) {
      // More than it said fits nowhere, and throws.
      bytes.set(chunk, filled);
      filled += chunk.length;
    },
  });
  try {
    await file.getData(sink);
  } catch (error) {
    throw asArchiveError(error, { entry });
  }
  if (filled !== size) throw new BinsightError('archive-damaged', { entry, reason: 'cut short' });
  return bytes;
}

/** By its first two bytes, which a zip that was cut short still has. */
async function isZip(archive: Blob): Promise<boolean> {
  const start = await archive
    .slice(0, 2)
    .text()
    // A file that cannot be read may well be one; the reason is in the error that led here.
    .catch(() => 'PK');
  return start === 'PK';
}

// Writes a zip that every unpacker opens: names in UTF-8 and flagged so, sizes before the data, photos stored as they are.

import { BlobReader, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-custom.js';
import { BinsightError } from '../../core/errors.ts';
import { photoTypeOf } from './photoTypes.ts';

export interface PackedEntry {
  /** Relative, with `/` between folders; with one at the end, an empty folder. */
  readonly path: string;
  readonly data: Blob | Uint8Array | string;
  /** By default all but photos, which are compressed already. */
  readonly compress?: boolean;
}

export interface PackOptions {
  /** What every entry says it was changed at: the same entries and date give the same bytes (in one time zone). */
  readonly date: Date;
}

/** Bytes held before they are handed to the browser, which keeps big Blobs on the disk. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Entries are asked for one by one, and only one is in memory at a time.
 * @throws what `entries` throws, BinsightError archive-no-room (bytes), and zip.js' Error for a path that comes twice
 */
export async function packArchive(
  entries: AsyncIterable<PackedEntry> | Iterable<PackedEntry>,
  { date }: PackOptions,
): Promise<Blob> {
  const { writable, finish } = collectBlob();
  const zip = new ZipWriter(writable, {
    useWebWorkers: false, // This is one already, and the page's policy allows no others.
    dataDescriptor: false, // Some unpackers refuse a stored file whose size comes after it.
    lastModDate: date,
    extendedTimestamp: false,
  });
  for await (const { path, data, compress = photoTypeOf(path) === undefined } of entries) {
    if (path.endsWith('/')) await zip.add(path);
    else await zip.add(path, readerOf(data), { level: compress ? 6 : 0 });
  }
  await zip.close();
  const archive = finish();
  // A browser that had no room for it gives a Blob all the same, and tells only whoever reads it.
  await archive
    .slice(-1)
    .arrayBuffer()
    .catch((cause: unknown) => {
      throw new BinsightError('archive-no-room', { bytes: archive.size }, { cause });
    });
  return archive;
}

const readerOf = (data: PackedEntry['data']): BlobReader | Uint8ArrayReader => {
  if (data instanceof Blob) return new BlobReader(data);
  return new Uint8ArrayReader(typeof data === 'string' ? new TextEncoder().encode(data) : data);
};

function collectBlob(): { writable: WritableStream<Uint8Array<ArrayBuffer>>; finish: () => Blob } {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let held = 0;
  const putAside = () => {
    parts.push(new Blob(chunks));
    chunks = [];
    held = 0;
  };
  const writable = new WritableStream<Uint8Array<ArrayBuffer>>({
    write(chunk) {
      chunks.push(chunk);
      held += chunk.length;
      if (held >= PART_BYTES) putAside();
    },
  });
  return {
    writable,
    finish() {
      putAside();
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}

// Writes a zip byte by byte, so that a test can make it lie in any field. Source: PKWARE's APPNOTE.TXT, section 4.3.

import { crc32, deflateRawSync } from 'node:zlib';

export interface RawEntry {
  readonly path: string;
  readonly data?: Uint8Array | string;
  /** Compression; 0 stores, 8 deflates, others store and lie. */
  readonly method?: number;
  /** Instead of the data, as it lies in the file. */
  readonly packed?: Uint8Array;
  /** What both headers claim, where it is not the truth. */
  readonly crc?: number;
  readonly size?: number;
  readonly packedSize?: number;
  readonly offset?: number;
  /** Bit 11 (names in UTF-8) is always set. */
  readonly flags?: number;
  /** A Unix mode. */
  readonly mode?: number;
  /** Extra field of the central directory. */
  readonly extra?: Uint8Array;
  /** The name in the local header. */
  readonly localPath?: string;
}

export interface RawEnd {
  readonly disk?: number;
  readonly entries?: number;
  readonly directorySize?: number;
  readonly directoryOffset?: number;
  /** Between the directory and its end record, where zip64's records lie. */
  readonly before?: Uint8Array;
}

const encoder = new TextEncoder();
const bytesOf = (data: Uint8Array | string): Uint8Array =>
  typeof data === 'string' ? encoder.encode(data) : data;

/** Little-endian numbers of 2 and 4 bytes, and bytes as they are. */
export const record = (...fields: readonly (readonly [2 | 4, number] | Uint8Array)[]): Uint8Array =>
  Buffer.concat(
    fields.map((field) => {
      if (field instanceof Uint8Array) return field;
      const [width, value] = field;
      const bytes = Buffer.alloc(width);
      if (width === 2) bytes.writeUInt16LE(value);
      else bytes.writeUInt32LE(value >>> 0);
      return bytes;
    }),
  );

export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let length = 0;
  for (const entry of entries) {
    const { method = 0, flags = 0, mode = 0o100644, extra = new Uint8Array(0) } = entry;
    const data = bytesOf(entry.data ?? '');
    const packed = entry.packed ?? (method === 8 ? deflateRawSync(data) : data);
    const name = encoder.encode(entry.path);
    const localName = encoder.encode(entry.localPath ?? entry.path);
    const facts: readonly (readonly [2 | 4, number])[] = [
      [2, 20],
      [2, 0x800 | flags],
      [2, method],
      [4, 0x5a210000], // the first of January 2025, midnight
      [4, entry.crc ?? crc32(data)],
      [4, entry.packedSize ?? packed.length],
      [4, entry.size ?? data.length],
    ];
    const local = record([4, 0x04034b50], ...facts, [2, localName.length], [2, 0], localName);
    directory.push(
      record(
        [4, 0x02014b50],
        [2, (3 << 8) | 20],
        ...facts,
        [2, name.length],
        [2, extra.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, mode << 16],
        [4, entry.offset ?? length],
        name,
        extra,
      ),
    );
    parts.push(local, packed);
    length += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const tail = record(
    end.before ?? new Uint8Array(0),
    [4, 0x06054b50],
    [2, end.disk ?? 0],
    [2, end.disk ?? 0],
    [2, end.entries ?? entries.length],
    [2, end.entries ?? entries.length],
    [4, end.directorySize ?? list.length],
    [4, end.directoryOffset ?? length],
    [2, 0],
  );
  return new Uint8Array(Buffer.concat([...parts, list, tail]));
}

// A photo's size as its header claims it, so that a bomb is refused before a decoder has made gigabytes of it.
import { imageSize } from 'image-size';
import type { JpegFrame } from './jpegFrame.ts';

/** image-size copies and crawls what it is given, and a crafted file makes it quadratic: it gets the start only. */
const HEADER_BYTES = 1024 * 1024;
const BOX_HEADER_BYTES = 64 * 1024;

export interface HeaderSize {
  /** Upright pixels. */
  readonly width: number;
  readonly height: number;
  /** EXIF's, of a JPEG. */
  readonly orientation?: number | undefined;
}

/**
 * @param frame of a JPEG: image-size does not find one that lies behind much else, nor the rarer kinds
 * @returns null where the header does not say, or nobody can follow it: the decoder decides, and pixels are counted after it
 */
export function readHeaderSize(
  bytes: Uint8Array,
  mediaType: string,
  frame: JpegFrame | null,
): HeaderSize | null {
  const found = crawl(bytes, mediaType);
  const stored = mediaType === 'image/jpeg' ? frame : found;
  if (!stored || !(stored.width > 0 && stored.height > 0)) return null;
  const { width, height } = stored;
  const orientation = found?.orientation;
  // EXIF orientations 5 to 8 lie on their side.
  return (orientation ?? 1) >= 5
    ? { width: height, height: width, orientation }
    : { width, height, orientation };
}

function crawl(bytes: Uint8Array, mediaType: string): HeaderSize | null {
  // image-size reads the OS/2 kind of BMP as if it had 32-bit sizes.
  if (mediaType === 'image/bmp' && bytes[14] === 12) return os2Size(bytes);
  const boxes = /avif|hei[cf]|jxl|jp2/.test(mediaType);
  try {
    const size = imageSize(bytes.subarray(0, boxes ? BOX_HEADER_BYTES : HEADER_BYTES));
    return mediaType === 'image/gif' ? atLeastItsFrame(size, bytes) : size;
  } catch {
    // image-size throws TypeError or RangeError on whatever it cannot follow. The type is known and decodable.
    return null;
  }
}

function os2Size(bytes: Uint8Array): HeaderSize | null {
  if (bytes.length < 22) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
}

/** Decoders enlarge a GIF's screen to its first frame. */
function atLeastItsFrame(screen: HeaderSize, bytes: Uint8Array): HeaderSize {
  const byte = (at: number): number => bytes[at] ?? 0;
  const short = (at: number): number => byte(at) | (byte(at + 1) << 8);
  const flags = byte(10);
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  // Extensions: a mark, a label, and blocks that say how long they are.
  while (byte(at) === 0x21) {
    at += 2;
    while (byte(at) > 0) at += byte(at) + 1;
    at++;
  }
  if (byte(at) !== 0x2c) return screen;
  const width = Math.max(screen.width, short(at + 5));
  const height = Math.max(screen.height, short(at + 7));
  return { ...screen, width, height };
}

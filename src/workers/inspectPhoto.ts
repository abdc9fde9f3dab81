// A photo's type and size before anything is decoded: a useful reason for a refusal, and no gigabyte for a bomb.
import { imageSize } from 'image-size';
import { BinsightError } from '../core/errors.ts';
import { readSignature } from './photoSignature.ts';

/** A decoded pixel takes 4 bytes: 400 MB, as much as a browser's tab can be trusted with. */
export const MAX_PIXELS = 100_000_000;

/** The whole file is read to name it by its hash. */
export const MAX_BYTES = 256 * 1024 * 1024;

/** image-size copies and crawls what it is given, and a crafted file makes it quadratic: it gets the start only. */
const HEADER_BYTES = 1024 * 1024;
const BOX_HEADER_BYTES = 64 * 1024;

export interface PhotoHeader {
  /** By content, for example image/jpeg; the file's name and declared type are not looked at. */
  readonly mediaType: string;
  /** Upright pixels, as the header claims; null where it does not say, and then the decoder decides. */
  readonly width: number | null;
  readonly height: number | null;
  /** Surely without transparent pixels, and not to be turned. */
  readonly isAsStored: boolean;
  /** The format's name when only some browsers decode it (HEIC, TIFF ...); null for the usual ones. */
  readonly rare: string | null;
}

/**
 * @param bytes the whole file
 * @throws BinsightError photo-too-large (bytes, limit), photo-svg, photo-not-an-image (found, when
 *   known), photo-unsupported (type), photo-too-many-pixels (width, height, limit); nothing else
 */
export function inspectPhoto(bytes: Uint8Array): PhotoHeader {
  if (bytes.length === 0) throw new BinsightError('photo-empty');
  refuseFileSize(bytes.length);
  const signature = readSignature(bytes);
  if (signature.kind === 'svg') throw new BinsightError('photo-svg');
  if (signature.kind === 'unsupported')
    throw new BinsightError('photo-unsupported', { type: signature.type });
  if (signature.kind === 'other') {
    throw new BinsightError(
      'photo-not-an-image',
      signature.found === undefined ? {} : { found: signature.found },
    );
  }
  const { mediaType } = signature;
  const size = readHeaderSize(bytes, mediaType);
  if (size) refusePixels(size.width, size.height);
  return {
    mediaType,
    width: size?.width ?? null,
    height: size?.height ?? null,
    isAsStored: mediaType === 'image/jpeg' && isUpright(bytes, size?.orientation),
    rare: signature.kind === 'maybe' ? signature.type : null,
  };
}

/** @throws BinsightError photo-too-large. Separate, so that a file can be refused unread. */
export function refuseFileSize(bytes: number): void {
  if (bytes > MAX_BYTES) throw new BinsightError('photo-too-large', { bytes, limit: MAX_BYTES });
}

/** @throws BinsightError photo-too-many-pixels */
export function refusePixels(width: number, height: number): void {
  if (width * height > MAX_PIXELS) {
    throw new BinsightError('photo-too-many-pixels', { width, height, limit: MAX_PIXELS });
  }
}

interface HeaderSize {
  readonly width: number;
  readonly height: number;
  /** EXIF's. */
  readonly orientation: number | undefined;
}

/** @param orientation as EXIF says it, when it does; what it means where it is written twice is for the browser to say */
function isUpright(bytes: Uint8Array, orientation: number | undefined): boolean {
  const marks = countUpToTwo(bytes, EXIF);
  return marks === 0 || (marks === 1 && orientation === 1);
}

const EXIF = new TextEncoder().encode('Exif\0\0');

function countUpToTwo(bytes: Uint8Array, mark: Uint8Array): number {
  let count = 0;
  const [start = 0] = mark;
  for (let at = bytes.indexOf(start); at >= 0 && count < 2; at = bytes.indexOf(start, at + 1)) {
    if (mark.every((byte, i) => bytes[at + i] === byte)) count++;
  }
  return count;
}

function readHeaderSize(bytes: Uint8Array, mediaType: string): HeaderSize | null {
  // image-size reads the OS/2 kind of BMP as if it had 32-bit sizes.
  if (mediaType === 'image/bmp' && bytes[14] === 12) return null;
  const boxes = /avif|hei[cf]|jxl|jp2/.test(mediaType);
  try {
    const size = imageSize(bytes.subarray(0, boxes ? BOX_HEADER_BYTES : HEADER_BYTES));
    if (!(size.width > 0 && size.height > 0)) return null;
    // EXIF orientations 5 to 8 lie on their side.
    const { width, height, orientation } = size;
    return (orientation ?? 1) >= 5
      ? { width: height, height: width, orientation }
      : { width, height, orientation };
  } catch {
    // image-size throws TypeError or RangeError on whatever it cannot follow. The type is known and decodable, so
    // the decoder decides, and the pixels are counted afterwards.
    return null;
  }
}

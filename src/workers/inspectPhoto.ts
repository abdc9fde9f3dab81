// A photo's type and size before anything is decoded: a useful reason for a refusal, and no gigabyte for a bomb.
import { BinsightError } from '../core/errors.ts';
import { MAX_BYTES, MAX_PIXELS } from '../core/photoLimits.ts';
import { readHeaderSize } from './headerSize.ts';
import { readJpegFrame } from './jpegFrame.ts';
import { readSignature } from './photoSignature.ts';

export interface PhotoHeader {
  /** By content, for example image/jpeg; the file's name and declared type are not looked at. */
  readonly mediaType: string;
  /** Upright pixels, as the header claims; null where it does not say, and then the decoder decides. */
  readonly width: number | null;
  readonly height: number | null;
  /** Surely without transparent pixels, and not to be turned. */
  readonly isAsStored: boolean;
  /** The format's name when only some browsers decode it (HEIC, 12-bit JPEG ...); null for the usual ones. */
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
  const frame = mediaType === 'image/jpeg' ? readJpegFrame(bytes) : null;
  const size = readHeaderSize(bytes, mediaType, frame);
  if (size) refusePixels(size.width, size.height);
  return {
    mediaType,
    width: size?.width ?? null,
    height: size?.height ?? null,
    isAsStored: mediaType === 'image/jpeg' && isUpright(bytes, size?.orientation),
    rare: signature.kind === 'maybe' ? signature.type : (frame?.rare ?? null),
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

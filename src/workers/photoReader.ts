// A photo file becomes its identity and the network's 224 x 224 square. Plain functions; they run in a worker.
import { BinsightError } from '../core/errors.ts';
import { NETWORK_SIDE } from '../core/image.ts';
import { sha256Hex } from '../network/sha256.ts';
import { canvasContext } from '../network/square/bitmapRows.ts';
import { squareOfBitmap } from '../network/square/squareOfBitmap.ts';
import { inspectPhoto, type PhotoHeader, refuseFileSize, refusePixels } from './inspectPhoto.ts';
import { lacksEnd } from './photoEnd.ts';

export interface ReadPhoto {
  /** Of the file's bytes, 64 hexadecimal digits: the photo's name everywhere. */
  readonly sha256: string;
  /** By content. */
  readonly mediaType: string;
  /** Upright pixels. */
  readonly width: number;
  readonly height: number;
  /** 224 * 224 * 3, RGB, 0..255: the largest centred square, upright, on white. Its buffer can be transferred. */
  readonly square: Uint8Array<ArrayBuffer>;
  /** The same square as a JPEG. */
  readonly thumbnail: Blob;
}

/**
 * Who a photo is and what the network sees of it.
 * @throws BinsightError photo-unreadable, inspectPhoto's, photo-truncated, photo-undecodable (mediaType)
 */
export async function readPhoto(file: Blob): Promise<ReadPhoto> {
  const { bytes, header } = await readFile(file);
  const sha256 = await sha256Hex(bytes);
  const bitmap = await decode(file, bytes, header);
  try {
    const { width, height } = bitmap;
    refusePixels(width, height);
    const square = await squareOfBitmap(bitmap, { asStored: header.isAsStored });
    const thumbnail = await encodeThumbnail(square);
    return { sha256, mediaType: header.mediaType, width, height, square, thumbnail };
  } finally {
    bitmap.close();
  }
}

async function readFile(file: Blob): Promise<{ bytes: Uint8Array<ArrayBuffer>; header: PhotoHeader }> {
  refuseFileSize(file.size);
  const bytes = new Uint8Array(await readBytes(file));
  return { bytes, header: inspectPhoto(bytes) };
}

async function readBytes(file: Blob): Promise<ArrayBuffer> {
  try {
    return await file.arrayBuffer();
  } catch (cause) {
    // NotReadableError or NotFoundError: moved, changed or deleted since it was chosen, or its drive is gone.
    throw new BinsightError('photo-unreadable', {}, { cause });
  }
}

async function decode(
  file: Blob,
  bytes: Uint8Array<ArrayBuffer>,
  { mediaType, rare }: PhotoHeader,
): Promise<ImageBitmap> {
  // Under the type that the bytes have, as the file's may lie. Not a copy of the bytes that were hashed, which would go
  // through two other processes; a file that has changed since they were read cannot be read again, but is refused.
  const photo = file.slice(0, file.size, mediaType);
  try {
    // Colour profiles are ignored, as Pillow does by default, so that the exported model agrees in Python.
    // EXIF orientation is honoured by default (Chromium 156: in JPEG and PNG, not in WebP, where it is rare). No
    // source rectangle: browsers disagree about it for turned photos.
    return await createImageBitmap(photo, { colorSpaceConversion: 'none' }).catch(() =>
      // A browser that refuses the option must not cost the visitor a good photo; a bad one is refused twice.
      createImageBitmap(photo),
    );
  } catch (cause) {
    // Can it still be read?
    await readBytes(file.slice(0, 1));
    if (rare !== null) throw new BinsightError('photo-unsupported', { type: rare }, { cause });
    // Only now: a decoder that makes something of a photo without an end knows better than our look at its bytes.
    const code = lacksEnd(bytes, mediaType) ? 'photo-truncated' : 'photo-undecodable';
    throw new BinsightError(code, { mediaType }, { cause });
  }
}

function encodeThumbnail(square: Uint8Array): Promise<Blob> {
  const context = canvasContext(NETWORK_SIDE, NETWORK_SIDE);
  const image = context.createImageData(NETWORK_SIDE, NETWORK_SIDE);
  for (let from = 0, to = 0; from < square.length; from += 3, to += 4) {
    image.data[to] = square[from] ?? 0;
    image.data[to + 1] = square[from + 1] ?? 0;
    image.data[to + 2] = square[from + 2] ?? 0;
    image.data[to + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return context.canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
}

// Is a photo's end missing? Asked only after a decoder has given up, to name the cause: a cut download or copy.

/**
 * True when a JPEG, PNG, GIF or WebP stops before its own end mark; false for a whole one, and for other types.
 * Bytes after the end (motion photos, camera makers' extras) do not matter.
 */
export function lacksEnd(bytes: Uint8Array, mediaType: string): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (mediaType === 'image/jpeg') return jpegLacksEnd(view);
  if (mediaType === 'image/png') return pngLacksEnd(view);
  if (mediaType === 'image/gif') return bytes[lastByte(bytes)] !== 0x3b;
  // RIFF: the length after the first 8 bytes.
  if (mediaType === 'image/webp') return bytes.length < 12 || view.getUint32(4, true) + 8 > bytes.length;
  return false;
}

/** Walks the segments to the first scan (the EXIF thumbnail has an end mark of its own), then looks for EOI. */
function jpegLacksEnd(view: DataView): boolean {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint16(at) !== 0xffda) at += 2 + view.getUint16(at + 2);
  // From the end: entropy-coded data never contains FF D9, and extras after the end would make a forward search long.
  for (let end = view.byteLength - 2; end > at; end--) if (view.getUint16(end) === 0xffd9) return false;
  return true;
}

/** Walks the chunks to IEND. */
function pngLacksEnd(view: DataView): boolean {
  const IEND = 0x49454e44;
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === IEND) return false;
  }
  return true;
}

/** Index of the last byte that is not padding. */
function lastByte(bytes: Uint8Array): number {
  let last = bytes.length - 1;
  while (last > 0 && bytes[last] === 0) last--;
  return last;
}

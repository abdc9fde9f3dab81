// What JPEGs of the corpus share.

import { fixtureBytes } from '../oddFile.ts';
import { type Bytes, find, join, noise, patched, u16 } from '../writers/bytes.ts';
import { jpeg, segment } from '../writers/jpeg.ts';

export const SIZE = { width: 96, height: 64 };
export const APP1 = 0xe1;

export const plain = (): Bytes => fixtureBytes('plain.jpg');

/** Segments as cameras put them, before all others. */
export const drawnWith = (...head: readonly Uint8Array[]): Bytes => jpeg({ ...SIZE, head });

/** Other sizes than those of its pixels. */
export function claims(photo: Uint8Array, width: number, height: number): Bytes {
  const at = find(photo, [0xff, 0xc0]);
  return patched(photo, at + 5, [...u16(height), ...u16(width)]);
}

/** A segment takes 64 kB at most, so much EXIF is many of them. */
export const huge = (count: number): Bytes[] =>
  Array.from({ length: count }, (_, i) =>
    segment(APP1, join('http://ns.adobe.com/xmp/extension/\0', noise(65_000, i + 1))),
  );

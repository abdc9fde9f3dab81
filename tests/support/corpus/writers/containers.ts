// The boxes of ISO media (AVIF, HEIC, JPEG XL, videos), and WebP's chunks.

import { type Bytes, join, u32, u32le } from './bytes.ts';

/** @param size when it is not to be the right one */
export const box = (
  type: string,
  body: Uint8Array | readonly number[] | string = [],
  size = body.length + 8,
): Bytes => join(u32(size), type, body);

export const brands = (major: string, ...compatible: readonly string[]): Bytes =>
  box('ftyp', join(major, u32(0), ...compatible));

export const riffChunk = (type: string, body: Uint8Array | readonly number[]): Bytes =>
  join(type, u32le(body.length), body, body.length % 2 === 1 ? [0] : []);

export function webp(chunks: readonly Uint8Array[]): Bytes {
  const body = join('WEBP', ...chunks);
  return join('RIFF', u32le(body.length), body);
}

/** A WebP's chunks. */
export function chunksOf(file: Uint8Array): { readonly type: string; readonly whole: Bytes }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: { type: string; whole: Bytes }[] = [];
  for (let at = 12; at + 8 <= file.length; ) {
    const length = 8 + Math.ceil(view.getUint32(at + 4, true) / 2) * 2;
    const type = String.fromCharCode(...file.subarray(at, at + 4));
    chunks.push({ type, whole: new Uint8Array(file.subarray(at, at + length)) });
    at += length;
  }
  return chunks;
}

/** The extended header: a WebP that has more than pixels. */
export const vp8x = (flags: number, width: number, height: number): Bytes =>
  riffChunk('VP8X', [flags, 0, 0, 0, ...u32le(width - 1).slice(0, 3), ...u32le(height - 1).slice(0, 3)]);

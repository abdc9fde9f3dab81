// Writes PNGs chunk by chunk, so that any of them can be odd. Source: the PNG specification, third edition.

import { crc32, deflateSync } from 'node:zlib';
import { type Bytes, join, latin1, u32 } from './bytes.ts';
import { quarters, type Samples } from './picture.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

export const png = (...chunks: readonly Uint8Array[]): Bytes => join(SIGNATURE, ...chunks);

/** @param crc when it is not to be the right one */
export function chunk(type: string, body: Uint8Array | readonly number[] = [], crc?: number): Bytes {
  const named = join(type, body);
  return join(u32(body.length), named, u32(crc ?? crc32(named)));
}

export const GREY = 0;
export const RGB = 2;
export const PALETTE = 3;
export const GREY_ALPHA = 4;
export const RGBA = 6;

export interface PngShape {
  readonly width: number;
  readonly height: number;
  /** Bits per sample. */
  readonly depth?: number;
  readonly colour?: number;
  readonly interlaced?: boolean;
}

export const header = ({ width, height, depth = 8, colour = RGB, interlaced = false }: PngShape): Bytes =>
  chunk('IHDR', [...u32(width), ...u32(height), depth, colour, 0, 0, interlaced ? 1 : 0]);

export const data = (shape: PngShape, samples?: Samples): Bytes =>
  chunk('IDAT', deflateSync(rows(shape, samples)));
export const END = chunk('IEND');

/** A whole PNG; `extra` comes before its pixels. */
export const wholePng = (shape: PngShape, samples?: Samples, ...extra: readonly Uint8Array[]): Bytes =>
  png(header(shape), ...extra, data(shape, samples), END);

/** Columns and rows that belong to each pass: first and step of either. */
const ADAM7 = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;
const ONE_PASS = [[0, 1, 0, 1]] as const;

/** What is deflated into IDAT. */
export function rows(
  { width, height, depth = 8, interlaced = false }: PngShape,
  samples: Samples = quarters(width, height),
): Bytes {
  const lines: Uint8Array[] = [];
  for (const [left, stepX, top, stepY] of interlaced ? ADAM7 : ONE_PASS) {
    for (let y = top; y < height; y += stepY) {
      const line: number[] = [];
      for (let x = left; x < width; x += stepX) line.push(...samples(x, y));
      // A pass without columns has no lines.
      if (line.length > 0) lines.push(Uint8Array.from([0, ...packBits(line, depth)]));
    }
  }
  return join(...lines);
}

/** The highest bits first. */
export function packBits(values: readonly number[], depth: number): number[] {
  if (depth === 16) return values.flatMap((value) => [value >>> 8, value & 255]);
  if (depth === 8) return [...values];
  const packed = new Array<number>(Math.ceil((values.length * depth) / 8)).fill(0);
  values.forEach((value, i) => {
    const bit = i * depth;
    packed[bit >>> 3] = (packed[bit >>> 3] ?? 0) | (value << (8 - depth - (bit & 7)));
  });
  return packed;
}

/** Compressed text, or a profile: a keyword and its deflated bytes. */
export const packedText = (type: 'zTXt' | 'iCCP' | 'iTXt', keyword: string, body: Uint8Array): Bytes =>
  chunk(type, join(latin1(keyword), type === 'iTXt' ? [0, 1, 0, 0, 0] : [0, 0], deflateSync(body)));

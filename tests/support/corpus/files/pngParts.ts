// What PNGs of the corpus share.

import { deflateSync } from 'node:zlib';
import { works } from '../oddFile.ts';
import { type Bytes, filled } from '../writers/bytes.ts';
import { QUARTERS, quarters, type Samples } from '../writers/picture.ts';
import { chunk, END, GREY, header, png, wholePng } from '../writers/png.ts';

export const SIZE = { width: 48, height: 32 };
export const asDrawn = works(48, 32, QUARTERS);
/** @param extra between its header and its pixels */
export const drawn = (...extra: readonly Uint8Array[]): Bytes => wholePng(SIZE, undefined, ...extra);
export const quartersOf = (values: readonly (readonly number[])[]): Samples => quarters(48, 32, values);
export const indices = quartersOf([[0], [1], [2], [3]]);

/** Pixels of one bit, all the same: kilobytes that become megabytes. */
export const flat = (width: number, height: number): Bytes =>
  png(
    header({ width, height, depth: 1, colour: GREY }),
    chunk('IDAT', deflateSync(filled((Math.ceil(width / 8) + 1) * height), { level: 6 })),
    END,
  );

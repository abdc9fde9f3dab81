// Writes BMPs of every kind. Source: Microsoft's BITMAPINFOHEADER and BITMAPCOREHEADER.

import { type Bytes, join, u16le, u32le } from './bytes.ts';
import type { Samples } from './picture.ts';
import { packBits } from './png.ts';

export interface BmpShape {
  readonly width: number;
  readonly height: number;
  /** Bits per pixel. */
  readonly bits: number;
  /** Its rows come from the top, and its height is written as a negative number. */
  readonly topDown?: boolean;
  /** The header of 1987, with 16-bit sizes. */
  readonly core?: boolean;
  /** 1: RLE8; 3: masks. */
  readonly compression?: number;
  readonly masks?: readonly number[];
  readonly palette?: readonly (readonly number[])[];
  /** Instead of rows. */
  readonly pixels?: Uint8Array;
}

/** @param samples a pixel's value, or its bytes in the order in which they are stored */
export function bmp(shape: BmpShape, samples: Samples): Bytes {
  const { width, height, bits, topDown = false, core = false, compression = 0, masks = [] } = shape;
  const palette = join(
    ...(shape.palette ?? []).map(([red = 0, green = 0, blue = 0]) => [
      blue,
      green,
      red,
      ...(core ? [] : [0]),
    ]),
  );
  const pixels = shape.pixels ?? rows(shape, samples);
  const info = core
    ? join(u32le(12), u16le(width), u16le(height), u16le(1), u16le(bits))
    : join(
        u32le(40),
        u32le(width),
        u32le(topDown ? -height : height),
        [1, 0],
        u16le(bits),
        u32le(compression),
        u32le(pixels.length),
        u32le(0),
        u32le(0),
        u32le(shape.palette?.length ?? 0),
        u32le(0),
        ...masks.map(u32le),
      );
  const offset = 14 + info.length + palette.length;
  return join('BM', u32le(offset + pixels.length), u32le(0), u32le(offset), info, palette, pixels);
}

function rows({ width, height, bits, topDown = false }: BmpShape, samples: Samples): Bytes {
  const lines: Uint8Array[] = [];
  for (let row = 0; row < height; row++) {
    const y = topDown ? row : height - 1 - row;
    const values = Array.from({ length: width }, (_, x) => samples(x, y)).flat();
    const line = bits === 16 ? values.flatMap(u16le) : packBits(values, Math.min(bits, 8));
    // Rows are multiples of four bytes.
    lines.push(Uint8Array.from([...line, 0, 0, 0].slice(0, Math.ceil(line.length / 4) * 4)));
  }
  return join(...lines);
}

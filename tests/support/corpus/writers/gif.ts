// Writes GIFs whose codes are not compressed. Source: the GIF89a specification.

import { type Bytes, join, latin1, u16le } from './bytes.ts';
import { QUARTERS, quarters, type Samples } from './picture.ts';

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Indices into the four colours. */
  readonly samples?: Samples;
  /** Only so many rows of it are there. */
  readonly rows?: number;
  /** Index of the colour that is none. */
  readonly clear?: number;
}

interface Screen {
  readonly width: number;
  readonly height: number;
  readonly palette?: boolean;
}

const INDICES = [[0], [1], [2], [3]] as const;
const indexQuarters = (width: number, height: number): Samples => quarters(width, height, INDICES);

export function gif({ width, height, palette = true }: Screen, frames: readonly Frame[]): Bytes {
  return join(
    'GIF89a',
    u16le(width),
    u16le(height),
    [palette ? 0x91 : 0, 0, 0],
    palette ? QUARTERS.flat() : [],
    ...frames.map(frame),
    [0x3b],
  );
}

function frame(shape: Frame): Bytes {
  const { width, height, clear, rows = height } = shape;
  const samples = shape.samples ?? indexQuarters(width, height);
  const indices: number[] = [];
  for (let y = 0; y < rows; y++) for (let x = 0; x < width; x++) indices.push(samples(x, y)[0] ?? 0);
  return join(
    clear === undefined ? [] : [0x21, 0xf9, 4, 1, 10, 0, clear, 0],
    [0x2c, 0, 0, 0, 0, ...u16le(width), ...u16le(height), 0, 2],
    blocks(codes(indices)),
    [0],
  );
}

/** Codes of three bits, the lowest first: two colours, then everything is forgotten, before codes get longer. */
function codes(indices: readonly number[]): number[] {
  const [FORGET, END] = [4, 5];
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  const add = (code: number) => {
    held |= code << bits;
    bits += 3;
    if (bits < 8) return;
    bytes.push(held & 255);
    held >>>= 8;
    bits -= 8;
  };
  indices.forEach((index, i) => {
    if (i % 2 === 0) add(FORGET);
    add(index);
  });
  add(END);
  return [...bytes, held];
}

export function blocks(bytes: readonly number[] | string): Bytes {
  const all = typeof bytes === 'string' ? [...latin1(bytes)] : bytes;
  const parts: number[][] = [];
  for (let at = 0; at < all.length; at += 255) {
    const some = all.slice(at, at + 255);
    parts.push([some.length, ...some]);
  }
  return join(...parts);
}

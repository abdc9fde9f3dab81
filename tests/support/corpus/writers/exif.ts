// EXIF blocks. Source: CIPA DC-008, and TIFF 6.0.

import { type Bytes, join, latin1, u16, u32 } from './bytes.ts';
import { segment } from './jpeg.ts';

interface Tag {
  readonly id: number;
  /** 3: a short. */
  readonly type: 3;
  readonly count?: number;
  readonly value: readonly number[];
}

export const ORIENTATION = 0x0112;

/** @param next where the next directory is said to be, from the block's beginning */
export const tiff = (tags: readonly Tag[], next = 0): Bytes =>
  join(
    'MM\0*',
    u32(8),
    u16(tags.length),
    ...tags.map(({ id, type, count = 1, value }) =>
      join(u16(id), u16(type), u32(count), [...value, 0, 0, 0, 0].slice(0, 4)),
    ),
    u32(next),
  );

export const turn = (orientation: number): Tag => ({ id: ORIENTATION, type: 3, value: u16(orientation) });

/** A JPEG's segment. */
export const exif = (block: Uint8Array): Bytes => segment(0xe1, join(latin1('Exif\0\0'), block));

export const orientation = (value: number): Bytes => exif(tiff([turn(value)]));

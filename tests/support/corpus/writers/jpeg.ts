// Writes JPEGs of blocks that are one colour each: no cosines, but everything else that a JPEG has, of any size, and with
// any part of it odd. Source: ITU-T T.81.

import { type Bytes, join, u16 } from './bytes.ts';
import { quarters, type Samples } from './picture.ts';

export const segment = (marker: number, body: Uint8Array | readonly number[] | string): Bytes =>
  join([0xff, marker, ...u16(body.length + 2)], body);

export const SOI = [0xff, 0xd8];
export const EOI = [0xff, 0xd9];

export interface JpegShape {
  readonly width: number;
  readonly height: number;
  /** How samples become the file's components; `adobe` ones are marked as such. */
  readonly colours?: 'grey' | 'ycc' | 'adobe-rgb' | 'adobe-cmyk';
  /** 0xc0 baseline, 0xc1 extended, 0xc2 progressive. */
  readonly frame?: number;
  /** Bits per sample: 8 or 12. */
  readonly precision?: number;
  /** Blocks between restart markers. */
  readonly restart?: number;
  /** Segments before all others. */
  readonly head?: readonly Uint8Array[];
}

/** DC differences by their size in bits (Annex K.3.1), and AC tables that know nothing but the block's end. */
const DC_BITS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const AC_BITS = [1, ...new Array<number>(15).fill(0)];
const DC_CODES = codesOf(DC_BITS);
const END_OF_BLOCK = '0';

/** @param samples as the file has them: RGB for `ycc` and `adobe-rgb`, one level for `grey`, four inks for CMYK */
export function jpeg(shape: JpegShape, samples: Samples = quarters(shape.width, shape.height)): Bytes {
  const { width, height, colours = 'ycc', frame = 0xc0, precision = 8, restart = 0, head = [] } = shape;
  const count = colours === 'grey' ? 1 : colours === 'adobe-cmyk' ? 4 : 3;
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const convert = colours === 'ycc' ? toYcc : (values: readonly number[]) => values;
  const isProgressive = frame === 0xc2;
  return join(
    SOI,
    ...head,
    ...(colours.startsWith('adobe') ? [segment(0xee, 'Adobe\0\x64\0\0\0\0\0')] : []),
    segment(0xdb, [0, ...new Array<number>(64).fill(8)]),
    segment(frame, [precision, ...u16(height), ...u16(width), count, ...ids.flatMap((id) => [id, 0x11, 0])]),
    segment(0xc4, [0, ...DC_BITS, ...Array.from({ length: 12 }, (_, i) => i)]),
    segment(0xc4, [0x10, ...AC_BITS, 0]),
    ...(restart > 0 ? [segment(0xdd, u16(restart))] : []),
    segment(0xda, [count, ...ids.flatMap((id) => [id, 0]), 0, isProgressive ? 0 : 63, 0]),
    scan(shape, count, (x, y) => convert(samples(x, y))),
    EOI,
  );
}

function scan(
  { width, height, restart = 0, precision = 8, frame }: JpegShape,
  count: number,
  samples: Samples,
): Bytes {
  const parts: Bytes[] = [];
  let bits = '';
  let before = new Array<number>(count).fill(0);
  const middle = 2 ** (precision - 1);
  let blocks = 0;
  let restarts = 0;
  for (let y = 0; y < height; y += 8) {
    for (let x = 0; x < width; x += 8) {
      if (restart > 0 && blocks > 0 && blocks % restart === 0) {
        parts.push(stuffed(bits), Uint8Array.from([0xff, 0xd0 + (restarts % 8)]));
        bits = '';
        before = before.fill(0);
        restarts++;
      }
      // One step of the table is 8, so that a block's mean is its DC coefficient.
      const values = samples(x, y).map((value) => value - middle);
      for (const [i, value] of values.entries()) {
        bits += dcCode(value - (before[i] ?? 0)) + (frame === 0xc2 ? '' : END_OF_BLOCK);
      }
      before = values;
      blocks++;
      // Whole bytes are put away, as a long string of bits is slow.
      if (bits.length > 4096) {
        const whole = bits.length - (bits.length % 8);
        parts.push(stuffed(bits.slice(0, whole)));
        bits = bits.slice(whole);
      }
    }
  }
  return join(...parts, stuffed(bits));
}

function dcCode(difference: number): string {
  const size = 32 - Math.clz32(Math.abs(difference));
  const code = DC_CODES[size] ?? '';
  if (size === 0) return code;
  const value = difference > 0 ? difference : difference + 2 ** size - 1;
  return code + value.toString(2).padStart(size, '0');
}

/** Bits as bytes, filled up with ones; 0xff is followed by a zero. */
function stuffed(bits: string): Bytes {
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 8) {
    const byte = Number.parseInt(bits.slice(at, at + 8).padEnd(8, '1'), 2);
    bytes.push(byte);
    if (byte === 0xff) bytes.push(0);
  }
  return Uint8Array.from(bytes);
}

/** Canonical codes, in the order of the table's values (Annex C). */
function codesOf(counts: readonly number[]): string[] {
  const codes: string[] = [];
  let code = 0;
  for (const [i, count] of counts.entries()) {
    for (let n = 0; n < count; n++) codes.push((code++).toString(2).padStart(i + 1, '0'));
    code *= 2;
  }
  return codes;
}

/** JFIF. */
const toYcc = ([red = 0, green = 0, blue = 0]: readonly number[]): number[] => [
  Math.round(0.299 * red + 0.587 * green + 0.114 * blue),
  Math.round(128 - 0.168736 * red - 0.331264 * green + 0.5 * blue),
  Math.round(128 + 0.5 * red - 0.418688 * green - 0.081312 * blue),
];

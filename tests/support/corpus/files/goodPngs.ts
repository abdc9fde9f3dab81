// PNGs that are photos, however odd they are.

import { deflateSync } from 'node:zlib';
import { type OddFile, odd, works } from '../oddFile.ts';
import { type Bytes, filled, join, latin1, noise, u16, u32 } from '../writers/bytes.ts';
import { tiff, turn } from '../writers/exif.ts';
import {
  all,
  BLACK,
  type Corners,
  QUARTERS,
  quarters,
  type Rgb,
  upright,
  WHITE,
} from '../writers/picture.ts';
import {
  chunk,
  data,
  END,
  GREY,
  GREY_ALPHA,
  header,
  PALETTE,
  packedText,
  png,
  RGBA,
  rows,
  wholePng,
} from '../writers/png.ts';
import { asDrawn, drawn, flat, indices, quartersOf, SIZE } from './pngParts.ts';

const palette = chunk('PLTE', QUARTERS.flat());
const levels = (a: number, b: number, c: number, d: number) =>
  [a, b, c, d].map((level): Rgb => [level, level, level]) as unknown as Corners;

/** Half of it transparent, on white. */
const faded = ([red, green, blue]: Rgb): Rgb => [mix(red), mix(green), mix(blue)];
const mix = (level: number): number => Math.round((level * 128 + 255 * 127) / 255);

/** An animation's frame: number, size, place, delay. */
const frameControl = (number: number): Bytes =>
  chunk('fcTL', [...u32(number), ...u32(48), ...u32(32), ...u32(0), ...u32(0), ...u16(1), ...u16(10), 0, 0]);
const frameData = (number: number): Bytes =>
  chunk('fdAT', join(u32(number), deflateSync(rows(SIZE, () => [0, 0, 0]))));
const animation = chunk('acTL', [...u32(2), ...u32(0)]);

/** Rows of the picture, and black ones below. */
const filledRows = (height: number): Bytes =>
  rows({ width: 48, height }, (x, y) => (y < 32 ? quarters(48, 32)(x, y) : BLACK));

export const GOOD_PNGS: readonly OddFile[] = [
  odd('drawn.png', 'nothing: the one that the others are made of', asDrawn, () => drawn()),
  odd('interlaced.png', 'interlaced', asDrawn, () => wholePng({ ...SIZE, interlaced: true })),
  odd('grey-1.png', 'one bit per pixel', works(48, 32, levels(0, 255, 255, 0)), () =>
    wholePng({ ...SIZE, depth: 1, colour: GREY }, quartersOf([[0], [1], [1], [0]])),
  ),
  odd('grey-2.png', 'two bits per pixel', works(48, 32, levels(0, 85, 170, 255)), () =>
    wholePng({ ...SIZE, depth: 2, colour: GREY }, indices),
  ),
  odd('grey-4.png', 'four bits per pixel', works(48, 32, levels(17, 51, 153, 238)), () =>
    wholePng({ ...SIZE, depth: 4, colour: GREY }, quartersOf([[1], [3], [9], [14]])),
  ),
  odd('grey-16.png', '16 bits per pixel', works(48, 32, levels(10, 90, 160, 250)), () =>
    wholePng(
      { ...SIZE, depth: 16, colour: GREY },
      quartersOf([[10 * 257], [90 * 257], [160 * 257], [250 * 257]]),
    ),
  ),
  odd('rgb-16.png', '16 bits per sample', asDrawn, () =>
    wholePng({ ...SIZE, depth: 16 }, quartersOf(QUARTERS.map((rgb) => rgb.map((level) => level * 257)))),
  ),
  odd('grey-alpha-16.png', '16 bits of grey and of alpha', works(48, 32, levels(0, 128, 255, 60)), () =>
    wholePng(
      { ...SIZE, depth: 16, colour: GREY_ALPHA },
      quartersOf([
        [0, 65_535],
        [128 * 257, 65_535],
        [0, 0],
        [60 * 257, 65_535],
      ]),
    ),
  ),
  odd('palette-2.png', 'a palette of four colours', asDrawn, () =>
    wholePng({ ...SIZE, depth: 2, colour: PALETTE }, indices, palette),
  ),
  odd(
    'palette-clear.png',
    'a palette of which one colour is transparent',
    works(48, 32, [WHITE, QUARTERS[1], QUARTERS[2], QUARTERS[3]]),
    () => wholePng({ ...SIZE, depth: 2, colour: PALETTE }, indices, palette, chunk('tRNS', [0])),
  ),
  odd('palette-too-short.png', 'pixels of colours that its palette has not', works(48, 32, null), () =>
    wholePng({ ...SIZE, depth: 8, colour: PALETTE }, quartersOf([[0], [1], [200], [255]]), palette),
  ),
  odd('half-clear.png', 'half transparent', works(48, 32, QUARTERS.map(faded) as unknown as Corners), () =>
    wholePng({ ...SIZE, colour: RGBA }, quartersOf(QUARTERS.map((rgb) => [...rgb, 128]))),
  ),
  odd('clear.png', 'wholly transparent', works(48, 32, all(WHITE)), () =>
    wholePng({ ...SIZE, colour: RGBA }, () => [0, 0, 0, 0]),
  ),
  odd('black.png', 'all black', works(48, 32, all(BLACK)), () => wholePng(SIZE, () => BLACK)),
  odd('white.png', 'all white', works(48, 32, all(WHITE)), () => wholePng(SIZE, () => WHITE)),
  odd(
    'one-colour-clear.png',
    'one colour means transparent',
    works(48, 32, [WHITE, QUARTERS[1], QUARTERS[2], QUARTERS[3]]),
    () => drawn(chunk('tRNS', QUARTERS[0].flatMap(u16))),
  ),
  odd('animated.png', 'an animation (APNG)', asDrawn, () =>
    png(header(SIZE), animation, frameControl(0), data(SIZE), frameControl(1), frameData(2), END),
  ),
  odd(
    'animated-apart.png',
    'an animation that the picture for old browsers is no part of',
    works(48, 32, all(BLACK)),
    () =>
      png(
        header(SIZE),
        chunk('acTL', [...u32(1), ...u32(0)]),
        data(SIZE),
        frameControl(0),
        frameData(1),
        END,
      ),
  ),
  odd('exif-orientation-6.png', 'to be turned by EXIF', works(32, 48, upright(QUARTERS, 6)), () =>
    drawn(chunk('eXIf', tiff([turn(6)]))),
  ),
  odd('profile-of-noise.png', 'a colour profile that is noise', asDrawn, () =>
    drawn(packedText('iCCP', 'ICC', noise(3000))),
  ),
  odd('profile-bomb.png', 'a colour profile of 20 MB, in 20 kB', asDrawn, () =>
    drawn(packedText('iCCP', 'ICC', filled(20e6))),
  ),
  odd('text-bomb.png', 'a text of 40 MB, in 40 kB', asDrawn, () =>
    drawn(packedText('iTXt', 'Comment', filled(40e6, 65))),
  ),
  odd('text-bombs.png', '40 texts of 10 MB each', asDrawn, () => {
    const bomb = packedText('zTXt', 'Comment', filled(10e6, 65));
    return drawn(...new Array<Bytes>(40).fill(bomb));
  }),
  odd('text-with-html.png', 'a page with a script in its text', asDrawn, () =>
    drawn(chunk('tEXt', latin1('Title\0<script>document.title = "taken over"</script>'))),
  ),
  odd('gamma-0.png', 'a gamma of 0', asDrawn, () => drawn(chunk('gAMA', u32(0)))),
  odd('wrong-crc-of-text.png', 'a wrong checksum where it does not matter', asDrawn, () =>
    drawn(chunk('tEXt', latin1('a\0b'), 1)),
  ),
  odd('single-bytes.png', 'its pixels in chunks of one byte', asDrawn, () => {
    const body = deflateSync(rows(SIZE));
    return png(header(SIZE), ...[...body].map((byte) => chunk('IDAT', [byte])), END);
  }),
  odd('empty-chunks.png', 'empty chunks among its pixels', asDrawn, () => {
    const body = deflateSync(rows(SIZE));
    return png(
      header(SIZE),
      chunk('IDAT'),
      chunk('IDAT', body.subarray(0, 30)),
      chunk('IDAT'),
      chunk('IDAT', body.subarray(30)),
      END,
    );
  }),
  odd('too-many-rows.png', 'more pixels than it says', asDrawn, () =>
    png(header(SIZE), chunk('IDAT', deflateSync(filledRows(64))), END),
  ),
  odd('trailing-noise.png', '300 kB of noise behind its end', asDrawn, () => join(drawn(), noise(300_000))),
  odd('1x1.png', 'one pixel', works(1, 1, all([7, 99, 201])), () =>
    wholePng({ width: 1, height: 1 }, () => [7, 99, 201]),
  ),
  odd('2x1000.png', 'two pixels wide', works(2, 1000, null), () => wholePng({ width: 2, height: 1000 })),
  odd('1000x2.png', 'two pixels high', works(1000, 2, null), () => wholePng({ width: 1000, height: 2 })),
  odd('70000x1.png', '70,000 pixels wide', works(70_000, 1, all([9, 9, 9])), () =>
    wholePng({ width: 70_000, height: 1, colour: GREY }, () => [9]),
  ),
  odd('10000x10000.png', 'exactly 100 megapixels', works(10_000, 10_000, all(BLACK)), () =>
    flat(10_000, 10_000),
  ),
];

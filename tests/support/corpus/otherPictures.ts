// GIF, WebP, AVIF, BMP and ICO, good and bad.

import {
  damaged,
  fixtureBytes,
  likePlain,
  noPhoto,
  type OddFile,
  odd,
  tooManyPixels,
  truncated,
  works,
} from './oddFile.ts';
import { bmp } from './writers/bmp.ts';
import { type Bytes, cut, filled, find, join, noise, patched, u16le, u32, u32le } from './writers/bytes.ts';
import { box, brands, chunksOf, riffChunk, vp8x, webp } from './writers/containers.ts';
import { tiff, turn } from './writers/exif.ts';
import { blocks, gif } from './writers/gif.ts';
import { all, QUARTERS, quarters, type Rgb, WHITE } from './writers/picture.ts';
import { GREY, header, png, wholePng } from './writers/png.ts';

const SIZE = { width: 48, height: 32 };
const asDrawn = works(48, 32, QUARTERS);
const colours = quarters(48, 32);
const indices = quarters(48, 32, [[0], [1], [2], [3]]);
const bgr = (x: number, y: number) => [...colours(x, y)].reverse();
/** Five bits a colour. */
const coarse = ([red, green, blue]: Rgb): Rgb => [five(red), five(green), five(blue)];
const five = (level: number): number => Math.round(((level >> 3) * 255) / 31);
const COARSE = QUARTERS.map(coarse) as unknown as typeof QUARTERS;

const noted = blocks('a note\0');
const GIFS: readonly OddFile[] = [
  odd('drawn.gif', 'one frame', asDrawn, () => gif(SIZE, [SIZE])),
  odd('animated.gif', 'an animation', likePlain('animated.gif'), () => fixtureBytes('animated.gif')),
  odd('clear.gif', 'transparent parts', works(48, 32, [WHITE, QUARTERS[1], QUARTERS[2], QUARTERS[3]]), () =>
    gif(SIZE, [{ ...SIZE, clear: 0 }]),
  ),
  odd(
    'small-frame.gif',
    'a frame smaller than its screen',
    works(96, 64, [QUARTERS[3], WHITE, WHITE, WHITE]),
    () => gif({ width: 96, height: 64 }, [{ ...SIZE, samples: () => [3] }]),
  ),
  odd('large-frame.gif', 'a frame larger than its screen', works(48, 32, QUARTERS), () =>
    gif({ width: 4, height: 4 }, [SIZE]),
  ),
  odd('1x1.gif', 'the single pixel by which mails are watched', works(1, 1, all(QUARTERS[0])), () =>
    gif({ width: 1, height: 1 }, [{ width: 1, height: 1 }]),
  ),
  odd('comment.gif', 'a comment before its picture, and noise behind its end', asDrawn, () => {
    const whole = gif(SIZE, [SIZE]);
    const at = 13 + 12;
    return join(whole.subarray(0, at), [0x21, 0xfe], noted, [0], whole.subarray(at), noise(2000));
  }),
  odd('no-end.gif', 'its end mark is missing', asDrawn, () => cut(gif(SIZE, [SIZE]), -1)),
  odd('no-palette.gif', 'no palette', works(48, 32, null), () => gif({ ...SIZE, palette: false }, [SIZE])),
  odd(
    'cut-in-header.gif',
    'ends after 10 bytes',
    truncated('gif'),
    () => new Uint8Array(gif(SIZE, [SIZE]).subarray(0, 10)),
  ),
  odd('cut-in-the-middle.gif', 'ends in the middle', truncated('gif'), () => cut(gif(SIZE, [SIZE]), 0.5)),
  odd('no-frame.gif', 'no frame at all', damaged('gif'), () => gif(SIZE, [])),
  odd('65535x65535.gif', 'a screen of 65,535 x 65,535 pixels', tooManyPixels(65_535, 65_535), () =>
    gif({ width: 65_535, height: 65_535 }, [SIZE]),
  ),
  odd(
    'huge-frame.gif',
    'a frame of 12,000 x 12,000 pixels on a screen of 4 x 4',
    tooManyPixels(12_000, 12_000),
    () => gif({ width: 4, height: 4 }, [{ width: 12_000, height: 12_000, rows: 2 }]),
  ),
];

const lossy = (): Bytes => fixtureBytes('lossy.webp');
const pixelsOf = (file: Uint8Array): Bytes[] =>
  chunksOf(file)
    .filter(({ type }) => /VP8[ L]/.test(type))
    .map(({ whole }) => whole);
const WEBPS: readonly OddFile[] = [
  odd('lossy.webp', 'lossy', likePlain('lossy.webp'), lossy),
  odd('lossless.webp', 'lossless', likePlain('lossless.webp'), () => fixtureBytes('lossless.webp')),
  odd('alpha.webp', 'transparent parts', likePlain('alpha.webp'), () => fixtureBytes('alpha.webp')),
  odd('animated.webp', 'an animation', likePlain('animated.webp'), () => fixtureBytes('animated.webp')),
  odd('exif-huge.webp', '2 MB of metadata', likePlain('lossy.webp'), () =>
    webp([
      vp8x(0x08, 60, 41),
      ...pixelsOf(lossy()),
      riffChunk('EXIF', join(tiff([turn(1)]), noise(2_000_000))),
    ]),
  ),
  odd('profile-of-noise.webp', 'a colour profile that is noise', likePlain('lossy.webp'), () =>
    webp([vp8x(0x20, 60, 41), riffChunk('ICCP', noise(3000)), ...pixelsOf(lossy())]),
  ),
  odd('trailing-noise.webp', 'noise behind its end', likePlain('lossy.webp'), () =>
    join(lossy(), noise(3000)),
  ),
  odd(
    'cut-in-header.webp',
    'ends after 24 bytes',
    truncated('webp'),
    () => new Uint8Array(lossy().subarray(0, 24)),
  ),
  odd('cut-in-the-middle.webp', 'ends in the middle', truncated('webp'), () => cut(lossy(), 0.5)),
  odd('cut-lossless.webp', 'lossless, ends in the middle', truncated('webp'), () =>
    cut(fixtureBytes('lossless.webp'), 0.6),
  ),
  odd('cut-animation.webp', 'an animation that ends in its second frame', truncated('webp'), () =>
    cut(fixtureBytes('animated.webp'), 0.7),
  ),
  odd('no-pixels.webp', 'no pixels at all', damaged('webp'), () => webp([vp8x(0, 60, 41)])),
  odd(
    'claims-16384x16384.webp',
    'says that it is 16,384 x 16,384 pixels',
    tooManyPixels(16_384, 16_384),
    () => webp([vp8x(0, 16_384, 16_384), ...pixelsOf(lossy())]),
  ),
  odd('claims-another-size.webp', 'says that it is larger than its pixels', damaged('webp'), () =>
    webp([vp8x(0, 100, 100), ...pixelsOf(lossy())]),
  ),
];

const avif = (): Bytes => fixtureBytes('plain.avif');
const claimedAvif = (width: number, height: number): Bytes =>
  patched(avif(), find(avif(), 'ispe') + 8, [...u32(width), ...u32(height)]);
const AVIFS: readonly OddFile[] = [
  odd('plain.avif', 'AVIF', likePlain('plain.avif'), avif),
  odd('orientation-6.avif', 'AVIF, to be turned', works(48, 32, 'orientation-6.avif'), () =>
    fixtureBytes('orientation-6.avif'),
  ),
  odd('trailing-noise.avif', 'noise behind its end', likePlain('plain.avif'), () =>
    join(avif(), noise(3000)),
  ),
  odd(
    'cut-in-header.avif',
    'ends after its brands',
    damaged('avif'),
    () => new Uint8Array(avif().subarray(0, 32)),
  ),
  odd('cut-in-the-middle.avif', 'ends in the middle', damaged('avif'), () => cut(avif(), 0.7)),
  odd(
    'claims-20000x20000.avif',
    'says that it is 20,000 x 20,000 pixels',
    tooManyPixels(20_000, 20_000),
    () => claimedAvif(20_000, 20_000),
  ),
  odd('claims-another-size.avif', 'says another size than its pixels', works(61, 43, null), () =>
    claimedAvif(61, 43),
  ),
  odd('endless-boxes.avif', 'a box of no length, again and again', damaged('avif'), () =>
    join(brands('avif', 'avif', 'mif1'), ...new Array<Bytes>(2000).fill(box('free', [], 0))),
  ),
  odd('nested-boxes.avif', '4000 boxes, each within the last', damaged('avif'), () => {
    let body: Bytes = new Uint8Array(0);
    for (let depth = 0; depth < 4000; depth++) body = box('meta', body);
    return join(brands('avif', 'avif', 'mif1'), body);
  }),
];

const BMPS: readonly OddFile[] = [
  odd('24-bit.bmp', '24 bits', asDrawn, () => bmp({ ...SIZE, bits: 24 }, bgr)),
  odd('top-down.bmp', 'rows from the top', asDrawn, () => bmp({ ...SIZE, bits: 24, topDown: true }, bgr)),
  odd('32-bit.bmp', '32 bits', asDrawn, () => bmp({ ...SIZE, bits: 32 }, (x, y) => [...bgr(x, y), 0])),
  odd('8-bit.bmp', 'a palette of 8 bits', asDrawn, () =>
    bmp({ ...SIZE, bits: 8, palette: QUARTERS }, indices),
  ),
  odd('4-bit.bmp', 'a palette of 4 bits', asDrawn, () =>
    bmp({ ...SIZE, bits: 4, palette: QUARTERS }, indices),
  ),
  odd(
    '1-bit.bmp',
    'a palette of 1 bit',
    works(48, 32, [QUARTERS[0], QUARTERS[1], QUARTERS[1], QUARTERS[0]]),
    () => bmp({ ...SIZE, bits: 1, palette: QUARTERS.slice(0, 2) }, quarters(48, 32, [[0], [1], [1], [0]])),
  ),
  odd('16-bit.bmp', '16 bits, five a colour', works(48, 32, COARSE), () =>
    bmp({ ...SIZE, bits: 16 }, (x, y) => {
      const [red = 0, green = 0, blue = 0] = colours(x, y);
      return [((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)];
    }),
  ),
  odd('16-bit-masks.bmp', '16 bits by masks of its own', works(48, 32, COARSE), () =>
    bmp({ ...SIZE, bits: 16, compression: 3, masks: [0x1f, 0x3e0, 0x7c00] }, (x, y) => {
      const [red = 0, green = 0, blue = 0] = colours(x, y);
      return [((blue >> 3) << 10) | ((green >> 3) << 5) | (red >> 3)];
    }),
  ),
  odd('rle-8.bmp', 'runs of the same', works(48, 32, all(QUARTERS[2])), () =>
    bmp(
      {
        ...SIZE,
        bits: 8,
        compression: 1,
        palette: QUARTERS,
        pixels: join(...new Array(32).fill([48, 2, 0, 0]), [0, 1]),
      },
      indices,
    ),
  ),
  odd('os2.bmp', 'the header of 1987', asDrawn, () => bmp({ ...SIZE, bits: 24, core: true }, bgr)),
  odd('cut-in-the-middle.bmp', 'ends in the middle', damaged('bmp'), () =>
    cut(bmp({ ...SIZE, bits: 24 }, bgr), 0.5),
  ),
  odd(
    'cut-in-header.bmp',
    'ends after 30 bytes',
    damaged('bmp'),
    () => new Uint8Array(bmp({ ...SIZE, bits: 24 }, bgr).subarray(0, 30)),
  ),
  odd('claims-20000x20000.bmp', 'says that it is 20,000 x 20,000 pixels', tooManyPixels(20_000, 20_000), () =>
    bmp({ width: 20_000, height: 20_000, bits: 24, pixels: noise(100) }, bgr),
  ),
  odd('os2-claims-20000x20000.bmp', 'the same in the header of 1987', tooManyPixels(20_000, 20_000), () =>
    bmp({ width: 20_000, height: 20_000, bits: 24, core: true, pixels: noise(100) }, bgr),
  ),
  odd('jpeg-inside.bmp', 'a JPEG inside, as printers take it', damaged('bmp'), () =>
    bmp({ ...SIZE, bits: 24, compression: 4, pixels: fixtureBytes('plain.jpg') }, bgr),
  ),
];

/** @param side as the directory says it; 0 means 256 */
const ico = (side: number, ...pictures: readonly Uint8Array[]): Bytes => {
  let offset = 6 + 16 * pictures.length;
  const entries = pictures.map((picture) => {
    const entry = join([side, side, 0, 0], u16le(1), u16le(32), u32le(picture.length), u32le(offset));
    offset += picture.length;
    return entry;
  });
  return join([0, 0, 1, 0], u16le(pictures.length), ...entries, ...pictures);
};
const ICOS: readonly OddFile[] = [
  odd('icon.ico', 'an icon', works(32, 32, 'icon.ico'), () => fixtureBytes('icon.ico')),
  odd('png-inside.ico', 'an icon with a PNG inside', works(32, 32, QUARTERS), () =>
    ico(32, wholePng({ width: 32, height: 32 })),
  ),
  odd('bomb-inside.ico', 'a PNG of 20,000 x 20,000 pixels inside', damaged('x-icon'), () =>
    ico(0, png(header({ width: 20_000, height: 20_000, depth: 1, colour: GREY }), filled(64))),
  ),
  odd('cut.ico', 'ends in the middle', damaged('x-icon'), () => cut(fixtureBytes('icon.ico'), 0.5)),
  odd('cursor.cur', 'a cursor', noPhoto(), () => patched(fixtureBytes('icon.ico'), 2, [2])),
];

export const OTHER_PICTURES: readonly OddFile[] = [...GIFS, ...WEBPS, ...AVIFS, ...BMPS, ...ICOS];

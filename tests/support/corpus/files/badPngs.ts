// PNGs that are cut short, damaged, or bombs.

import { deflateSync } from 'node:zlib';
import { damaged, fixtureBytes, noPhoto, type OddFile, odd, tooManyPixels, truncated } from '../oddFile.ts';
import { cut, first, latin1, patched } from '../writers/bytes.ts';
import { chunk, data, END, GREY, header, PALETTE, png, rows, wholePng } from '../writers/png.ts';
import { drawn, flat, indices, SIZE } from './pngParts.ts';

export const BAD_PNGS: readonly OddFile[] = [
  odd('cut-in-header.png', 'ends within its header', truncated('png'), () => first(drawn(), 20)),
  odd('cut-in-the-middle.png', 'ends in the middle', truncated('png'), () =>
    cut(fixtureBytes('rgb-16.png'), 0.5),
  ),
  odd('cut-before-its-end.png', 'ends 30 bytes early', truncated('png'), () => first(drawn(), -30)),
  odd('no-end.png', 'its last chunk is missing', truncated('png'), () => first(drawn(), -12)),
  odd('broken.png', 'its pixels cannot be unpacked', damaged('png'), () => fixtureBytes('broken.png')),
  odd('wrong-crc.png', 'a wrong checksum of its size', damaged('png'), () => {
    const whole = drawn();
    return patched(whole, 29, [1, 2, 3, 4]);
  }),
  odd('wrong-crc-of-pixels.png', 'a wrong checksum of its pixels', damaged('png'), () =>
    png(header(SIZE), chunk('IDAT', deflateSync(rows(SIZE)), 1), END),
  ),
  odd('too-few-rows.png', 'less pixels than it says', damaged('png'), () =>
    png(header({ width: 48, height: 64 }), chunk('IDAT', deflateSync(rows(SIZE))), END),
  ),
  odd('no-pixels.png', 'no pixels at all', damaged('png'), () => png(header(SIZE), END)),
  odd('no-palette.png', 'its palette is missing', damaged('png'), () =>
    wholePng({ ...SIZE, depth: 2, colour: PALETTE }, indices),
  ),
  odd('depth-3.png', 'three bits per pixel, which there is not', damaged('png'), () =>
    png(header({ ...SIZE, depth: 3, colour: GREY }), data(SIZE), END),
  ),
  odd('0x0.png', 'a size of 0 x 0', damaged('png'), () =>
    png(header({ width: 0, height: 0 }), data(SIZE), END),
  ),
  odd('unknown-chunk.png', 'a chunk that has to be understood, and is not', damaged('png'), () =>
    drawn(chunk('ABCD', [1, 2, 3])),
  ),
  odd('chunk-of-4-gigabytes.png', 'a chunk that says that it has 4 GB', truncated('png'), () =>
    png(header(SIZE), patched(data(SIZE), 0, [0xff, 0xff, 0xff, 0xff]), END),
  ),
  odd('line-ends-changed.png', 'sent as text, so that its line ends are others', noPhoto(), () =>
    latin1(String.fromCharCode(...drawn()).replaceAll('\r\n', '\n')),
  ),
  odd('20000x20000.png', '400 megapixels in 50 kB', tooManyPixels(20_000, 20_000), () =>
    flat(20_000, 20_000),
  ),
  odd('10001x10000.png', 'just above 100 megapixels', tooManyPixels(10_001, 10_000), () =>
    flat(10_001, 10_000),
  ),
  odd(
    '2147483647x2147483647.png',
    'as large as a PNG can say',
    tooManyPixels(2_147_483_647, 2_147_483_647),
    () => png(header({ width: 2_147_483_647, height: 2_147_483_647 }), data(SIZE), END),
  ),
];

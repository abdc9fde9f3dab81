// JPEGs that are cut short, damaged, bombs, or of kinds that no browser decodes.

import {
  damaged,
  fixtureBytes,
  noPhoto,
  type OddFile,
  odd,
  tooManyPixels,
  truncated,
  unsupported,
} from '../oddFile.ts';
import { type Bytes, cut, filled, find, first, join, patched } from '../writers/bytes.ts';
import { exif, tiff, turn } from '../writers/exif.ts';
import { EOI, jpeg, SOI } from '../writers/jpeg.ts';
import { QUARTERS, quarters } from '../writers/picture.ts';
import { claims, drawnWith, huge, plain, SIZE } from './jpegParts.ts';

/** Another kind of coding than that of its pixels. */
const coded = (marker: number): Bytes => {
  const photo = jpeg(SIZE);
  return patched(photo, find(photo, [0xff, 0xc0]) + 1, [marker]);
};

export const BAD_JPEGS: readonly OddFile[] = [
  odd('cut-in-markers.jpg', 'ends after 20 bytes', truncated('jpeg'), () => first(plain(), 20)),
  odd('cut-in-exif.jpg', 'ends within its EXIF, behind the thumbnail’s end', truncated('jpeg'), () =>
    cut(drawnWith(exif(join(tiff([turn(1)]), jpeg({ width: 16, height: 16 })))), 0.4),
  ),
  odd('cut-at-a-tenth.jpg', 'ends after a tenth', truncated('jpeg'), () => cut(plain(), 0.1)),
  odd('cut-in-the-middle.jpg', 'ends in the middle', truncated('jpeg'), () =>
    cut(jpeg({ width: 960, height: 640 }), 0.5),
  ),
  odd('cut-before-its-end.jpg', 'ends 20 bytes early', truncated('jpeg'), () => first(plain(), -20)),
  odd('no-end.jpg', 'its end mark is missing', truncated('jpeg'), () => first(plain(), -2)),
  odd('cut-progressive.jpg', 'progressive, ends after its first scans', truncated('jpeg'), () =>
    cut(fixtureBytes('progressive.jpg'), 0.75),
  ),
  odd('start-alone.jpg', 'two bytes: a JPEG’s start', noPhoto(), () => Uint8Array.from(SOI)),
  odd('start-and-end.jpg', 'start and end, and nothing between', truncated('jpeg'), () =>
    Uint8Array.from([...SOI, ...EOI]),
  ),
  odd('start-and-ff.jpg', 'a start, then 100,000 bytes 0xff', truncated('jpeg'), () =>
    join(SOI, filled(100_000, 0xff)),
  ),
  odd('ff.jpg', '5000 bytes 0xff', noPhoto(), () => filled(5000, 0xff)),
  odd('newline-first.jpg', 'a line’s end before its first byte', noPhoto(), () => join('\n', plain())),
  odd('lossless.jpg', 'lossless coding of 1992', unsupported('lossless JPEG'), () => coded(0xc3)),
  odd('hierarchical.jpg', 'hierarchical coding', unsupported('hierarchical JPEG'), () => coded(0xc5)),
  odd('12-bit.jpg', '12 bits per sample', unsupported('12-bit JPEG'), () =>
    jpeg(
      { ...SIZE, frame: 0xc1, precision: 12 },
      quarters(
        96,
        64,
        QUARTERS.map((rgb) => rgb.map((v) => v * 16)),
      ),
    ),
  ),
  odd('jpeg-ls.jpg', 'JPEG-LS, as medicine uses it', unsupported('JPEG-LS'), () => coded(0xf7)),
  odd('no-size.jpg', 'a size of 0 x 0', damaged('jpeg'), () => claims(plain(), 0, 0)),
  odd('no-tables.jpg', 'its tables are missing', damaged('jpeg'), () => {
    const photo = jpeg(SIZE);
    return join(SOI, photo.subarray(find(photo, [0xff, 0xc0])));
  }),
  odd('claims-65535x65535.jpg', 'says that it is 65,535 x 65,535 pixels', tooManyPixels(65_535, 65_535), () =>
    claims(plain(), 65_535, 65_535),
  ),
  odd(
    'exif-huge-bomb.jpg',
    '20,000 x 20,000 pixels, said behind 2 MB of metadata',
    tooManyPixels(20_000, 20_000),
    () => join(SOI, ...huge(32), claims(plain(), 20_000, 20_000).subarray(2)),
  ),
  odd('two-frames.jpg', 'says its size twice: small, then 20,000 x 20,000', damaged('jpeg'), () => {
    const photo = plain();
    const frame = photo.subarray(find(photo, [0xff, 0xc0]));
    const first = frame.subarray(0, 2 + 17);
    return join(photo.subarray(0, photo.length - frame.length), first, claims(frame, 20_000, 20_000));
  }),
];

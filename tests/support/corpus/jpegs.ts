// JPEGs that work, however odd they are, and those that do not.

import {
  damaged,
  fixtureBytes,
  likePlain,
  noPhoto,
  type OddFile,
  odd,
  tooManyPixels,
  truncated,
  unsupported,
  works,
} from './oddFile.ts';
import { type Bytes, cut, filled, find, join, noise, patched, u16 } from './writers/bytes.ts';
import { exif, ORIENTATION, orientation, tiff, turn } from './writers/exif.ts';
import { EOI, jpeg, SOI, segment } from './writers/jpeg.ts';
import { all, greys, QUARTERS, quarters, upright } from './writers/picture.ts';

const SIZE = { width: 96, height: 64 };
const asDrawn = works(96, 64, QUARTERS);
const APP1 = 0xe1;
const APP2 = 0xe2;
const COMMENT = 0xfe;

const plain = (): Bytes => fixtureBytes('plain.jpg');
const likeIt = likePlain('plain.jpg');
/** After SOI, as cameras do it. */
const withHead = (photo: Uint8Array, ...head: readonly Uint8Array[]): Bytes =>
  join(SOI, ...head, photo.subarray(2));
const drawnWith = (...head: readonly Uint8Array[]): Bytes => jpeg({ ...SIZE, head });

/** Other sizes than those of its pixels. */
function claims(photo: Uint8Array, width: number, height: number): Bytes {
  const at = find(photo, [0xff, 0xc0]);
  return patched(photo, at + 5, [...u16(height), ...u16(width)]);
}

/** Another kind of coding than that of its pixels. */
const coded = (marker: number, precision = 8): Bytes => {
  const photo = jpeg(SIZE);
  const at = find(photo, [0xff, 0xc0]);
  return patched(patched(photo, at + 1, [marker]), at + 4, [precision]);
};

const turned = Array.from({ length: 8 }, (_, i): OddFile => {
  const value = i + 1;
  const outcome =
    value < 5 ? works(96, 64, upright(QUARTERS, value)) : works(64, 96, upright(QUARTERS, value));
  return odd(`exif-orientation-${value}.jpg`, `to be turned as EXIF orientation ${value} says`, outcome, () =>
    drawnWith(orientation(value)),
  );
});

/** A segment takes 64 kB at most, so much EXIF is many of them. */
const huge = (count: number): Bytes[] =>
  Array.from({ length: count }, (_, i) =>
    segment(APP1, join('http://ns.adobe.com/xmp/extension/\0', noise(65_000, i + 1))),
  );

/** drawn.jpg through `jpegtran -arithmetic`. */
const ARITHMETIC =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI' +
  'CAgICAgICAgICAgICAj/yQARCABAAGADAREAAhEAAxEA/8wACgAQEAUBEBEF/9oADAMBAAIRAxEAPwD/AGVdHRfh5cZ9I6RlKh/1' +
  'cQjFqNE5un7aAlZtEpHGfvruDA/S/pKvnKUx39YEDsCr+9nW+2Fy2rVvA9XURNbMJCCeHUATi09sujOqjkchqrL/2Q==';

export const GOOD_JPEGS: readonly OddFile[] = [
  odd('drawn.jpg', 'nothing: the one that the others are made of', asDrawn, () => jpeg(SIZE)),
  ...turned,
  odd('exif-orientation-0.jpg', 'EXIF orientation 0, which there is not', asDrawn, () =>
    drawnWith(orientation(0)),
  ),
  odd('exif-orientation-9.jpg', 'EXIF orientation 9, which there is not', asDrawn, () =>
    drawnWith(orientation(9)),
  ),
  odd('exif-in-a-ring.jpg', 'an EXIF directory that names itself as the next', asDrawn, () =>
    drawnWith(exif(tiff([turn(1)], 8))),
  ),
  odd('exif-beyond.jpg', 'an EXIF tag whose value lies far behind the file’s end', asDrawn, () =>
    drawnWith(exif(tiff([{ id: ORIENTATION, type: 3, count: 0x7fffffff, value: [0xff, 0xff, 0xff, 0xf0] }]))),
  ),
  odd('exif-cut.jpg', 'an EXIF block that ends within its first tag', asDrawn, () =>
    drawnWith(exif(cut(tiff([turn(6)]), 0.5))),
  ),
  odd('exif-thumbnail.jpg', 'a whole JPEG as thumbnail in its EXIF', asDrawn, () =>
    drawnWith(exif(join(tiff([turn(1)]), jpeg({ width: 16, height: 16 })))),
  ),
  odd('exif-huge.jpg', '2.6 MB of metadata before its size', asDrawn, () => drawnWith(...huge(40))),
  odd('profile-of-noise.jpg', 'a colour profile that is noise', asDrawn, () =>
    drawnWith(segment(APP2, join('ICC_PROFILE\0\x01\x01', noise(3000)))),
  ),
  odd('profile-in-255-parts.jpg', 'a colour profile of which most parts are missing', asDrawn, () =>
    drawnWith(segment(APP2, join('ICC_PROFILE\0\x07\xff', noise(3000)))),
  ),
  odd('comment-with-html.jpg', 'a page with a script in its comment', asDrawn, () =>
    drawnWith(segment(COMMENT, '--><script>document.title = "taken over"</script><!--')),
  ),
  odd('comment-exif.jpg', 'the word Exif in its comments, three times', asDrawn, () =>
    drawnWith(segment(COMMENT, 'Exif\0\0Exif\0\0Exif\0\0')),
  ),
  odd('fill-bytes.jpg', '70,000 bytes 0xff before a marker, as the standard allows', asDrawn, () =>
    drawnWith(filled(70_000, 0xff), segment(COMMENT, 'x')),
  ),
  odd('restarts.jpg', 'a restart marker after every second block', asDrawn, () =>
    jpeg({ ...SIZE, restart: 2 }),
  ),
  odd('progressive-drawn.jpg', 'progressive, of one scan', works(96, 64, QUARTERS, 8), () =>
    jpeg({ ...SIZE, frame: 0xc2 }),
  ),
  odd('progressive.jpg', 'progressive, of ten scans', likePlain('progressive.jpg'), () =>
    fixtureBytes('progressive.jpg'),
  ),
  // Decoded by Chromium, not by every browser.
  odd(
    'arithmetic.jpg',
    'arithmetic coding',
    asDrawn,
    () => new Uint8Array(Buffer.from(ARITHMETIC, 'base64')),
  ),
  odd('extended.jpg', 'extended sequential coding', asDrawn, () => jpeg({ ...SIZE, frame: 0xc1 })),
  odd('grey.jpg', 'shades of grey', likePlain('grey.jpg'), () => fixtureBytes('grey.jpg')),
  odd('grey-drawn.jpg', 'one component', works(96, 64, greys(QUARTERS)), () =>
    jpeg({ ...SIZE, colours: 'grey' }, (x, y) => [greys(QUARTERS).at(at(x, y))?.[0] ?? 0]),
  ),
  odd('adobe-rgb.jpg', 'RGB as it is, by Adobe’s marker', asDrawn, () =>
    jpeg({ ...SIZE, colours: 'adobe-rgb' }),
  ),
  odd('cmyk.jpg', 'four inks', likePlain('cmyk.jpg'), () => fixtureBytes('cmyk.jpg')),
  odd('cmyk-adobe.jpg', 'four inks, inverted as Adobe writes them', asDrawn, () =>
    jpeg(
      { ...SIZE, colours: 'adobe-cmyk' },
      quarters(
        96,
        64,
        QUARTERS.map((rgb) => [...rgb, 255]),
      ),
    ),
  ),
  odd('profile.jpg', 'a colour profile that exchanges red and green', likePlain('profile.jpg'), () =>
    fixtureBytes('profile.jpg'),
  ),
  odd('trailing-text.jpg', 'text behind its end', likeIt, () => join(plain(), 'and so on, '.repeat(10_000))),
  odd('trailing-noise.jpg', '300 kB of noise behind its end', likeIt, () => join(plain(), noise(300_000))),
  odd('trailing-zip.jpg', 'a zip behind its end', likeIt, () => join(plain(), 'PK\x03\x04', noise(500))),
  odd('trailing-video.jpg', 'a video behind its end, as in a motion photo', likeIt, () =>
    join(plain(), '\0\0\0\x18ftypmp42\0\0\0\0mp42isom', noise(20_000)),
  ),
  odd('two-in-one.jpg', 'two JPEGs, one behind the other', asDrawn, () =>
    join(jpeg(SIZE), jpeg({ width: 640, height: 480 })),
  ),
  odd('pictures.mpo', 'two pictures for two eyes (MPO)', asDrawn, () =>
    join(drawnWith(segment(APP2, join('MPF\0', tiff([])))), jpeg(SIZE)),
  ),
  odd('ultra-hdr.jpg', 'a gain map behind its end (Ultra HDR)', asDrawn, () =>
    join(
      drawnWith(
        segment(
          APP1,
          'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description hdrgm:Version="1.0"/></x:xmpmeta>',
        ),
        segment(APP2, join('MPF\0', tiff([]))),
      ),
      jpeg({ width: 48, height: 32, colours: 'grey' }, () => [90]),
    ),
  ),
  odd('1x1.jpg', 'one pixel', works(1, 1, all(QUARTERS[0])), () => jpeg({ width: 1, height: 1 })),
  odd('40000x16.jpg', '40,000 pixels wide', works(40_000, 16, null), () =>
    jpeg({ width: 40_000, height: 16 }),
  ),
  odd('65500x8.jpg', 'as wide as a JPEG can be', works(65_500, 8, null), () =>
    jpeg({ width: 65_500, height: 8 }),
  ),
  odd('claims-65500x41.jpg', 'says that it is wider than its pixels', works(65_500, 41, null), () =>
    claims(plain(), 65_500, 41),
  ),
  odd('8x65500.jpg', 'as high as a JPEG can be', works(8, 65_500, null), () =>
    jpeg({ width: 8, height: 65_500 }),
  ),
];

/** Which quarter. */
const at = (x: number, y: number): number => (y < 32 ? 0 : 2) + (x < 48 ? 0 : 1);

export const BAD_JPEGS: readonly OddFile[] = [
  odd(
    'cut-in-markers.jpg',
    'ends after 20 bytes',
    truncated('jpeg'),
    () => new Uint8Array(plain().subarray(0, 20)),
  ),
  odd('cut-in-exif.jpg', 'ends within its EXIF, behind the thumbnail’s end', truncated('jpeg'), () =>
    cut(drawnWith(exif(join(tiff([turn(1)]), jpeg({ width: 16, height: 16 })))), 0.4),
  ),
  odd('cut-at-a-tenth.jpg', 'ends after a tenth', truncated('jpeg'), () => cut(plain(), 0.1)),
  odd('cut-in-the-middle.jpg', 'ends in the middle', truncated('jpeg'), () =>
    cut(jpeg({ width: 960, height: 640 }), 0.5),
  ),
  odd('cut-before-its-end.jpg', 'ends 20 bytes early', truncated('jpeg'), () => cut(plain(), -20)),
  odd('no-end.jpg', 'its end mark is missing', truncated('jpeg'), () => cut(plain(), -2)),
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
    () => withHead(claims(plain(), 20_000, 20_000), ...huge(32)),
  ),
  odd('two-frames.jpg', 'says its size twice: small, then 20,000 x 20,000', damaged('jpeg'), () => {
    const photo = plain();
    const frame = photo.subarray(find(photo, [0xff, 0xc0]));
    const first = frame.subarray(0, 2 + 17);
    return join(photo.subarray(0, photo.length - frame.length), first, claims(frame, 20_000, 20_000));
  }),
];

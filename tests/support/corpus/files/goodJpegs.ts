// JPEGs that are photos, however odd they are.

import { fixtureBytes, likePlain, type OddFile, odd, works } from '../oddFile.ts';
import { cut, filled, join, noise } from '../writers/bytes.ts';
import { exif, ORIENTATION, orientation, tiff, turn } from '../writers/exif.ts';
import { jpeg, segment } from '../writers/jpeg.ts';
import { all, greys, QUARTERS, quarters, upright } from '../writers/picture.ts';
import { APP1, claims, drawnWith, huge, plain, SIZE } from './jpegParts.ts';

const asDrawn = works(96, 64, QUARTERS);
const likeIt = likePlain('plain.jpg');
const APP2 = 0xe2;
const COMMENT = 0xfe;

const turned = Array.from({ length: 8 }, (_, i): OddFile => {
  const value = i + 1;
  const outcome =
    value < 5 ? works(96, 64, upright(QUARTERS, value)) : works(64, 96, upright(QUARTERS, value));
  return odd(`exif-orientation-${value}.jpg`, `to be turned as EXIF orientation ${value} says`, outcome, () =>
    drawnWith(orientation(value)),
  );
});

/** Which quarter. */
const at = (x: number, y: number): number => (y < 32 ? 0 : 2) + (x < 48 ? 0 : 1);

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
  odd('exif-twice.jpg', 'EXIF twice: the first counts', works(64, 96, upright(QUARTERS, 6)), () =>
    drawnWith(orientation(6), orientation(3)),
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

// BMPs, good and bad.

import { damaged, fixtureBytes, type OddFile, odd, tooManyPixels, works } from '../oddFile.ts';
import { bmp } from '../writers/bmp.ts';
import { cut, first, join, noise } from '../writers/bytes.ts';
import { all, type Corners, QUARTERS, quarters, type Rgb } from '../writers/picture.ts';

const SIZE = { width: 48, height: 32 };
const asDrawn = works(48, 32, QUARTERS);
const colours = quarters(48, 32);
const indices = quarters(48, 32, [[0], [1], [2], [3]]);
const bgr = (x: number, y: number) => [...colours(x, y)].reverse();
/** Five bits a colour. */
const coarse = ([red, green, blue]: Rgb): Rgb => [five(red), five(green), five(blue)];
const five = (level: number): number => Math.round(((level >> 3) * 255) / 31);
const COARSE = QUARTERS.map(coarse) as unknown as Corners;

export const BMPS: readonly OddFile[] = [
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
  odd('cut-in-header.bmp', 'ends after 30 bytes', damaged('bmp'), () =>
    first(bmp({ ...SIZE, bits: 24 }, bgr), 30),
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

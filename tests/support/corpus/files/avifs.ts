// AVIFs, good and bad.

import { damaged, fixtureBytes, likePlain, type OddFile, odd, tooManyPixels, works } from '../oddFile.ts';
import { type Bytes, cut, find, first, join, noise, patched, u32 } from '../writers/bytes.ts';
import { box, brands } from '../writers/containers.ts';

const avif = (): Bytes => fixtureBytes('plain.avif');
const claimedAvif = (width: number, height: number): Bytes =>
  patched(avif(), find(avif(), 'ispe') + 8, [...u32(width), ...u32(height)]);
export const AVIFS: readonly OddFile[] = [
  odd('plain.avif', 'AVIF', likePlain('plain.avif'), avif),
  odd('orientation-6.avif', 'AVIF, to be turned', works(48, 32, 'orientation-6.avif'), () =>
    fixtureBytes('orientation-6.avif'),
  ),
  odd('trailing-noise.avif', 'noise behind its end', likePlain('plain.avif'), () =>
    join(avif(), noise(3000)),
  ),
  odd('cut-in-header.avif', 'ends after its brands', damaged('avif'), () => first(avif(), 32)),
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

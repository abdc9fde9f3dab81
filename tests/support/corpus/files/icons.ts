// Icons, good and bad.

import { damaged, fixtureBytes, noPhoto, type OddFile, odd, works } from '../oddFile.ts';
import { type Bytes, cut, filled, join, patched, u16le, u32le } from '../writers/bytes.ts';
import { QUARTERS } from '../writers/picture.ts';
import { GREY, header, png, wholePng } from '../writers/png.ts';

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
export const ICONS: readonly OddFile[] = [
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

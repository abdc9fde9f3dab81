// WebPs, good and bad.

import { damaged, fixtureBytes, likePlain, type OddFile, odd, tooManyPixels, truncated } from '../oddFile.ts';
import { type Bytes, cut, first, join, noise } from '../writers/bytes.ts';
import { chunksOf, riffChunk, vp8x, webp } from '../writers/containers.ts';
import { tiff, turn } from '../writers/exif.ts';

const lossy = (): Bytes => fixtureBytes('lossy.webp');
const pixelsOf = (file: Uint8Array): Bytes[] =>
  chunksOf(file)
    .filter(({ type }) => /VP8[ L]/.test(type))
    .map(({ whole }) => whole);
export const WEBPS: readonly OddFile[] = [
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
  odd('cut-in-header.webp', 'ends after 24 bytes', truncated('webp'), () => first(lossy(), 24)),
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

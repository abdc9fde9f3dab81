import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BinsightError } from '../../src/core/errors.ts';
import { MAX_BYTES, MAX_PIXELS } from '../../src/core/photoLimits.ts';
import {
  inspectPhoto,
  type PhotoHeader,
  refuseFileSize,
  refusePixels,
} from '../../src/workers/inspectPhoto.ts';
import { lacksEnd } from '../../src/workers/photoEnd.ts';
import expected from '../fixtures/photos/expected.json' with { type: 'json' };

const folder = new URL('../fixtures/photos/', import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));
const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** What inspectPhoto makes of it: its header, or the refusal as code and facts. */
function outcome(bytes: Uint8Array): unknown {
  try {
    return inspectPhoto(bytes);
  } catch (error) {
    if (!(error instanceof BinsightError)) throw error;
    return { code: error.code, ...error.detail };
  }
}

const REFUSED: Record<string, object> = {
  'empty.jpg': { code: 'photo-empty' },
  'text.jpg': { code: 'photo-not-an-image', found: 'text' },
  'zeros.jpg': { code: 'photo-not-an-image', found: 'zeros' },
  'page.jpg': { code: 'photo-not-an-image', found: 'HTML' },
  'document.png': { code: 'photo-not-an-image', found: 'PDF' },
  'archive.jpg': { code: 'photo-not-an-image', found: 'ZIP' },
  'video.jpg': { code: 'photo-not-an-image', found: 'video' },
  'drawing.svg': { code: 'photo-svg' },
  'drawing.png': { code: 'photo-svg' },
  'huge.png': { code: 'photo-too-many-pixels', width: 20_000, height: 20_000, limit: MAX_PIXELS },
  'photo.psd': { code: 'photo-unsupported', type: 'PSD' },
};

/** Their headers are good: it takes a decoder to refuse them. */
const HEADERS: Record<string, Omit<PhotoHeader, 'isAsStored'>> = {
  'photo.heic': { mediaType: 'image/heic', width: 4032, height: 3024, rare: 'HEIC' },
  'photo.tif': { mediaType: 'image/tiff', width: 8, height: 6, rare: 'TIFF' },
  'truncated.jpg': { mediaType: 'image/jpeg', width: 60, height: 41, rare: null },
  'truncated-header.jpg': { mediaType: 'image/jpeg', width: null, height: null, rare: null },
  'truncated.png': { mediaType: 'image/png', width: 24, height: 24, rare: null },
  'truncated.gif': { mediaType: 'image/gif', width: 24, height: 24, rare: null },
  'truncated.webp': { mediaType: 'image/webp', width: 24, height: 24, rare: null },
  'broken.png': { mediaType: 'image/png', width: 24, height: 24, rare: null },
};

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  txt: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
};

describe('inspectPhoto', () => {
  it.each(Object.entries(REFUSED))('refuses %s', (name, refusal) => {
    expect(outcome(read(name))).toEqual(refusal);
  });

  it.each(Object.entries(HEADERS))('leaves %s to the decoder', (name, header) => {
    expect(outcome(read(name))).toEqual({ ...header, isAsStored: header.mediaType === 'image/jpeg' });
  });

  it.each(Object.entries(expected))('knows type and upright size of %s', (name, { width, height }) => {
    const mediaType = TYPES[name.split('.').at(-1) ?? ''];
    // Only a JPEG's orientation is in the header that image-size reads; for the others the decoder's size counts.
    const onItsSide = /^orientation-[5-8]\.(png|avif)$/.test(name);
    const size = onItsSide ? { width: height, height: width } : { width, height };
    const isTurned = /^orientation-[2-8]\./.test(name);
    const isAsStored = mediaType === 'image/jpeg' && !isTurned;
    expect(outcome(read(name))).toEqual({ mediaType, ...size, isAsStored, rare: null });
  });

  it('has an answer for every fixture', () => {
    const names = [
      ...Object.keys(REFUSED),
      ...Object.keys(HEADERS),
      ...Object.keys(expected),
      'expected.json',
    ];
    expect(readdirSync(folder).sort()).toEqual(names.sort());
  });

  it.each([
    ['\x00\x00\x00\x1cftypmif1\x00\x00\x00\x00mif1avifmiaf', { mediaType: 'image/avif', rare: null }],
    ['\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00mif1miaf', { mediaType: 'image/heif', rare: 'HEIF' }],
    ['\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01crx isom', { code: 'photo-unsupported', type: 'camera raw' }],
    ['\xff\x0a\x00\x10', { mediaType: 'image/jxl', rare: 'JPEG XL' }],
    ['P6\n2 2\n255\n', { code: 'photo-unsupported', type: 'PNM' }],
    ['\xfe\xff\x00<\x00s\x00v\x00g\x00/\x00>', { code: 'photo-svg' }],
    ['<SVG/>', { code: 'photo-svg' }],
    ['<note>1</note>', { code: 'photo-not-an-image', found: 'XML' }],
    ['BM is a car club; < svg lovers meet <svg >', { code: 'photo-not-an-image', found: 'text' }],
    ['\x00\x01\x02\x03\x00\x00\x80\x90', { code: 'photo-not-an-image' }],
    ['\xff\xd8\xff', { mediaType: 'image/jpeg', width: null, height: null, rare: null }],
  ])('looks closer at %j', (bytes, answer) => {
    expect(outcome(ascii(bytes))).toMatchObject(answer);
  });

  it('lets no other exception out, whatever the bytes', () => {
    const names = [...Object.keys(expected), ...Object.keys(HEADERS)];
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void outcome(bytes)));
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.nat(),
        fc.uint8Array({ maxLength: 8 }),
        (name, at, end, edit) => {
          const whole = read(name);
          // The edit falls mostly into the header, the cut anywhere.
          whole.set(
            edit.subarray(0, whole.length),
            at % Math.max(Math.min(whole.length, 200) - edit.length, 1),
          );
          void outcome(whole.subarray(0, end % (whole.length + 1)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('answers soon for files crafted to be slow', () => {
    const boxes = new Uint8Array(20_000_000);
    boxes.set(
      ascii(
        '\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif\x00\x00\xff\x00meta\x00\x00\x00\x00\x00\x00\xfe\x00iprp',
      ),
    );
    boxes.set(ascii('\x00\x00\xfd\x00ipco'), 44);
    for (let at = 52; at < 65_000; at += 20)
      boxes.set(ascii('\x00\x00\x00\x14ispe\x00\x00\x00\x00\x00\x00\x00\x09\x00\x00\x00\x09'), at);
    const markers = new Uint8Array(20_000_000).fill(0xff);
    markers[1] = 0xd8;
    const comments = ascii('<!--'.repeat(5000));
    for (const hostile of [boxes, markers, comments]) {
      const start = performance.now();
      outcome(hostile);
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });
});

describe('limits', () => {
  it('allow what is at the limit and no more', () => {
    refuseFileSize(MAX_BYTES);
    expect(() => refuseFileSize(MAX_BYTES + 1)).toThrow(/photo-too-large bytes=268435457/);
    refusePixels(10_000, 10_000);
    expect(() => refusePixels(10_000, 10_001)).toThrow(/photo-too-many-pixels/);
  });
});

describe('lacksEnd', () => {
  it.each(Object.keys(expected))('finds the end of %s', (name) => {
    const bytes = read(name);
    const mediaType = TYPES[name.split('.').at(-1) ?? ''] ?? '';
    expect(lacksEnd(bytes, mediaType)).toBe(false);
    // Padding and makers' extras after the end.
    expect(lacksEnd(Uint8Array.of(...bytes, 0, 0, 0), mediaType)).toBe(false);
  });

  it.each(['plain.jpg', 'orientation-6.jpg', 'rgb.png', 'animated.gif', 'lossy.webp'])(
    'misses it in any cut of %s',
    (name) => {
      const bytes = read(name);
      const mediaType = TYPES[name.split('.').at(-1) ?? ''] ?? '';
      for (let cut = 12; cut < bytes.length; cut += 7) {
        // A GIF's trailer is one byte that also occurs inside.
        if (mediaType === 'image/gif' && bytes[cut - 1] === 0x3b) continue;
        expect([cut, lacksEnd(bytes.subarray(0, cut), mediaType)]).toEqual([cut, true]);
      }
    },
  );
});

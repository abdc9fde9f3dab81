// The square of a decoded photo, by the quick way and by drawing: the same bytes, and the quick way only where it gives them.

import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { resizeCentreSquare } from '../../src/core/image.ts';
import { BitmapSquares } from '../../src/network/square/squareOfBitmap.ts';
import { readPhoto } from '../../src/workers/photoReader.ts';

/** Fresh, as what it has found out about the browser is kept. */
let squares: BitmapSquares;
let copies: MockInstance<VideoFrame['copyTo']>;

beforeEach(() => {
  squares = new BitmapSquares();
  copies = vi.spyOn(VideoFrame.prototype, 'copyTo');
});
afterEach(() => vi.restoreAllMocks());

/** A JPEG of which no two rows are alike, and its pixels as they are drawn. */
async function photo(width: number, height: number) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D;
  for (let y = 0; y < height; y++) {
    context.fillStyle = `rgb(${y % 256} ${(y * 7) % 256} ${255 - (y % 256)})`;
    context.fillRect(0, y, width, 1);
    context.fillStyle = 'orange';
    context.fillRect((y * 3) % width, y, 9, 1);
  }
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  const bitmap = await createImageBitmap(file, { colorSpaceConversion: 'none' });
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { file, bitmap, expected: resizeCentreSquare(data, width, height) };
}

const isSame = (found: Uint8Array, expected: Uint8Array) =>
  found.length === expected.length && found.every((level, i) => level === expected[i]);

describe('a photo as it is stored', () => {
  it('is copied band by band, once the first one has come out as it is drawn', async () => {
    const { bitmap, expected } = await photo(1200, 900);
    expect(isSame(await squares.squareOf(bitmap, true), expected)).toBe(true);
    const tried = copies.mock.calls.length;
    expect(isSame(await squares.squareOf(bitmap, true), expected)).toBe(true);
    const bands = copies.mock.calls.length - tried;
    expect(bands).toBeGreaterThan(1);
    expect(tried).toBe(bands + 1);
  });

  it('is drawn where a copy has other colours, and so are all that follow', async () => {
    copies.mockImplementation(async (into) => {
      (into as Uint8Array).fill(7);
      return [];
    });
    const { bitmap, expected } = await photo(300, 200);
    for (let again = 0; again < 2; again++) {
      expect(isSame(await squares.squareOf(bitmap, true), expected)).toBe(true);
    }
    expect(copies).toHaveBeenCalledOnce();
  });

  it.each<[string, () => void]>([
    ['cannot be copied', () => copies.mockRejectedValue(new DOMException('no', 'NotSupportedError'))],
    ['is no frame', () => vi.spyOn(VideoFrame.prototype, 'format', 'get').mockReturnValue('I420')],
    ['cannot be one', () => vi.stubGlobal('VideoFrame', undefined)],
  ])('is drawn where it %s', async (_, prepare) => {
    prepare();
    try {
      const { bitmap, expected } = await photo(300, 200);
      expect(isSame(await squares.squareOf(bitmap, true), expected)).toBe(true);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is resampled in JavaScript where WebAssembly lacks SIMD', async () => {
    vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(new WebAssembly.CompileError('no SIMD'));
    const { bitmap, expected } = await photo(1200, 900);
    expect(isSame(await squares.squareOf(bitmap, true), expected)).toBe(true);
  });
});

it('keeps photos apart that are asked for at the same time', async () => {
  const photos = await Promise.all([photo(900, 700), photo(640, 480), photo(1000, 1300)]);
  const found = await Promise.all(photos.map(({ bitmap }) => squares.squareOf(bitmap, true)));
  expect(found.map((square, i) => isSame(square, photos[i]?.expected ?? square))).toEqual([true, true, true]);
});

it('draws what it does not know to be stored like that', async () => {
  const { bitmap, expected } = await photo(300, 200);
  expect(isSame(await squares.squareOf(bitmap, false), expected)).toBe(true);
  expect(copies).not.toHaveBeenCalled();
});

describe('a photo with EXIF', () => {
  /** EXIF with nothing but an orientation. */
  const exif = (orientation: number) =>
    Uint8Array.from([
      ...[0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1],
      ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
    ]);

  it.each([[[1]], [[3]], [[6]], [[1, 3]], [[3, 1]], [[8, 6]]])(
    'of orientation %j is as it is drawn',
    async (orientations) => {
      const { file } = await photo(300, 200);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const parts = [bytes.subarray(0, 2), ...orientations.map(exif), bytes.subarray(2)];
      const turned = new Blob(parts, { type: 'image/jpeg' });
      const bitmap = await createImageBitmap(turned, { colorSpaceConversion: 'none' });
      const upright = orientations.every((value) => value < 5);
      if (orientations.length === 1)
        expect([bitmap.width, bitmap.height]).toEqual(upright ? [300, 200] : [200, 300]);
      const drawn = await squares.squareOf(bitmap, false);
      // Twice, so that the quick way is known to be right.
      await readPhoto(file);
      expect(isSame((await readPhoto(turned)).square, drawn)).toBe(true);
    },
  );
});

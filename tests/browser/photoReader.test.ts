// readPhoto in a real browser: every fixture decodes to Pillow's square or is refused with its code.
import { describe, expect, it, vi } from 'vitest';
import { BinsightError } from '../../src/core/errors.ts';
import { readPhoto } from '../../src/workers/photoReader.ts';
import expected from '../fixtures/photos/expected.json' with { type: 'json' };

const urls = import.meta.glob<string>(['../fixtures/photos/*', '!**/*.json'], {
  query: '?url',
  import: 'default',
  eager: true,
});

async function load(name: string): Promise<File> {
  const response = await fetch(urls[`../fixtures/photos/${name}`] ?? `missing: ${name}`);
  // Neither the type nor the name tells the truth: they must not matter.
  return new File([await response.arrayBuffer()], 'photo.svg', { type: 'image/svg+xml' });
}

/** The places that scripts/make-photo-fixtures.py sampled: every 56th pixel from 28 on. */
function samplesOf(square: Uint8Array): number[] {
  const places = [28, 84, 140, 196];
  return places.flatMap((y) =>
    places.flatMap((x) => [...square.subarray((y * 224 + x) * 3, (y * 224 + x) * 3 + 3)]),
  );
}

function largestDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Array.from(one, (value, i) => Math.abs(value - (other[i] ?? Number.NaN))).reduce((a, b) =>
    Math.max(a, b),
  );
}

async function refusalOf(file: Blob): Promise<string> {
  try {
    await readPhoto(file);
    return 'none';
  } catch (error) {
    if (!(error instanceof BinsightError)) throw error;
    return error.message;
  }
}

describe('readPhoto', () => {
  it.each(Object.entries(expected))('reads %s as Pillow does', async (name, pillow) => {
    const photo = await readPhoto(await load(name));
    expect([photo.width, photo.height]).toEqual([pillow.width, pillow.height]);
    expect(photo.square).toHaveLength(224 * 224 * 3);
    const wanted = Uint8Array.from(atob(pillow.samples), (character) => character.charCodeAt(0));
    const difference = largestDifference(samplesOf(photo.square), wanted);
    expect(difference, `${samplesOf(photo.square)}\nPillow: ${wanted}`).toBeLessThanOrEqual(pillow.tolerance);
  });

  it.each([
    ['empty.jpg', 'photo-empty'],
    ['text.jpg', 'photo-not-an-image found=text'],
    ['drawing.svg', 'photo-svg'],
    ['huge.png', 'photo-too-many-pixels width=20000 height=20000 limit=100000000'],
    ['photo.psd', 'photo-unsupported type=PSD'],
    ['photo.heic', 'photo-unsupported type=HEIC'],
    ['photo.tif', 'photo-unsupported type=TIFF'],
    ['truncated.jpg', 'photo-truncated mediaType=image/jpeg'],
    ['truncated-header.jpg', 'photo-truncated mediaType=image/jpeg'],
    ['truncated.png', 'photo-truncated mediaType=image/png'],
    ['truncated.gif', 'photo-truncated mediaType=image/gif'],
    ['truncated.webp', 'photo-truncated mediaType=image/webp'],
    ['broken.png', 'photo-undecodable mediaType=image/png'],
  ])('refuses %s: %s', async (name, refusal) => {
    expect(await refusalOf(await load(name))).toBe(refusal);
  });

  it('turns all eight EXIF orientations into the same square', async () => {
    const upright = await readPhoto(await load('orientation-1.jpg'));
    for (const value of [2, 3, 4, 5, 6, 7, 8]) {
      const turned = await readPhoto(await load(`orientation-${value}.jpg`));
      // A level or two: JPEG rounds its cells a little differently when turned.
      expect(largestDifference(turned.square, upright.square), `orientation ${value}`).toBeLessThanOrEqual(2);
    }
  });

  it('makes a thumbnail of the same square', async () => {
    const { thumbnail, square } = await readPhoto(await load('plain.jpg'));
    expect(thumbnail.type).toBe('image/jpeg');
    const again = await readPhoto(thumbnail);
    expect([again.width, again.height]).toEqual([224, 224]);
    expect(largestDifference(samplesOf(again.square), samplesOf(square))).toBeLessThan(12);
  });

  it('joins its bands without a seam', async () => {
    const side = 700; // three bands of 256 rows
    const canvas = new OffscreenCanvas(side, side);
    const context = canvas.getContext('2d');
    for (let y = 0; context && y < side; y++) {
      context.fillStyle = `rgb(${y % 256} ${(y * 7) % 256} ${255 - (y % 256)})`;
      context.fillRect(0, y, side, 1);
    }
    const whole = context?.getImageData(0, 0, side, side).data ?? new Uint8ClampedArray();
    const { resizeCentreSquare } = await import('../../src/core/image.ts');
    const photo = await readPhoto(await canvas.convertToBlob({ type: 'image/png' }));
    expect(largestDifference(photo.square, resizeCentreSquare(whole, side, side))).toBe(0);
  });

  it('does without colorSpaceConversion where a browser refuses it', async () => {
    const native = globalThis.createImageBitmap.bind(globalThis);
    const old = vi.spyOn(globalThis, 'createImageBitmap').mockImplementation((...args: unknown[]) => {
      return args.length > 1 ? Promise.reject(new TypeError('option')) : native(args[0] as Blob);
    });
    try {
      expect((await readPhoto(await load('plain.jpg'))).width).toBe(60);
    } finally {
      old.mockRestore();
    }
  });

  it.each([
    ['has none for workers', undefined],
    [
      'gives none, for want of memory',
      class {
        getContext = () => null;
      },
    ],
  ])('does not call a photo damaged where a browser %s of the canvases to draw it on', async (_, canvas) => {
    const file = await load('plain.jpg');
    vi.stubGlobal('OffscreenCanvas', canvas);
    try {
      expect(await refusalOf(file)).toBe('photo-no-canvas');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('counts the pixels again once they are decoded, and closes the bitmap', async () => {
    const close = vi.fn();
    const huge = { width: 20_000, height: 20_000, close } satisfies ImageBitmap;
    const lying = vi.spyOn(globalThis, 'createImageBitmap').mockResolvedValue(huge);
    try {
      expect(await refusalOf(await load('plain.jpg'))).toMatch(/^photo-too-many-pixels/);
      expect(close).toHaveBeenCalledOnce();
    } finally {
      lying.mockRestore();
    }
  });

  it('does not call a photo damaged whose file has changed since it was read', async () => {
    const file = await load('plain.jpg');
    const gone = new Blob();
    gone.arrayBuffer = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
    file.slice = () => gone;
    expect(await refusalOf(file)).toBe('photo-unreadable');
  });

  it('says so when the file cannot be read any more', async () => {
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await refusalOf(gone)).toBe('photo-unreadable');
  });
});

describe('sha256', () => {
  it("is that of the file's bytes", async () => {
    const file = await load('rgb.png');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const { sha256 } = await readPhoto(file);
    expect(sha256).toBe(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  });
});

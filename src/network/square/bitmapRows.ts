// A decoded photo's pixels, some rows at a time.

import { BinsightError } from '../../core/errors.ts';
import type { Square } from '../../core/image.ts';

export interface BitmapRows {
  /** Of a pixel's bytes; the fourth does not count. */
  readonly order: 'rgb' | 'bgr';
  /**
   * @param top first row, counted in the square
   * @param into count * side * 4 bytes, or more
   */
  read(top: number, count: number, into: Uint8Array): Promise<void>;
  close(): void;
}

/** By drawing: what is transparent lies on white. */
export function rowsByCanvas(bitmap: ImageBitmap, { left, top, side }: Square, bandRows: number): BitmapRows {
  const context = canvasContext(side, bandRows);
  context.imageSmoothingEnabled = false;
  context.fillStyle = 'white';
  return {
    order: 'rgb',
    async read(row, count, into) {
      context.fillRect(0, 0, side, count);
      context.drawImage(bitmap, left, top + row, side, count, 0, 0, side, count);
      into.set(context.getImageData(0, 0, side, count).data);
    },
    close: () => undefined,
  };
}

/**
 * As a frame of a video, of which pixels are copied and not drawn: a third of the time.
 * @param bitmap without transparent pixels, and not turned: browsers turn it when it is drawn, not before
 * @returns null where this browser cannot, or would convert the colours
 */
export function rowsByFrame(bitmap: ImageBitmap, { left, top, side }: Square): BitmapRows | null {
  const frame = frameOf(bitmap);
  if (!frame) return null;
  const order = /^RGB[AX]$/.test(frame.format ?? '')
    ? 'rgb'
    : /^BGR[AX]$/.test(frame.format ?? '')
      ? 'bgr'
      : null;
  if (!order) {
    frame.close();
    return null;
  }
  return {
    order,
    async read(row, count, into) {
      const rect = { x: left, y: top + row, width: side, height: count };
      await frame.copyTo(into.subarray(0, count * side * 4), { rect });
    },
    close: () => frame.close(),
  };
}

/** Null also where a side is longer than a video's may be (32,767 pixels in Chromium 156). */
function frameOf(bitmap: ImageBitmap): VideoFrame | null {
  if (typeof VideoFrame === 'undefined') return null;
  try {
    return new VideoFrame(bitmap, { timestamp: 0 });
  } catch {
    return null;
  }
}

/** @throws BinsightError `photo-no-canvas`: an old browser has none for workers, and each has only so much memory for them */
export function canvasContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const canvas = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(width, height);
  // Read back at once, so kept in ordinary memory, not on the GPU.
  const context = canvas?.getContext('2d', { willReadFrequently: true });
  if (!context) throw new BinsightError('photo-no-canvas');
  return context;
}

/** @param pixels 4 bytes each */
export function toRgb(
  pixels: Uint8Array | Uint8ClampedArray,
  order: BitmapRows['order'],
): Uint8Array<ArrayBuffer> {
  const rgb = new Uint8Array((pixels.length / 4) * 3);
  const [red, blue] = order === 'rgb' ? [0, 2] : [2, 0];
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    rgb[to] = pixels[from + red] as number;
    rgb[to + 1] = pixels[from + 1] as number;
    rgb[to + 2] = pixels[from + blue] as number;
  }
  return rgb;
}

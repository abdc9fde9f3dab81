// From a decoded photo to the square that the network sees, in a browser.

import { BinsightError } from '../core/errors.ts';
import { resampleColumns, resampleRows, triangleWeights } from '../core/image/resample.ts';
import { centreSquare, NETWORK_SIDE } from '../core/image.ts';

/** Rows drawn at a time: a tall canvas would double a big photo's memory, and iPhones refuse one past 16.7 Mpx. */
const BAND_ROWS = 256;

/**
 * core's resizeCentreSquare, but band by band, so that the photo's pixels exist only once.
 * @param bitmap upright; decode with `colorSpaceConversion: 'none'`, as Pillow does
 * @returns 224 * 224 * 3, RGB, 0..255: the largest centred square, on white
 * @throws BinsightError photo-undecodable where there is no canvas to be had
 */
export function squareOfBitmap(bitmap: ImageBitmap): Uint8Array<ArrayBuffer> {
  const { left, top, side } = centreSquare(bitmap.width, bitmap.height);
  const weights = triangleWeights(side, NETWORK_SIDE);
  const rows = new Uint8ClampedArray(side * NETWORK_SIDE * 3);
  const context = canvasContext(side, Math.min(side, BAND_ROWS));
  context.imageSmoothingEnabled = false;
  context.fillStyle = 'white';
  for (let row = 0; row < side; row += BAND_ROWS) {
    const count = Math.min(BAND_ROWS, side - row);
    context.fillRect(0, 0, side, count);
    context.drawImage(bitmap, left, top + row, side, count, 0, 0, side, count);
    resampleRows(context.getImageData(0, 0, side, count).data, side, 0, 0, count, weights, rows, row);
  }
  return resampleColumns(rows, weights);
}

export function canvasContext(width: number, height: number): OffscreenCanvasRenderingContext2D {
  // Read back at once, so kept in ordinary memory, not on the GPU.
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new BinsightError('photo-undecodable', { reason: 'no canvas' });
  return context;
}

// Between photos and images of numbers.

import { BinsightError } from '../../core/errors.ts';
import { centreSquare, MEAN_BGR, toNetworkInput } from '../../core/image.ts';
import { canvasContext, toRgb } from '../square/bitmapRows.ts';
import type { FloatImage } from './floatImage.ts';

/**
 * The largest centred square of a photo, upright, on white, at some size: by the browser's own scaling, as no score
 * hangs on it.
 * @returns [side, side, 3], B G R minus their means
 * @throws BinsightError photo-undecodable
 */
export async function photoAsImage(photo: Blob, side: number): Promise<FloatImage> {
  const bitmap = await createImageBitmap(photo).catch((cause: unknown) => {
    throw new BinsightError('photo-undecodable', {}, { cause });
  });
  const context = canvasContext(side, side);
  context.fillStyle = 'white';
  context.fillRect(0, 0, side, side);
  context.imageSmoothingQuality = 'high';
  const square = centreSquare(bitmap.width, bitmap.height);
  context.drawImage(bitmap, square.left, square.top, square.side, square.side, 0, 0, side, side);
  bitmap.close();
  return toNetworkInput(toRgb(context.getImageData(0, 0, side, side).data, 'rgb'));
}

/** @returns RGBA, 0..255 */
export function toPixels(image: FloatImage): Uint8ClampedArray<ArrayBuffer> {
  const [blue, green, red] = MEAN_BGR;
  const pixels = new Uint8ClampedArray((image.length / 3) * 4);
  for (let from = 0, to = 0; from < image.length; from += 3, to += 4) {
    pixels[to] = (image[from + 2] as number) + red;
    pixels[to + 1] = (image[from + 1] as number) + green;
    pixels[to + 2] = (image[from] as number) + blue;
    pixels[to + 3] = 255;
  }
  return pixels;
}

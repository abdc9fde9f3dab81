// Reads photos off the main thread: hash, header, decoding, resampling.

import { expose, transfer } from 'comlink';
import './transfer.ts';
import { NETWORK_SIDE } from '../core/image.ts';
import { canvasContext } from '../network/square/bitmapRows.ts';
import { squareOfBitmap } from '../network/square/squareOfBitmap.ts';
import type { ReaderApi } from './contract.ts';
import { readPhoto } from './photoReader.ts';

const api: ReaderApi = {
  async read(file) {
    const photo = await readPhoto(file);
    return transfer(photo, [photo.square.buffer]);
  },
  async readFrame(frame) {
    try {
      const square = await squareOfBitmap(frame);
      return transfer(square, [square.buffer]);
    } finally {
      frame.close();
    }
  },
};

expose(api);

/** A photo of its own, so that decoders and the like are there when the first one comes; whether it succeeds is all one. */
async function warmUp(): Promise<void> {
  const canvas = canvasContext(NETWORK_SIDE, NETWORK_SIDE).canvas;
  await readPhoto(await canvas.convertToBlob({ type: 'image/jpeg' }));
}
warmUp().catch(() => undefined);

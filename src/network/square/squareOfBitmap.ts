// From a decoded photo to the square that the network sees, in a browser.

import { centreSquare, type Square } from '../../core/image.ts';
import {
  type ResamplingKernels,
  resampleInJavaScript,
  resampleInWasm,
  startResampling,
} from './bandResampler.ts';
import { type BitmapRows, rowsByCanvas, rowsByFrame, toRgb } from './bitmapRows.ts';

export interface BitmapOptions {
  /** Known to be its file's pixels as they are stored there: none is transparent, and it was not turned. */
  readonly asStored?: boolean;
}

export class BitmapSquares {
  #kernels: Promise<ResamplingKernels | null> | null = null;
  /** The kernels have one memory: one photo after another. */
  #last: Promise<unknown> = Promise.resolve();
  /** Whether frames give this browser's pixels unchanged; found out with the first photo. */
  #frames: 'untried' | 'right' | 'wrong' = 'untried';

  /** As `squareOfBitmap`. */
  async squareOf(bitmap: ImageBitmap, asStored: boolean): Promise<Uint8Array<ArrayBuffer>> {
    this.#kernels ??= startResampling();
    const kernels = await this.#kernels;
    const mine = this.#last.then(() => this.#read(bitmap, kernels, asStored));
    this.#last = mine.catch(() => undefined);
    return await mine;
  }

  async #read(
    bitmap: ImageBitmap,
    kernels: ResamplingKernels | null,
    asStored: boolean,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const square = centreSquare(bitmap.width, bitmap.height);
    const { side } = square;
    const { bandRows, band, add, finish } = kernels
      ? resampleInWasm(kernels, side)
      : resampleInJavaScript(side);
    const rows = await this.#open(bitmap, square, bandRows, asStored);
    try {
      for (let row = 0; row < side; row += bandRows) {
        const count = Math.min(bandRows, side - row);
        await rows.read(row, count, band);
        add(count);
      }
      return toRgb(finish(), rows.order);
    } finally {
      rows.close();
    }
  }

  async #open(bitmap: ImageBitmap, square: Square, bandRows: number, asStored: boolean): Promise<BitmapRows> {
    const copied = asStored && this.#frames !== 'wrong' ? rowsByFrame(bitmap, square) : null;
    if (copied && this.#frames === 'right') return copied;
    const drawn = rowsByCanvas(bitmap, square, bandRows);
    if (!copied) return drawn;
    this.#frames = (await giveTheSame(copied, drawn, square, bandRows)) ? 'right' : 'wrong';
    const [chosen, other] = this.#frames === 'right' ? [copied, drawn] : [drawn, copied];
    other.close();
    return chosen;
  }
}

const squares = new BitmapSquares();

/**
 * core's resizeCentreSquare, bit for bit, but band by band.
 * @param bitmap upright; decode with `colorSpaceConversion: 'none'`, as Pillow does. Not to be closed before the answer
 * @returns 224 * 224 * 3, RGB, 0..255: the largest centred square, on white
 * @throws BinsightError `photo-no-canvas` where there is no canvas to be had
 */
export const squareOfBitmap = async (
  bitmap: ImageBitmap,
  { asStored = false }: BitmapOptions = {},
): Promise<Uint8Array<ArrayBuffer>> => await squares.squareOf(bitmap, asStored);

/** Do both read the same of the photo's first rows? */
async function giveTheSame(
  copied: BitmapRows,
  drawn: BitmapRows,
  { side }: Square,
  count: number,
): Promise<boolean> {
  const [mine, theirs] = [new Uint8Array(count * side * 4), new Uint8Array(count * side * 4)];
  try {
    await copied.read(0, count, mine);
  } catch {
    return false;
  }
  await drawn.read(0, count, theirs);
  const [found, expected] = [toRgb(mine, copied.order), toRgb(theirs, drawn.order)];
  return found.every((level, i) => level === expected[i]);
}

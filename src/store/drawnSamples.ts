// The sample cars that need no outside file: drawn from seeds, then made into photos like any other.

import { type CarKind, DRAWING_HEIGHT, DRAWING_WIDTH, drawCar } from '../core/drawnCars.ts';
import type { Arrival } from './actions.ts';
import { TRAY } from './project.ts';

/**
 * Seeds, chosen so that both bins hold the same ten colours, the same kinds of places and skies (two nights each),
 * and as many cars facing left as right: with only ten pictures a bin, an accident of these would be learned as a
 * clue. With the first twenty seeds, whose bins hold one night each, most of the few mistakes were old cars at night.
 */
const BIN_SEEDS: Readonly<Record<CarKind, readonly number[]>> = {
  classic: [1808, 3486, 105, 2243, 2988, 375, 1321, 3952, 3229, 5552],
  modern: [1638, 30, 9017, 3391, 4788, 1427, 879, 633, 260, 2404],
};

const TEST_CARS: readonly (readonly [CarKind, number])[] = [
  ['classic', 532],
  ['modern', 2],
  ['modern', 374],
  ['classic', 1602],
  ['modern', 573],
  ['classic', 267],
  ['modern', 120],
];

/** What the test drawings really are, in the order of their numbers; their names don't say it. */
export const SAMPLE_TEST_KINDS: readonly CarKind[] = TEST_CARS.map(([kind]) => kind);

interface Sample {
  readonly kind: CarKind;
  readonly seed: number;
  readonly name: string;
  readonly target: Arrival['target'];
}

const SAMPLES: readonly Sample[] = [
  ...(['classic', 'modern'] as const).flatMap((kind) =>
    BIN_SEEDS[kind].map((seed, i) => ({
      kind,
      seed,
      name: `drawn-${kind}-${String(i + 1).padStart(2, '0')}.png`,
      target: { label: kind },
    })),
  ),
  ...TEST_CARS.map(([kind, seed], i) => ({
    kind,
    seed,
    name: `drawn-test-${i + 1}.png`,
    target: { place: TRAY },
  })),
];

/** Ten drawings for each of the bins `classic` and `modern`, and seven for the tray. */
export async function drawSampleCars(): Promise<Arrival[]> {
  // All at once, because each waits up to a second for Chromium to be idle before it is encoded.
  return await Promise.all(
    SAMPLES.map(async ({ kind, seed, name, target }) => {
      const picture = await rasterise(drawCar(kind, seed));
      return { name, file: new File([picture], name, { type: picture.type }), target };
    }),
  );
}

/**
 * @param svg a complete SVG picture without outside references
 * @returns it as a PNG of width x height pixels
 */
export async function rasterise(svg: string, width = DRAWING_WIDTH, height = DRAWING_HEIGHT): Promise<Blob> {
  const image = await loadPicture(svg);
  const canvas = new OffscreenCanvas(width, height);
  // Read back at once, so kept in ordinary memory, not on the GPU.
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('This browser gives no canvas to draw on');
  context.drawImage(image, 0, 0, width, height);
  return await canvas.convertToBlob({ type: 'image/png' });
}

async function loadPicture(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  // A data: address, because some browsers count a canvas as tainted by an SVG from a blob: address.
  await new Promise((resolve, reject) => {
    image.onload = resolve;
    image.onerror = () => reject(new Error('This browser could not read a drawing'));
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });
  return image;
}

// Photos as text that stands in the report itself (data: addresses), small enough that hundreds fit.

import { TRAY } from '../../store/project.ts';
import type { State } from '../../store/state.ts';

/** By SHA-256 of the photo; those that are not there could not be drawn. */
export type Pictures = ReadonlyMap<string, string>;

/** Pixels of a side: what the network saw of a test photo; enough to know a training photo by. */
const TEST_SIDE = 224;
const TRAINING_SIDE = 112;
const QUALITY = 0.85;

/** Needs a document: draws the thumbnails that the page shows. */
export async function loadPictures({ history: { present }, work }: State): Promise<Pictures> {
  const canvas = document.createElement('canvas');
  const sides = new Map<string, { readonly address: string; readonly side: number }>();
  for (const { key, place } of present.photos) {
    const done = work[key];
    if (done?.status !== 'ready') continue;
    const { sha256, thumbnail } = done.picture;
    const side = Math.max(place === TRAY ? TEST_SIDE : TRAINING_SIDE, sides.get(sha256)?.side ?? 0);
    sides.set(sha256, { address: thumbnail, side });
  }
  const pictures = new Map<string, string>();
  for (const [sha256, { address, side }] of sides) {
    const picture = await draw(canvas, address, side);
    if (picture !== null) pictures.set(sha256, picture);
  }
  return pictures;
}

/** The page's policy lets nobody fetch a blob: address, but images may show it. */
async function draw(canvas: HTMLCanvasElement, address: string, side: number): Promise<string | null> {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return null;
  }
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, side, side);
  return canvas.toDataURL('image/jpeg', QUALITY);
}

// A dream's picture as a file.

import type { DreamPicture } from '../../../workers/contract.ts';

export function drawPicture(canvas: HTMLCanvasElement, { pixels, side }: DreamPicture): void {
  canvas.width = side;
  canvas.height = side;
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, side, side), 0, 0);
}

/** @returns a PNG: not one pixel is changed */
export function encodePicture(picture: DreamPicture): Promise<Blob> {
  const canvas = document.createElement('canvas');
  drawPicture(canvas, picture);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
  });
}

// Why sharp made nothing of a file: it is damaged, of a format that sharp does not read, or no photo at all.

import { readSignature } from '../../../workers/photoSignature.ts';

/** What sharp reads as npm installs it, and its name on the screen. */
const READS: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'JPEG'],
  ['image/png', 'PNG'],
  ['image/webp', 'WebP'],
  ['image/gif', 'GIF'],
  ['image/avif', 'AVIF'],
  ['image/tiff', 'TIFF'],
]);
/** What it does not, but predict.py does. */
const PYTHON_READS: ReadonlyMap<string, string> = new Map([
  ['image/bmp', 'BMP'],
  ['image/x-icon', 'ICO'],
  ['image/jp2', 'JPEG 2000'],
]);

/** An SVG drawing is refused as on the page, though sharp could draw it. */
export const isDrawing = (bytes: Uint8Array): boolean => readSignature(bytes).kind === 'svg';

/**
 * @param bytes the whole file, not empty
 * @param reason sharp's, one line
 * @returns what is wrong with it, and what to do
 */
export function whyUndecoded(bytes: Uint8Array, reason: string): string {
  const found = readSignature(bytes);
  if (found.kind === 'svg') return 'An SVG drawing has no pixels of its own. Save it as PNG.';
  if (found.kind === 'unsupported')
    return `Its format is ${found.type}, which predict.mjs does not read. ${SAVE}`;
  if (found.kind === 'other') {
    if (found.found === 'zeros') return 'It is damaged: it begins with nothing but zeros. Copy it again.';
    if (found.found === undefined)
      return `It is damaged, or no photo that sharp can read (${reason}). Copy it again, or save it as JPEG or PNG.`;
    return `It is no photo but ${found.found}, whatever its name says. Give JPEG or PNG.`;
  }
  const { mediaType } = found;
  const read = READS.get(mediaType);
  if (read) return `It is damaged (${read}: ${reason}). Copy it again, or save it anew.`;
  const python = PYTHON_READS.get(mediaType);
  if (python)
    return `Its format is ${python}, which predict.mjs does not read. Take predict.py, or save it as PNG.`;
  return `Its format is ${found.kind === 'maybe' ? found.type : mediaType}, which predict.mjs does not read. ${SAVE}`;
}

const SAVE = 'Save it as JPEG or PNG.';

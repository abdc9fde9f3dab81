// A photo's file becomes pixels, in Node: read, decoded and turned upright by sharp.

import { isGarbled, loadInstalled, node } from './node.ts';
import type { Pixels } from './predictor.ts';
import { isDrawing, whyUndecoded } from './whyUndecoded.ts';

/** A photo that cannot be judged: what is wrong with it, and what to do. */
export class PhotoProblem extends Error {}

/** As much as the page takes. */
const MOST_PIXELS = 100_000_000;

/** @throws PhotoProblem; Error when sharp is not installed */
export async function readPhoto(path: string): Promise<Pixels> {
  const bytes = await node.fs.promises.readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new PhotoProblem(describeUnreadable(path, error));
  });
  if (bytes.length === 0) throw new PhotoProblem('The file is empty. Copy it again from where it came.');
  if (isDrawing(bytes)) throw new PhotoProblem(whyUndecoded(bytes, ''));
  const sharp = loadInstalled('sharp') as typeof openImage;
  try {
    // Colour profiles are ignored, as the page does.
    const photo = sharp(bytes, { failOn: 'truncated', ignoreIcc: true, limitInputPixels: MOST_PIXELS });
    const { space, format } = await photo.metadata();
    // What browsers do, and so the page: EXIF data turn JPEG and PNG, but no WebP; AVIF is turned by its own rules.
    const upright = format === 'webp' ? photo : photo.autoOrient();
    const pixels =
      space === 'cmyk'
        ? upright.pipelineColourspace('cmyk').toColourspace('cmyk')
        : upright.flatten({ background: '#ffffff' }).toColourspace('srgb').ensureAlpha();
    const { data, info } = await pixels.raw().toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    return { data: space === 'cmyk' ? mixInks(data) : new Uint8ClampedArray(data), width, height };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new PhotoProblem(
      reason.includes('exceeds pixel limit')
        ? 'It has more than 100 million pixels. Save it smaller.'
        : whyUndecoded(bytes, reason.trim()),
    );
  }
}

/** Cyan, magenta, yellow and black to red, green, blue and opaque, as browsers and Pillow do without a profile. */
function mixInks(inks: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(inks.length);
  for (let i = 0; i < inks.length; i += 4) {
    const paper = 255 - (inks[i + 3] as number);
    for (let c = i; c < i + 3; c++) rgba[c] = ((255 - (inks[c] as number)) * paper) / 255;
    rgba[i + 3] = 255;
  }
  return rgba;
}

function describeUnreadable(path: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' && isGarbled(path))
    return 'Its name is not UTF-8, so that Node cannot open it. Rename it, or take predict.py.';
  if (code === 'ENOENT') return 'There is no such file. Check its name and folder.';
  if (code === 'EISDIR')
    return 'This is a folder. Give the photos in it, or the folder before the program starts.';
  if (code === 'EACCES') return 'The file may not be read. Change its permissions.';
  return `The file could not be read (${message}). Copy it to this machine's own disk.`;
}

interface Sharp {
  metadata(): Promise<{ space?: string; format?: string }>;
  autoOrient(): Sharp;
  flatten(options: { background: string }): Sharp;
  pipelineColourspace(name: string): Sharp;
  toColourspace(name: string): Sharp;
  ensureAlpha(): Sharp;
  raw(): Sharp;
  toBuffer(options: {
    resolveWithObject: true;
  }): Promise<{ data: Uint8Array; info: { width: number; height: number } }>;
}

/** The parts of sharp that are used. */
declare function openImage(
  bytes: Uint8Array,
  options: { failOn: 'truncated'; ignoreIcc: boolean; limitInputPixels: number },
): Sharp;

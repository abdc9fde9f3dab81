// Every sentence that depends on what happened. Errors name the file, the cause and the remedy.

import type { BinsightError } from '../core/errors.ts';
import type { NoveltyRule } from '../core/novelty.ts';
import type { Precision } from '../network/manifest.ts';
import type { UnevenBins } from './unevenBins.ts';

export const photos = (count: number): string => (count === 1 ? '1 photo' : `${count} photos`);

export function list(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** "about 4 s", "about 2 min": never more exact than it is. */
export function roughly(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return 'less than a second';
  return seconds < 90 ? `about ${Math.ceil(seconds)} s` : `about ${Math.round(seconds / 60)} min`;
}

export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`;
}

/** An ImageNet class by name; by number while the names are not there. */
export const imagenetName = (names: readonly string[], index: number): string =>
  names[index] ?? `class ${index}`;

/**
 * A true minus sign, and a plus where the number is not negative: columns line up. A small number gets as many digits
 * as it takes to be seen, so that what pushes a little never reads as nothing.
 */
export function signed(value: number, digits = 2): string {
  const size = Math.abs(value);
  let shown = digits;
  while (size >= LEAST && Number(size.toFixed(shown)) === 0) shown++;
  return `${value < 0 && size >= LEAST ? '\u2212' : '+'}${size.toFixed(shown)}`;
}

/** Below this a number is rounding. */
const LEAST = 1e-6;

/** With a true minus sign, and none where it would stand before zeros. */
export const unsigned = (value: number, digits = 2): string => signed(value, digits).replace('+', '');

export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '<1 %';
  if (share < 1 && share >= 0.995) return '>99 %';
  return `${Math.round(share * 100)} %`;
}

export const PRECISION_NAMES: Readonly<Record<Precision, string>> = {
  uint8: '8-bit',
  float16: '16-bit',
  float32: '32-bit',
};

export const BACKEND_NAMES = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WASM',
  cpu: 'plain JavaScript',
} as const;

/** Of a worker's code. */
const COMES_BY_ITSELF = 'Check the connection (it is tried again by itself), or reload the page.';

/** Whatever words browsers have for it. */
const isOfMemory = (reason: unknown): boolean => /memory|allocation failed/i.test(String(reason));

/** Why a photo cannot be used, and what to do. The tile or list names the file. */
export function photoProblem({ code, detail }: BinsightError): string {
  switch (code) {
    case 'photo-empty':
      return 'The file is empty (0 bytes). Copy it again from where it came from.';
    case 'photo-unreadable':
      return 'The file could not be read: it was moved, changed or deleted. Drop it again.';
    case 'photo-lost':
      return 'The photo is no longer in this browser’s storage: it was cleared. Drop the photo again.';
    case 'photo-damaged':
      return 'What this browser has kept of the photo is damaged. Remove it, and drop the photo again.';
    case 'photo-svg':
      return 'An SVG drawing has no pixels of its own. Save it as PNG and drop that.';
    case 'photo-not-an-image':
      if (detail.found === 'zeros')
        return 'The file is damaged: it begins with nothing but zeros. Copy it again.';
      return `This is ${detail.found ? `${article(String(detail.found))} file` : 'no photo'}, whatever its name says. Drop a JPEG, PNG, WebP, AVIF, GIF or BMP.`;
    case 'photo-unsupported':
      return `This browser cannot read ${detail.type} photos. Save it as JPEG and drop that.`;
    case 'photo-truncated':
      return 'The file is cut short: its end is missing. Copy or download it again.';
    case 'photo-undecodable':
      return 'The file is damaged: this browser cannot decode it. Open and save it anew, or take another copy.';
    case 'photo-too-many-pixels':
      return `It has ${detail.width} × ${detail.height} pixels, more than 100 megapixels. Save it smaller; 300 × 300 is plenty.`;
    case 'photo-too-large':
      return `The file has ${megabytes(Number(detail.bytes))}; more than 256 MB is not read. Save it smaller.`;
    case 'photo-no-canvas':
      return 'This browser gives the page nothing to draw photos on. Update it or take another; if memory is short, close other tabs.';
    case 'worker-timeout':
      return `It took longer than ${detail.seconds} s. Try it again, or save it smaller.`;
    case 'worker-missing':
      return `A part of this page could not be fetched. ${COMES_BY_ITSELF}`;
    default:
      if (isOfMemory(detail.reason))
        return 'There was not enough memory for it. Close other tabs or programs, then try it again.';
      return `Something went wrong inside this page (${code}${detail.reason ? `: ${detail.reason}` : ''}). Try it again.`;
  }
}

/** The same in a word or two, for a small tile. */
export function shortProblem({ code, detail }: BinsightError): string {
  switch (code) {
    case 'photo-empty':
      return 'empty file';
    case 'photo-unreadable':
      return 'not readable';
    case 'photo-lost':
      return 'no longer here';
    case 'photo-damaged':
      return 'damaged copy';
    case 'photo-svg':
      return 'SVG drawing';
    case 'photo-not-an-image':
      return 'no photo';
    case 'photo-unsupported':
      return `${detail.type} file`;
    case 'photo-truncated':
      return 'cut short';
    case 'photo-undecodable':
      return 'damaged';
    case 'photo-too-many-pixels':
    case 'photo-too-large':
      return 'too large';
    case 'worker-timeout':
      return 'took too long';
    default:
      return 'failed';
  }
}

/** Why the network is not there, and what to do. */
export function networkProblem({ code, detail }: BinsightError): string {
  switch (code) {
    case 'model-missing':
      return 'The weights of Inception v1 are not on this server.';
    case 'model-network':
      return `${detail.file} could not be fetched (${typeof detail.status === 'number' ? `HTTP ${detail.status}` : detail.status}). Check the connection and try again.`;
    case 'model-checksum':
      return `${detail.file} is damaged: its SHA-256 is not the expected one. Fetch it again; on the server, delete public/models/inception-v1/manifest.json and run npm start.`;
    case 'model-file-missing':
      return `${detail.file} is missing. Give all files of the prepared folder together.`;
    case 'model-no-files':
      return `There is no manifest.json with its .bin files among these, and no bvlc_googlenet.caffemodel (but ${detail.file}).`;
    case 'model-unknown':
      return `${detail.file} is not from a model that this version of Binsight prepares. Run npm run prepare-model again.`;
    case 'model-not-caffemodel':
      return `This is not bvlc_googlenet.caffemodel: ${detail.reason}.`;
    case 'model-not-kept':
      return 'This browser does not let the page store the model (its storage is full or switched off). Free some space, or use a window that is not private.';
    case 'backend-none':
      if (isOfMemory(detail.tried))
        return `There is not enough memory for the network (${detail.tried}). Close other tabs or programs, then try again.`;
      return `No way of computing works in this browser (${detail.tried}). Update the browser, or try another.`;
    case 'worker-missing':
      return 'The part of this page that runs the network could not be fetched. Check the connection and try again, or reload the page.';
    case 'worker-timeout':
      return `Starting the network took longer than ${detail.seconds} s. Try again, or take another browser.`;
    default:
      return `The network could not be started (${code}${detail.reason ? `: ${detail.reason}` : ''}). Check the connection and try again.`;
  }
}

/** The rule by which a photo is called neither, in its own numbers. */
export const noveltyText = (rule: NoveltyRule | null): string =>
  rule
    ? `Neither: a photo that is less than ${rule.limit.toFixed(2)} alike to every photo it learned from (1 is the same). Those have one that is ${rule.median.toFixed(2)} alike, typically; the limit follows from that.`
    : 'Neither: a photo that is like none of those it learned from. Once a bin holds two photos, it is clear how alike they are.';

/** A single photo cannot be left out, so that nothing can be learned of where to put the threshold. */
export const unevenText = ({ small, large }: UnevenBins): string =>
  `${small.label} has ${photos(small.photos)}, ${large.label} ${large.photos}: more than 3 to 1. ${
    small.photos > 1
      ? 'The threshold has been moved to make up for it; more photos would be better.'
      : 'Verdicts lean to the larger bin; add photos to the smaller.'
  }`;

export function trainingProblem({ code, detail }: BinsightError): string {
  switch (code) {
    case 'train-indistinct':
      return Number(detail.twins) > 0
        ? `Nothing to tell apart: ${detail.twins === 1 ? '1 photo lies' : `${detail.twins} photos lie`} in more than one bin, and the bins cancel out. Take ${detail.twins === 1 ? 'it' : 'them'} out of one.`
        : 'Nothing to tell apart: to the network, the photos in the bins look the same. Put other photos into one of them.';
    case 'worker-missing':
      return `The part of this page that learns could not be fetched. ${COMES_BY_ITSELF}`;
    case 'worker-timeout':
      return `Learning took longer than ${detail.seconds} s. Take some photos out of the bins.`;
    default:
      return `Learning failed (${code}). Move or remove a photo to try again.`;
  }
}

/** Part of the evaluation is missing, and why. */
export function evaluationProblem({ code, detail }: BinsightError): string {
  if (code === 'worker-missing')
    return `The part of this page that works this out could not be fetched. ${COMES_BY_ITSELF}`;
  const cause =
    code === 'worker-timeout' ? `it took longer than ${detail.seconds} s` : `its worker failed (${code})`;
  return `Not all of this could be worked out: ${cause}. Add, move or take out a photo to try again.`;
}

const article = (noun: string): string =>
  `${/^[aeiou]|^HTML|^XML|^MP|^SVG/i.test(noun) ? 'an' : 'a'} ${noun}`;

// selfcheck/: some of the user's own photos with what the page said of them, so that anybody can see that a machine
// computes the same.

import { roundToFloat32 } from '../model/writeModel.ts';
import type { BundleEntry } from './bundleFiles.ts';
import type { Expected, ExpectedPhoto } from './expected.ts';

/** A photo, and what the page says of it. */
export interface SelfcheckSample {
  /** The file's name on the page. */
  readonly name: string;
  /** Its bytes as they came. */
  readonly file: Blob | Uint8Array;
  readonly mediaType: string;
  /** [224, 224, 3] RGB, 0..255: what the network saw. */
  readonly square: Uint8Array;
  readonly logits: Float32Array;
  /** One per label (two labels: [-score, score]). */
  readonly scores: readonly number[];
  /** The label, or `neither`. */
  readonly verdict: string;
  /** To the most similar training photo; null where there is no novelty rule. */
  readonly similarity: number | null;
}

/** More would make the zip bigger and tell nothing new. */
export const MOST_SAMPLES = 10;

/**
 * Measured with the page's WebAssembly on the talk's cars, against onnxruntime and OpenCV: scores differ by 1e-6, logits
 * by 2e-5, similarities by 1e-7, from the same pixels and from the files alike, as Chromium, Pillow and sharp decode a
 * JPEG to the same pixels. What is allowed from the same pixels has room for a GPU's arithmetic, what is allowed from
 * the files for other decoders.
 */
const TOLERANCE: Expected['tolerance'] = {
  pixels: { scores: 0.001, logits: 0.005, similarity: 0.001 },
  files: { scores: 0.05, logits: null, similarity: 0.01 },
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/svg+xml': 'svg',
  'image/x-icon': 'ico',
};

/** @param samples at most `MOST_SAMPLES` are taken */
export function* selfcheckFiles(samples: readonly SelfcheckSample[]): Generator<BundleEntry> {
  const photos: ExpectedPhoto[] = [];
  for (const [i, sample] of samples.slice(0, MOST_SAMPLES).entries()) {
    const { name, mediaType, logits, scores, verdict, similarity } = sample;
    const stem = `photo-${String(i + 1).padStart(2, '0')}`;
    const file = `${stem}.${EXTENSIONS[mediaType] ?? mediaType.replace(/^.*\//, '')}`;
    const square = `${stem}.rgb`;
    yield { path: `selfcheck/${file}`, data: sample.file };
    yield { path: `selfcheck/${square}`, data: sample.square };
    photos.push({
      file,
      name,
      square,
      scores: [...scores],
      verdict,
      similarity,
      logits: Array.from(logits, roundToFloat32),
    });
  }
  const about =
    'What the page said of these photos. The .rgb files are the squares that the network saw: 224 x 224 pixels, 3 bytes each (red, green, blue), row by row.';
  yield {
    path: 'selfcheck/expected.json',
    data: `${JSON.stringify({ about, tolerance: TOLERANCE, photos })}\n`,
  };
}

// A bundle of a model with made-up weights: made in a second, and whole, for tests that no verdict matters to.

import { unitRows } from '../../src/core/novelty.ts';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { BundleRequest } from '../../src/export/bundle/bundleFiles.ts';
import type { SelfcheckSample } from '../../src/export/bundle/selfcheckFiles.ts';
import { parseManifest } from '../../src/network/manifest.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { madeUpTensors } from './smallTensors.ts';

const LABELS = ['ripe', '`un|ripe`'];

/** With 14 samples, more than a bundle holds; their files are no photos. */
export async function madeUpBundle(): Promise<BundleRequest> {
  const rows = [0, 1, 2, 3].map((photo) =>
    Float32Array.from({ length: 1000 }, (_, j) => Math.sin((photo + 1) * j)),
  );
  const targets = [0, 0, 1, 1];
  // So small that no layer makes more of them than a float32 holds.
  const tensors = new Map(
    [...madeUpTensors()].map(([path, values]) => [path, values.map((value) => value / 1000)]),
  );
  const { manifest, shards } = await prepareModel(tensors, 'uint8');
  const sample = (name: string, mediaType: string): SelfcheckSample => ({
    name,
    file: new Blob([name]),
    mediaType,
    square: new Uint8Array(224 * 224 * 3).fill(7),
    logits: rows[0] ?? new Float32Array(),
    scores: [-1.25, 1.25],
    verdict: 'neither',
    similarity: 0.5,
  });
  return {
    name: 'Tomatoes *2026*',
    created: '2026-11-23T12:00:00.000Z',
    classifier: trainClassifier({ labels: LABELS, rows, targets, seed: 1 }),
    kind: 'logits',
    photos: [2, 2],
    novelty: { limit: 0.7, median: 0.9, photos: 4 },
    neither: true,
    calibration: { status: 'withheld', reason: 'few', least: 1 },
    model: { manifest: parseManifest(manifest), shards },
    modelId: 'inception-v1/uint8',
    units: unitRows(rows),
    classNames: Array.from({ length: 1000 }, (_, i) => `class ${i}`),
    samples: [
      sample('größe/1.jpg', 'image/jpeg'),
      sample('=x.webp', 'image/webp'),
      ...Array.from({ length: 12 }, () => sample('x.png', 'image/png')),
    ],
  };
}

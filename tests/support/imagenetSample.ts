// The reference logits of the 100 sample photos, one photo of each of 100 ImageNet classes, for tests that run in Node.

import { readFileSync } from 'node:fs';
import { readFloat32, sharedFile } from './shared.ts';

const CLASSES = 1000;

interface Sample {
  /** The photos whose class lies between two of ImageNet's, both included; kinds lie together (dogs: 151 to 268). */
  readonly between: (first: number, last: number) => number[];
  /** The logits of a photo. */
  readonly row: (photo: number) => Float32Array;
}

export function readImagenetSample(): Sample {
  const matrix = readFloat32(sharedFile('expected/imagenet-sample-logits-100x1000.f32'));
  const { label } = JSON.parse(readFileSync(sharedFile('expected/imagenet-sample.json'), 'utf8')) as {
    label: number[];
  };
  return {
    between: (first, last) =>
      [...label.keys()].filter((i) => (label[i] ?? NaN) >= first && (label[i] ?? NaN) <= last),
    row: (photo) => matrix.subarray(photo * CLASSES, (photo + 1) * CLASSES),
  };
}

// Photos through the page's own road in browser tests: decode, resample, network.

import type { Features } from '../../src/core/types.ts';
import type { Network } from '../../src/network/network.ts';
import { readPhoto } from '../../src/workers/photoReader.ts';
import { fetchShared } from './sharedInBrowser.ts';

export async function featurizeShared(network: Network, path: string): Promise<Features> {
  const { square } = await readPhoto(await (await fetchShared(path)).blob());
  return await network.featurize(square);
}

/** Indices of the largest values, largest first. */
export const largest = (values: Float32Array, count: number): number[] =>
  [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0)).slice(0, count);

export function cosine(a: Float32Array, b: Float32Array): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  a.forEach((value, i) => {
    const other = b[i] ?? Number.NaN;
    ab += value * other;
    aa += value * value;
    bb += other * other;
  });
  return ab / Math.sqrt(aa * bb);
}

export interface ImagenetSample {
  readonly files: readonly string[];
  readonly label: readonly number[];
}

interface SampleAccuracy {
  /** Shares of the photos whose class is the network's first, or among its first five. */
  readonly top1: number;
  readonly top5: number;
  /** One row per photo. */
  readonly logits: readonly Float32Array[];
}

/** What the network says of the 100 sample photos. */
export async function sampleAccuracy(network: Network): Promise<SampleAccuracy> {
  const { files, label } = (await (
    await fetchShared('expected/imagenet-sample.json')
  ).json()) as ImagenetSample;
  let top1 = 0;
  let top5 = 0;
  const rows: Float32Array[] = [];
  for (const [i, file] of files.entries()) {
    const { logits } = await featurizeShared(network, `images/imagenet-sample/${file}`);
    rows.push(logits);
    const best = largest(logits, 5);
    if (best[0] === label[i]) top1++;
    if (best.includes(label[i] ?? -1)) top5++;
  }
  return { top1: top1 / files.length, top5: top5 / files.length, logits: rows };
}

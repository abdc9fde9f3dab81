// From JPEG files to logits, with the weights the page downloads and with full precision, on WASM.

import { beforeAll, describe, expect } from 'vitest';
import { isNovel, learnNovelty, nearestPhotos, unitRows } from '../../src/core/novelty.ts';
import { parseLabels } from '../../src/network/labels.ts';
import { arrived, verifyPrepared } from '../../src/network/loadModel.ts';
import type { Network } from '../../src/network/network.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import type { SourceTensors } from '../../src/network/sourceTensors.ts';
import { startNetwork } from '../../src/network/startNetwork.ts';
import { cosine, featurizeShared, largest, sampleAccuracy } from '../support/photos.ts';
import {
  fetchFloat32,
  fetchShared,
  fetchSourceTensors,
  hasShared,
  testWithShared,
} from '../support/sharedInBrowser.ts';

async function logitsOf(network: Network, files: readonly string[]): Promise<Float32Array[]> {
  const rows: Float32Array[] = [];
  for (const file of files) rows.push((await featurizeShared(network, file)).logits);
  return rows;
}

let tensors: SourceTensors;

beforeAll(async () => {
  if (hasShared) tensors = await fetchSourceTensors();
});

describe('8-bit weights', () => {
  let network: Network;
  beforeAll(async () => {
    if (!hasShared) return;
    ({ network } = await startNetwork(
      arrived(await verifyPrepared(await prepareModel(tensors, 'uint8'))),
      'wasm',
    ));
  });

  testWithShared('keep their accuracy on 100 ImageNet photos, which are no cars', async () => {
    const { top1, top5, logits } = await sampleAccuracy(network);
    expect(top1).toBeGreaterThanOrEqual(0.75);
    expect(top5).toBeGreaterThanOrEqual(0.9);

    // The talk's cars: the cat, seven to test, then ten of each bin.
    const { files } = (await (await fetchShared('expected/googlenet.json')).json()) as { files: string[] };
    const [cat, ...cars] = await logitsOf(network, files);
    const units = unitRows(cars.slice(7));
    const rule = learnNovelty(
      cars.slice(7),
      cars.slice(7).map((_, i) => (i < 10 ? 0 : 1)),
    );
    if (!rule || !cat) throw new Error('nothing was learned');
    const isNeither = (row: Float32Array) => isNovel(rule, nearestPhotos(units, row, 1)[0]?.similarity ?? 1);
    expect(cars.slice(0, 7).filter(isNeither)).toHaveLength(0);
    expect(isNeither(cat)).toBe(true);
    expect(logits.filter(isNeither).length).toBeGreaterThanOrEqual(95);
  });

  testWithShared('see a cat as a cat', async () => {
    const { logits } = await featurizeShared(network, 'images/cat-with-tongue_224x224.jpg');
    const names = parseLabels(await (await fetchShared('models/bvlc-googlenet/synset_words.txt')).text());
    const top4 = largest(logits, 4).map((index) => names[index]);
    expect(new Set(top4)).toEqual(new Set(['Egyptian cat', 'lynx', 'tabby', 'tiger cat']));
  });
});

describe('32-bit weights', () => {
  testWithShared('agree with PyTorch on the 28 photos, decoded and scaled by the page', async () => {
    const model = await verifyPrepared(await prepareModel(tensors, 'float32'));
    const { network } = await startNetwork(arrived(model), 'wasm');
    const { files } = (await (await fetchShared('expected/googlenet.json')).json()) as { files: string[] };
    const logits = await fetchFloat32('expected/logits-28x1000.f32');
    const pool5 = await fetchFloat32('expected/pool5-28x1024.f32');
    for (const [i, file] of files.entries()) {
      const found = await featurizeShared(network, file);
      const expected = logits.subarray(i * 1000, (i + 1) * 1000);
      expect(largest(found.logits, 1), file).toEqual(largest(expected, 1));
      expect(cosine(found.logits, expected), `${file}: logits`).toBeGreaterThan(0.99);
      expect(cosine(found.pool5, pool5.subarray(i * 1024, (i + 1) * 1024)), `${file}: pool5`).toBeGreaterThan(
        0.99,
      );
    }
    network.dispose();
  });
});

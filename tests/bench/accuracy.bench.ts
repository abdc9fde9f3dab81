// How often the network is right on the 100 sample photos, at each precision. Run by `npm run bench`.

import { expect } from 'vitest';
import { commands } from 'vitest/browser';
import { PRECISIONS } from '../../src/core/modelId.ts';
import { arrived, verifyPrepared } from '../../src/network/loadModel.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { startNetwork } from '../../src/network/startNetwork.ts';
import { sampleAccuracy } from '../support/photos.ts';
import { fetchSourceTensors, testWithShared } from '../support/sharedInBrowser.ts';

testWithShared('accuracy at each precision', async () => {
  const tensors = await fetchSourceTensors();
  const results: Record<string, { top1: number; top5: number }> = {};
  for (const precision of PRECISIONS) {
    const model = await verifyPrepared(await prepareModel(tensors, precision));
    const { network } = await startNetwork(arrived(model), 'wasm');
    const { top1, top5 } = await sampleAccuracy(network);
    results[precision] = { top1, top5 };
    network.dispose();
  }
  await commands.writeFile('test-results/accuracy.json', JSON.stringify(results));
  expect(Object.keys(results)).toHaveLength(3);
});

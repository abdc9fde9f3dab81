// Our dequantised weights against TensorFlow.js' own decoder, bit for bit, in all precisions.

import { io } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { PRECISIONS } from '../../../src/core/modelId.ts';
import { dequantise } from '../../../src/network/dequantise.ts';
import { listShards, parseManifest } from '../../../src/network/manifest.ts';
import { prepareModel } from '../../../src/network/prepareModel.ts';
import { madeUpTensors } from '../../support/smallTensors.ts';

const tensors = madeUpTensors();

describe.each(PRECISIONS)('in %s', (precision) => {
  const prepared = prepareModel(tensors, precision);

  it('gives what io.decodeWeights gives', async () => {
    const { manifest: text, shards } = await prepared;
    const manifest = parseManifest(text);
    // Some weights begin in one shard and end in the next.
    expect(listShards(manifest).length).toBeGreaterThan(1);
    const [group] = manifest.weightsManifest;
    const bytes = io.concatenateArrayBuffers(shards.map((shard) => shard.bytes.buffer));
    const theirs = io.decodeWeights(bytes, group?.weights as io.WeightsManifestEntry[]);
    const read = dequantise({ manifest, shards });
    expect(group?.weights).toHaveLength(116);
    for (const { name } of group?.weights ?? []) {
      const expected = new Uint32Array(Float32Array.from((await theirs[name]?.data()) ?? []).buffer);
      // As bits: a NaN or a -0 must not slip through. Not toEqual, which takes seconds on 7 million numbers.
      const found = new Uint32Array(read(name).buffer);
      expect(found.length, name).toBe(expected.length);
      expect(
        found.findIndex((value, i) => value !== expected[i]),
        name,
      ).toBe(-1);
      theirs[name]?.dispose();
    }
  });
});

it('does not go on where shards or weights are missing', async () => {
  const { manifest: text, shards } = await prepareModel(tensors, 'uint8');
  const manifest = parseManifest(text);
  const read = dequantise({ manifest, shards: shards.slice(0, 1) });
  expect(read('conv1/7x7_s2/bias')).toHaveLength(64);
  expect(() => read('loss3/classifier/bias')).toThrow('the shards end before loss3/classifier/bias');
  expect(() => read('conv1/filter')).toThrow('no weight conv1/filter');
});

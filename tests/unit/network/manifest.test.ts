// What the page accepts as a manifest: one of its own, or nothing.

import { describe, expect, it } from 'vitest';
import { listShards, parseManifest } from '../../../src/network/manifest.ts';

const group = {
  paths: ['uint8-1of2.bin', 'uint8-2of2.bin'],
  bytes: [10, 3],
  sha256: ['a'.repeat(64), '0'.repeat(64)],
  weights: [
    {
      name: 'conv1/filter',
      shape: [1, 1, 2, 3],
      dtype: 'float32',
      quantization: { dtype: 'uint8', min: -1, scale: 0.1 },
    },
    { name: 'conv1/bias', shape: [3], dtype: 'float32' },
  ],
};
const good = {
  format: 'binsight-weights',
  version: 1,
  network: 'inception-v1',
  precision: 'uint8',
  weightsManifest: [group],
};
const [filter, bias] = group.weights;
const withGroup = (change: object) => ({ ...good, weightsManifest: [{ ...group, ...change }] });
const withWeight = (change: object) => withGroup({ weights: [{ ...filter, ...change }, bias] });

function refusal(text: string): unknown {
  try {
    parseManifest(text);
  } catch (error) {
    return error;
  }
  return 'it was read';
}
const UNKNOWN = { name: 'BinsightError', code: 'model-unknown', detail: { file: 'manifest.json' } };

describe('a manifest', () => {
  it('is read as it is', () => {
    expect(parseManifest(JSON.stringify(good))).toEqual(good);
  });

  it('lists its shards with size and checksum', () => {
    expect(listShards(parseManifest(JSON.stringify(good)))).toEqual([
      { path: 'uint8-1of2.bin', bytes: 10, sha256: 'a'.repeat(64) },
      { path: 'uint8-2of2.bin', bytes: 3, sha256: '0'.repeat(64) },
    ]);
  });

  it.each(['', '{', '<!doctype html>', 'null', '[]', '"manifest"', '{}'])('is not %j', (text) => {
    expect(refusal(text)).toMatchObject(UNKNOWN);
  });

  it.each<[string, object]>([
    ['another format', { ...good, format: 'layers-model' }],
    ['another version', { ...good, version: 2 }],
    ['another network', { ...good, network: 'mobilenet' }],
    ['an unknown precision', { ...good, precision: 'int4' }],
    ['no weights', { ...good, weightsManifest: undefined }],
    ['a shard outside its folder', withGroup({ paths: ['../secret.bin', 'b.bin'] })],
    ['a shard on another host', withGroup({ paths: ['https://example.org/a.bin', 'b.bin'] })],
    ['a shard of no bytes', withGroup({ bytes: [0, 3] })],
    ['half a byte', withGroup({ bytes: [1.5, 3] })],
    ['a checksum that is none', withGroup({ sha256: ['abc', '0'.repeat(64)] })],
    ['a shape with a hole', withWeight({ shape: [1, 0, 2, 3] })],
    ['a negative shape', withWeight({ shape: [-3] })],
    ['another type', withWeight({ dtype: 'int32' })],
    ['an unknown quantisation', withWeight({ quantization: { dtype: 'uint4' } })],
    ['a quantisation without scale', withWeight({ quantization: { dtype: 'uint8', min: 0 } })],
    ['a scale that is no number', withWeight({ quantization: { dtype: 'uint8', min: 0, scale: '1' } })],
  ])('with %s is refused', (_, changed) => {
    expect(refusal(JSON.stringify(changed))).toMatchObject(UNKNOWN);
  });
});

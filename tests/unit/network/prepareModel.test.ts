// What the page downloads: the same bytes on every machine, in a form that TensorFlow.js' own loader reads.

import { io as ownIo } from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-cpu';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { PRECISIONS } from '../../../src/core/modelId.ts';
import { LAYERS } from '../../../src/network/architecture.ts';
import checksums from '../../../src/network/checksums.json' with { type: 'json' };
import { listShards, type Manifest, parseManifest } from '../../../src/network/manifest.ts';
import { MAX_SHARD_BYTES, type PreparedModel, prepareModel } from '../../../src/network/prepareModel.ts';
import { sha256Hex } from '../../../src/network/sha256.ts';
import {
  biasPath,
  filterDimensions,
  filterPath,
  type SourceTensors,
} from '../../../src/network/sourceTensors.ts';
import { decodeWeights } from '../../../src/network/weights.ts';
import { describeWithShared } from '../../support/shared.ts';
import { readSourceTensors } from '../../support/sharedTensors.ts';
import { madeUpTensors } from '../../support/smallTensors.ts';

const QUANTISED_BYTES = { uint8: 1, float16: 2, float32: 4 } as const;
const parameters = (what: 'filter' | 'bias') =>
  LAYERS.reduce(
    (sum, { shape }) => sum + (what === 'bias' ? (shape.at(-1) ?? 0) : shape.reduce((a, b) => a * b)),
    0,
  );

beforeAll(async () => {
  await setBackend('cpu');
});

describeWithShared('the prepared model', () => {
  const tensors = readSourceTensors();

  it.each(PRECISIONS)('in %s is the one whose SHA-256 is committed', async (precision) => {
    const { manifest } = await prepareModel(tensors, precision);
    expect(await sha256Hex(new TextEncoder().encode(manifest))).toBe(checksums.manifests[precision]);
  });
});

describe.each(PRECISIONS)('a model prepared in %s', (precision) => {
  const tensors = madeUpTensors();
  let model: PreparedModel;
  let manifest: Manifest;
  beforeAll(async () => {
    model = await prepareModel(tensors, precision);
    manifest = parseManifest(model.manifest);
  });

  it('is the same, byte for byte, when prepared again', async () => {
    const again = await prepareModel(madeUpTensors(), precision);
    expect(again.manifest).toBe(model.manifest);
    expect(again.shards.map(({ path }) => path)).toEqual(model.shards.map(({ path }) => path));
    again.shards.forEach(({ bytes }, i) => {
      expect(Buffer.compare(bytes, model.shards[i]?.bytes ?? new Uint8Array())).toBe(0);
    });
  });

  it('comes in shards of at most 4 MiB, each with its size and SHA-256', async () => {
    const listed = listShards(manifest);
    expect(listed.map(({ path }) => path)).toEqual(model.shards.map(({ path }) => path));
    for (const [i, { bytes }] of model.shards.entries()) {
      expect(bytes.length).toBeLessThanOrEqual(MAX_SHARD_BYTES);
      expect(listed[i]).toMatchObject({ bytes: bytes.length, sha256: await sha256Hex(bytes) });
    }
    const total = model.shards.reduce((sum, { bytes }) => sum + bytes.length, 0);
    expect(total).toBe(QUANTISED_BYTES[precision] * parameters('filter') + 4 * parameters('bias'));
  });

  it('keeps its biases in float32, its filters in its own precision', () => {
    const specs = manifest.weightsManifest.flatMap(({ weights }) => weights);
    expect(specs.length).toBe(116);
    for (const { name, quantization } of specs) {
      const wanted = precision === 'float32' || name.endsWith('/bias') ? undefined : precision;
      expect(quantization?.dtype, name).toBe(wanted);
    }
  });

  it('decodes to the values that went in, each at its place, and frees them', async () => {
    const before = memory().numTensors;
    const weights = decodeWeights(manifest, model.shards);
    expect(memory().numTensors - before).toBe(116);
    for (const layer of LAYERS) {
      const filter = (await weights.get(`${layer.name}/filter`).data()) as Float32Array;
      expect(worstError(filter, tensors.get(filterPath(layer.name)), layer), layer.name).toBeLessThanOrEqual(
        ALLOWED[precision],
      );
      const bias = (await weights.get(`${layer.name}/bias`).data()) as Float32Array;
      expect(bias, layer.name).toEqual(tensors.get(biasPath(layer.name)));
    }
    weights.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("is read by TensorFlow.js' own loader, to the very same values", async () => {
    const base = 'https://model.test/';
    const files = new Map(model.shards.map(({ path, bytes }) => [`${base}${path}`, bytes]));
    const load = ownIo.weightsLoaderFactory((urls) =>
      Promise.resolve(urls.map((url) => files.get(url)?.slice().buffer ?? new ArrayBuffer(0))),
    );
    // As anybody would who finds the file: the parsed JSON, with what we added to it.
    const { weightsManifest } = JSON.parse(model.manifest) as {
      weightsManifest: ownIo.WeightsManifestConfig;
    };
    const theirs = await load(weightsManifest, base);
    const ours = decodeWeights(manifest, model.shards);
    expect(Object.keys(theirs).length).toBe(116);
    for (const [name, tensor] of Object.entries(theirs)) {
      const mine = ours.get(name);
      expect(mine.shape).toEqual(tensor.shape);
      expect(Buffer.compare(bytesOf(await mine.data()), bytesOf(await tensor.data())), name).toBe(0);
      tensor.dispose();
    }
    ours.dispose();
  });
});

it('says which tensor it lacks', async () => {
  const tensors = new Map<string, Float32Array>(madeUpTensors());
  tensors.delete('weights/conv2/3x3_bias.bin');
  await expect(prepareModel(tensors as SourceTensors, 'uint8')).rejects.toThrow('weights/conv2/3x3_bias.bin');
});

/** Largest error of a value: half a step, where a filter's values and 0 span at most 1.5, and are below 2. */
const ALLOWED = { uint8: 0.75 / 255 + 1e-6, float16: 2 ** -11, float32: 0 } as const;

const bytesOf = (values: ArrayBufferView): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

/** Between a decoded filter [height, width, in, out] and its source [out, height, width, in]. */
function worstError(
  filter: Float32Array,
  source: Float32Array | undefined,
  layer: (typeof LAYERS)[number],
): number {
  const [height, width, inputs, outputs] = filterDimensions(layer);
  const taps = height * width * inputs;
  if (source?.length !== taps * outputs || filter.length !== source.length) return Number.POSITIVE_INFINITY;
  let worst = 0;
  for (let tap = 0; tap < taps; tap++) {
    for (let out = 0; out < outputs; out++) {
      const error = Math.abs((filter[tap * outputs + out] ?? Number.NaN) - (source[out * taps + tap] ?? 0));
      if (!(error <= worst)) worst = error;
    }
  }
  return worst;
}

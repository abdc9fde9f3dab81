// The model bundle, made in a worker of a real browser from weights of the real shapes.

import { fromBinary } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { trainClassifier } from '../../src/core/trainClassifier.ts';
import type { BundleEntry, BundleRequest } from '../../src/export/bundle/bundleFiles.ts';
import { ModelProtoSchema } from '../../src/export/onnx/onnx_pb.ts';
import { dequantise } from '../../src/network/dequantise.ts';
import { parseManifest } from '../../src/network/manifest.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { madeUpTensors } from '../support/smallTensors.ts';

async function bundleInWorker(request: BundleRequest): Promise<Map<string, BundleEntry['data']>> {
  const url = new URL('../support/workers/bundling.worker.ts', import.meta.url);
  const worker = new Worker(url, { type: 'module' });
  try {
    const entries = await new Promise<readonly BundleEntry[]>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<readonly BundleEntry[]>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(request);
    });
    return new Map(entries.map(({ path, data }) => [path, data]));
  } finally {
    worker.terminate();
  }
}

test('a worker makes the whole bundle', async () => {
  const rows = [0, 1].map((photo) =>
    Float32Array.from({ length: 1000 }, (_, j) => Math.sin((photo + 1) * j)),
  );
  const { manifest, shards } = await prepareModel(madeUpTensors(), 'uint8');
  const model = { manifest: parseManifest(manifest), shards };
  const entries = await bundleInWorker({
    name: 'Cars',
    created: '2026-11-23T12:00:00.000Z',
    classifier: trainClassifier({ labels: ['classic', 'modern'], rows, targets: [0, 1], seed: 1 }),
    kind: 'logits',
    photos: [1, 1],
    novelty: null,
    neither: true,
    calibration: null,
    model,
    modelId: 'inception-v1/uint8',
    units: [],
    classNames: ['tench'],
    samples: [],
  });
  // The text that a plugin makes is there in workers, too.
  expect(entries.get('predict.mjs')).toContain('function createPredictor(');
  expect(entries.get('predict.py')).toContain('class Predictor');
  const onnx = fromBinary(ModelProtoSchema, entries.get('model.onnx') as Uint8Array);
  expect(onnx.graph?.output.map(({ name }) => name)).toEqual(['logits', 'scores']);
  const bias = onnx.graph?.initializer.find(({ name }) => name === 'loss3/classifier/bias');
  const values = new Float32Array(bias?.rawData.slice().buffer ?? new ArrayBuffer());
  expect(values).toEqual(dequantise(model)('loss3/classifier/bias'));
});

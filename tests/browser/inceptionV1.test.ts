// The network against PyTorch's numbers, on every backend, in a real browser.

import { memory, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { INCEPTION_MODULES } from '../../src/network/architecture.ts';
import { startBackend } from '../../src/network/backends.ts';
import { inceptionV1 } from '../../src/network/inceptionV1.ts';
import { verifyPrepared } from '../../src/network/loadModel.ts';
import { type PreparedModel, prepareModel } from '../../src/network/prepareModel.ts';
import { decodeWeights, type Weights } from '../../src/network/weights.ts';
import {
  fetchFloat32,
  fetchShared,
  fetchSourceTensors,
  hasShared,
  testWithShared,
} from '../support/sharedInBrowser.ts';

interface Reference {
  readonly layers_first4: Readonly<
    Record<string, { mean: number; std: number; max: number; shape_nhwc: number[] }>
  >;
}

/** PyTorch's means over places are known of these together. */
const PHOTOS = 4;
/** WebGPU in software takes 20 s a photo; the modules are the same code on all backends. */
const PHOTOS_ON = { webgpu: 1, webgl: PHOTOS, cpu: PHOTOS } as const;
const MODULES = INCEPTION_MODULES.map(({ name }) => name);
const INPUT_LENGTH = 224 * 224 * 3;

let float32: PreparedModel;
let inputs: Float32Array;
let logits: Float32Array;
let reference: Reference;

beforeAll(async () => {
  if (!hasShared) return;
  float32 = await prepareModel(await fetchSourceTensors(), 'float32');
  inputs = await fetchFloat32('expected/inputs-4x224x224x3-bgr.f32');
  logits = await fetchFloat32('expected/logits-28x1000.f32');
  reference = (await (await fetchShared('expected/googlenet.json')).json()) as Reference;
});

describe.each(['webgpu', 'webgl', 'cpu'] as const)('Inception v1 in float32 on %s', (backend) => {
  let weights: Weights | null = null;

  beforeAll(async () => {
    if (!hasShared) return;
    const isThere = await startBackend(backend, true).then(
      () => true,
      () => false,
    );
    if (!isThere) return;
    const { manifest, shards } = await verifyPrepared(float32);
    weights = decodeWeights(manifest, shards);
  });
  afterAll(() => weights?.dispose());

  testWithShared(`agrees with PyTorch on ${backend}`, async ({ skip }) => {
    if (!weights) return skip(`this browser does not offer ${backend}`);
    const modules: Record<string, Tensor[]> = Object.fromEntries(MODULES.map((name) => [name, []]));
    let worst = 0;
    let tensorsBetween = 0;
    for (let photo = 0; photo < PHOTOS_ON[backend]; photo++) {
      const input = tensor4d(
        inputs.subarray(photo * INPUT_LENGTH, (photo + 1) * INPUT_LENGTH),
        [1, 224, 224, 3],
      );
      const before = memory().numTensors;
      const points = inceptionV1(weights, input, [...MODULES, 'logits']);
      tensorsBetween = memory().numTensors - before;
      const values = await points.logits.data();
      values.forEach((value, i) => {
        worst = Math.max(worst, Math.abs(value - (logits[photo * 1000 + i] ?? Number.NaN)));
      });
      points.logits.dispose();
      input.dispose();
      for (const name of MODULES) modules[name]?.push(points[name]);
    }
    expect(worst, 'largest difference of a logit').toBeLessThan(1e-3);
    // Exactly the end points that were asked for are left; nothing leaks.
    expect(tensorsBetween).toBe(MODULES.length + 1);
    if (PHOTOS_ON[backend] < PHOTOS) return;
    for (const name of MODULES) {
      const expected = reference.layers_first4[name];
      if (!expected) throw new Error(`no reference for ${name}`);
      const { mean, std } = await describeValues(modules[name] ?? []);
      expect(relative(mean, expected.mean), `${name} mean`).toBeLessThan(1e-3);
      expect(relative(std, expected.std), `${name} std`).toBeLessThan(1e-3);
    }
  });
});

/** Mean and standard deviation in double precision (a backend's own float32 sums are off by up to 0.3 %). */
async function describeValues(tensors: readonly Tensor[]): Promise<{ mean: number; std: number }> {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (const tensor of tensors) {
    for (const value of (await tensor.data()) as Float32Array) {
      count++;
      sum += value;
      squares += value * value;
    }
    tensor.dispose();
  }
  const mean = sum / count;
  return { mean, std: Math.sqrt(squares / count - mean * mean) };
}

const relative = (value: number, expected: number): number => Math.abs(value / expected - 1);

// The network on TensorFlow.js' own WebAssembly in Node: other kernels than the page's, to compare these with.

import { fileURLToPath } from 'node:url';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { mean, ready, setBackend, type Tensor4D, tensor4d, tidy } from '@tensorflow/tfjs-core';
import { toNetworkInput } from '../../src/core/image.ts';
import type { Features } from '../../src/core/types.ts';
import { inceptionV1 } from '../../src/network/inceptionV1.ts';
import type { VerifiedModel } from '../../src/network/loadModel.ts';
import { decodeWeights } from '../../src/network/weights.ts';

const WASM = fileURLToPath(
  new URL('../../node_modules/@tensorflow/tfjs-backend-wasm/dist/', import.meta.url),
);

/** @returns from a square, [224, 224, 3] RGB, to its features */
export async function startTfjsNetwork(
  model: VerifiedModel,
): Promise<(square: Uint8Array) => Promise<Features>> {
  setWasmPaths(WASM);
  await setBackend('wasm');
  await ready();
  const weights = decodeWeights(model.manifest, model.shards);
  return async (square) => {
    const { logits, pool5, channels } = tidy(() => {
      const input: Tensor4D = tensor4d(toNetworkInput(square), [1, 224, 224, 3]);
      const outputs = inceptionV1(weights, input, ['inception_4d', 'pool5', 'logits']);
      return { ...outputs, channels: mean(outputs.inception_4d as Tensor4D, [1, 2]) };
    });
    const read = async (tensor: typeof logits) => (await tensor.data()) as Float32Array;
    return {
      logits: await read(logits),
      pool5: await read(pool5),
      inception_4d: await read(channels),
    };
  };
}

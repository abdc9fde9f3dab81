// The page's own network in Node: the same code on the same WebAssembly, for tests of what runs outside the page.

import type { Precision } from '../../src/core/modelId.ts';
import type { Features } from '../../src/core/types.ts';
import { arrived, type VerifiedModel, verifyPrepared } from '../../src/network/loadModel.ts';
import { prepareModel } from '../../src/network/prepareModel.ts';
import { readSourceTensors } from './sharedTensors.ts';

export const preparedModel = async (precision: Precision): Promise<VerifiedModel> =>
  await verifyPrepared(await prepareModel(readSourceTensors(), precision));

/** @returns what `Network.featurize` is on the page: from a square, [224, 224, 3] RGB, to its features */
export async function startPageNetwork(
  model: VerifiedModel,
): Promise<(square: Uint8Array) => Promise<Features>> {
  // Not known to programs that run without Vite, such as the benchmarks, which take only the model from here.
  const { startNetwork } = await import('../../src/network/startNetwork.ts');
  const { network } = await startNetwork(arrived(model), 'wasm');
  return (square) => network.featurize(square);
}

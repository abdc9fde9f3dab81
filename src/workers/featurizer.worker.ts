// Runs Inception v1 off the main thread.

import { expose, transfer } from 'comlink';
import './transfer.ts';
import { BinsightError } from '../core/errors.ts';
import { findModel } from '../network/findModel.ts';
import { Inspector } from '../network/inspector.ts';
import { keepModel } from '../network/keptModel.ts';
import { modelFromFiles } from '../network/modelFromFiles.ts';
import { Network } from '../network/network.ts';
import type { FeaturizerApi } from './contract.ts';

let network: Network | null = null;
let inspector: Inspector | null = null;

const api: FeaturizerApi = {
  async start(base, choice, onProgress) {
    network ??= await Network.start(await findModel(base, onProgress), choice);
    return network.info;
  },
  async install(files) {
    await keepModel(await modelFromFiles(files));
  },
  async featurize(square) {
    const features = await started().featurize(square);
    return transfer(
      features,
      Object.values(features).map(({ buffer }) => buffer),
    );
  },
  async heatMap(request) {
    return await inspect().heatMap(request);
  },
  async channelNames(request) {
    return await inspect().channelNames(request);
  },
};

function started(): Network {
  if (!network) throw new BinsightError('worker-failed', { worker: 'featurizer' });
  return network;
}

function inspect(): Inspector {
  inspector ??= new Inspector(started());
  return inspector;
}

expose(api);

// Runs Inception v1 off the main thread, on one backend.

import { expose, transfer } from 'comlink';
import './transfer.ts';
import { BinsightError } from '../core/errors.ts';
import { Inspector } from '../network/inspector.ts';
import { keepModel } from '../network/keptModel.ts';
import type { LaidOutNetwork } from '../network/kernels/layOut.ts';
import { arrived, fetchModel, type IncomingModel } from '../network/loadModel.ts';
import { modelFromFiles } from '../network/modelFromFiles.ts';
import type { Network } from '../network/network.ts';
import { placeNetwork, startNetwork, timeNetwork } from '../network/startNetwork.ts';
import { withModel } from '../network/withModel.ts';
import type { FeaturizerApi } from './contract.ts';

/** It may still be on its way: whoever starts the network waits for it here, not on the page. */
let model: Promise<IncomingModel> | null = null;
/** Fetches it once more, past all caches. */
let fetchAgain: (() => Promise<IncomingModel>) | undefined;
let network: Network | null = null;
let inspector: Inspector | null = null;

const api: FeaturizerApi = {
  loadModel(base, onProgress, manifest) {
    model = fetchModel(base, onProgress, manifest);
    fetchAgain = () => fetchModel(base, onProgress, null, 'reload');
    // Whoever starts the network hears of it.
    model.catch(() => undefined);
    return Promise.resolve();
  },
  async model() {
    return await (await required(model)).whole;
  },
  takeModel(taken) {
    model = Promise.resolve(arrived(taken));
    return Promise.resolve();
  },
  async start(backend, allowSoftware) {
    const placed = backend === 'wasm' ? startingWith(placeNetwork()) : placeNetwork;
    const use = (found: IncomingModel) => {
      model = Promise.resolve(found);
      return startNetwork(found, backend, { allowSoftware, placed, onLost: die });
    };
    const started = await withModel(required(model), use, fetchAgain);
    ({ network } = started);
    return started.info;
  },
  async time(batches) {
    return await timeNetwork(required(network), batches);
  },
  async install(files) {
    await keepModel(await modelFromFiles(files));
  },
  async featurize(squares) {
    const start = performance.now();
    const features = await required(network).featurizeAll(squares);
    return transfer(
      { features, photoMs: (performance.now() - start) / squares.length },
      features.flatMap(({ logits, pool5, inception_4d }) => [
        logits.buffer,
        pool5.buffer,
        inception_4d.buffer,
      ]),
    );
  },
  async heatMap(request) {
    return await inspect().heatMap(request);
  },
  async featureMaps(request) {
    return await inspect().featureMaps(request);
  },
  async channelNames(request) {
    return await inspect().channelNames(request);
  },
};

/** Whoever waits for an answer hears of it at once, and the next call gets another worker. */
const die = (why: string): void => reportError(new Error(why));

/** It is begun while the model's first bytes are on their way; a second model gets its own. */
function startingWith(first: Promise<LaidOutNetwork>): () => Promise<LaidOutNetwork> {
  let next: Promise<LaidOutNetwork> | null = first;
  // Whoever takes it hears of it.
  first.catch(() => undefined);
  return () => {
    const placed = next ?? placeNetwork();
    next = null;
    return placed;
  };
}

function required<T>(value: T | null): T {
  if (value === null) throw new BinsightError('worker-failed', { worker: 'featurizer' });
  return value;
}

function inspect(): Inspector {
  inspector ??= new Inspector(required(network));
  return inspector;
}

expose(api);

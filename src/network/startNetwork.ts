// One backend brought up, and put to the test: does it compute the right numbers, how exactly, and how fast?

import { asBinsightError, BinsightError } from '../core/errors.ts';
import { modelIdOf } from '../core/modelId.ts';
import type { BackendName } from './backendNames.ts';
import { withinDeadline } from './deadline.ts';
import { KernelNetwork } from './kernels/kernelNetwork.ts';
import { type LaidOutNetwork, layOut } from './kernels/layOut.ts';
import { startKernels } from './kernels/startKernels.ts';
import type { IncomingModel } from './loadModel.ts';
import { listShards } from './manifest.ts';
import type { BatchTime, Network, NetworkInfo } from './network.ts';
import { refusal } from './refusals.ts';
import { arithmeticOf, testPattern } from './selfTest.ts';

export interface StartedNetwork {
  readonly network: Network;
  readonly info: NetworkInfo;
}

/**
 * Milliseconds for a backend's self-test: a driver that lost its GPU never answers. One that may be in software takes
 * its time.
 */
const PATIENCE = 30_000;
const LONG = 110_000;

interface StartOptions {
  /** Also take a GPU that is emulated in software: right, but 10 to 60 times slower than WASM. */
  readonly allowSoftware?: boolean;
  /** For WASM: whoever waits for a model may have begun with it meanwhile. */
  readonly placed?: () => Promise<LaidOutNetwork>;
  /** Hears it when its GPU is taken away: then it is of no use any more. */
  readonly onLost?: (what: string) => void;
}

/**
 * @throws BinsightError `backend-refused` (reason), or whatever the backend throws
 */
export async function startNetwork(
  model: IncomingModel,
  backend: BackendName,
  { allowSoftware = false, placed = placeNetwork, onLost }: StartOptions = {},
): Promise<StartedNetwork> {
  const { manifest } = model;
  const patience = allowSoftware ? LONG : PATIENCE;
  const start = async () =>
    backend === 'wasm'
      ? new KernelNetwork(await placed(), model)
      : await bringUp(model, backend, allowSoftware, patience, onLost);
  const network = await start().catch(sayMemory);
  try {
    // It warms the backend up, too: its shaders are compiled, its memory is there.
    const looked = network.featurize(testPattern());
    // Our own kernels always answer; they may be waiting for weights, which may take their time.
    const { logits } = await (backend === 'wasm' ? looked : withinDeadline(looked, patience));
    // Wrong numbers may be the fault of wrong weights.
    await model.whole;
    const arithmetic = arithmeticOf(logits, manifest.precision);
    if (!arithmetic) throw refusal('wrong numbers in the self-test');
    const modelBytes = listShards(manifest).reduce((sum, { bytes }) => sum + bytes, 0);
    const modelId = modelIdOf(manifest.precision, arithmetic === 'half');
    const info = { backend, precision: manifest.precision, arithmetic, modelBytes, modelId };
    return { network, info };
  } catch (error) {
    network.dispose();
    return sayMemory(error);
  }
}

/** Browsers throw a RangeError where there is no memory for an array, or for WebAssembly. */
function sayMemory(error: unknown): never {
  if (!(error instanceof RangeError)) throw error;
  throw refusal('not enough memory', error);
}

/** All of the network on WebAssembly that needs no weights. */
export const placeNetwork = async (): Promise<LaidOutNetwork> => layOut(await startKernels());

async function bringUp(
  model: IncomingModel,
  backend: Exclude<BackendName, 'wasm'>,
  allowSoftware: boolean,
  patience: number,
  onLost: StartOptions['onLost'],
): Promise<Network> {
  const { manifest, shards } = await model.whole;
  // Fetched by who needs it: for a GPU, or where there is no WebAssembly with SIMD.
  const [{ startBackend }, { decodeWeights }, { TfjsNetwork }] = await Promise.all([
    import('./backends.ts'),
    import('./weights.ts'),
    import('./tfjsNetwork.ts'),
  ]);
  await withinDeadline(startBackend(backend, allowSoftware, onLost), patience);
  return new TfjsNetwork(backend, decodeWeights(manifest, shards));
}

/** Runs per batch; the best counts, for whatever else the machine does only adds to it. */
const RUNS = 3;

/** @param batches sizes to try; each is one more set of shaders for a GPU to compile */
export async function timeNetwork(network: Network, batches: readonly number[]): Promise<BatchTime[]> {
  const times: BatchTime[] = [];
  for (const batch of batches) {
    const squares = Array.from({ length: batch }, testPattern);
    await network.featurizeAll(squares);
    let best = Number.POSITIVE_INFINITY;
    for (let run = 0; run < RUNS; run++) {
      const start = performance.now();
      await network.featurizeAll(squares);
      best = Math.min(best, performance.now() - start);
    }
    times.push({ batch, photoMs: best / batch });
  }
  return times;
}

/** In the order in which a page tries them that has no time to compare: WASM is there at once, and fast everywhere. */
const IN_TURN = ['wasm', 'webgpu', 'webgl', 'cpu'] as const;

/**
 * The first backend that computes the right numbers.
 * @param only this one alone, also when it is a GPU in software
 * @throws BinsightError `backend-none` (tried); `model-network`, `model-checksum` (file)
 */
export async function startAnyNetwork(model: IncomingModel, only?: BackendName): Promise<StartedNetwork> {
  const tried: string[] = [];
  for (const backend of only ? [only] : IN_TURN) {
    try {
      return await startNetwork(model, backend, { allowSoftware: only !== undefined });
    } catch (error) {
      const known = asBinsightError(error);
      const { code, detail, message } = known;
      if (code.startsWith('model-')) throw known;
      tried.push(`${backend}: ${code === 'backend-refused' ? detail.reason : message}`);
    }
  }
  throw new BinsightError('backend-none', { tried: tried.join('; ') });
}

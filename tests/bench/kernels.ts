// `npx tsx tests/bench/kernels.ts`: what a photo costs on our kernels, beside TensorFlow.js' WebAssembly and
// onnxruntime-web, and which layers it goes to.
//
// In Node, one thread each. The peers take turns within one run, so that a busy machine is busy for all; of busy
// machines the smallest times say most. Node 20 compiles relaxed SIMD less well than today's browsers do.

import { setFlagsFromString } from 'node:v8';
import { InferenceSession, env as onnxruntime, Tensor } from 'onnxruntime-web/wasm';
import { compileKernels } from '../../scripts/lib/kernelModules.mjs';
import { KernelNetwork } from '../../src/network/kernels/kernelNetwork.ts';
import type { Kernels } from '../../src/network/kernels/kernels.ts';
import { layOut } from '../../src/network/kernels/layOut.ts';
import { arrived } from '../../src/network/loadModel.ts';
import { testPattern } from '../../src/network/selfTest.ts';
import { preparedModel } from '../support/pageNetwork.ts';
import { startTfjsNetwork } from '../support/tfjsNetwork.ts';
import { writePeerNetwork } from './peers/peerNetwork.ts';

const ROUNDS = 30;

type Run = () => Promise<unknown>;

const square = testPattern();
const model = await preparedModel('uint8');
const runs = new Map<string, Run>();
const networks = new Map<string, KernelNetwork>();

setFlagsFromString('--experimental-wasm-relaxed-simd');
for (const build of ['simd', 'relaxed-simd'] as const) {
  const { bytes } = await compileKernels(build);
  const { instance } = await WebAssembly.instantiate(bytes);
  const start = performance.now();
  const network = new KernelNetwork(layOut(instance.exports as unknown as Kernels), arrived(model));
  await network.featurize(square);
  const first = performance.now();
  console.log(
    `${build}: ${bytes.length} bytes, ${(network.memoryBytes / 2 ** 20).toFixed(0)} MB, weights packed and first photo in ` +
      `${(first - start).toFixed(0)} ms`,
  );
  networks.set(build, network);
  runs.set(`ours, ${build}`, () => network.featurize(square));
}

const theirs = await startTfjsNetwork(model);
runs.set('TensorFlow.js, WebAssembly', () => theirs(square));

runs.set('onnxruntime-web, 1 thread', await startOnnxruntime());

const times = new Map<string, number[]>();
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, run] of runs) {
    const start = performance.now();
    await run();
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  }
}
for (const [name, all] of times) report(name, all);
for (const [build, network] of networks) reportSteps(build, network);

function report(name: string, all: readonly number[]): void {
  const sorted = [...all].sort((a, b) => a - b);
  const median = sorted[sorted.length >> 1] ?? 0;
  console.log(`${name.padEnd(28)} least ${sorted[0]?.toFixed(1)} ms, median ${median.toFixed(1)} ms`);
}

/** The least time of each step, one after the other as in a photo. */
function reportSteps(build: string, { steps }: KernelNetwork): void {
  const least = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const step of steps) {
      const start = performance.now();
      step.run();
      least.set(
        step.name,
        Math.min(least.get(step.name) ?? Number.POSITIVE_INFINITY, performance.now() - start),
      );
    }
  }
  const parts = [...least].map(([name, time]) => `${name.replace('inception_', '')} ${time.toFixed(2)}`);
  const total = [...least.values()].reduce((sum, time) => sum + time, 0);
  console.log(`${build}, ms: ${parts.join(', ')}; together ${total.toFixed(1)}`);
}

async function startOnnxruntime(): Promise<Run> {
  onnxruntime.wasm.numThreads = 1;
  const session = await InferenceSession.create(await writePeerNetwork());
  const image = new Tensor('float32', new Float32Array(3 * 224 * 224).fill(20), [1, 3, 224, 224]);
  return () => session.run({ image });
}

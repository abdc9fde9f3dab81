// `npm run bench`: what a person waits for, with this page and with what one would take instead, measured in turn on this
// machine; written to bench/results.json and into the tables of docs/performance.md and the README.

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { preview } from 'vite';
import { findOrInstallChromium } from '../../scripts/lib/chromium.mjs';
import { MEAN_BGR, NETWORK_SIDE } from '../../src/core/image.ts';
import { sharedFolder } from '../support/machine.ts';
import { measurePage, type PageTimes } from './pageTimes.ts';
import { writePeerNetwork } from './peers/peerNetwork.ts';
import { servePeer } from './peers/peerServer.ts';
import { measurePeer, type PeerTimes } from './peers/peerTimes.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { comparison, fillTable, type Results, summary } from './tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cars = resolve(sharedFolder(root), 'images/cars');
const PORT = 4196;
const RUNS = 5;

process.env.CHROMIUM_PATH = await findOrInstallChromium();
if (!existsSync(cars)) throw new Error(`${cars} is missing: the benchmark needs the talk's photos`);

const others = readdirSync(resolve(sharedFolder(root), 'images/imagenet-sample'))
  .filter((name) => /\.jpe?g$/i.test(name))
  .slice(0, 9)
  .map((name) => resolve(sharedFolder(root), 'images/imagenet-sample', name));

const server = await preview({ root, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const address = `http://localhost:${PORT}`;
const network = await writePeerNetwork();
const peer = await servePeer(PORT + 1, { 'network.onnx': network, 'photos.f32': peerPhotos() });

// In turn, so that whatever else the machine does falls on all alike.
const ours: PageTimes[] = [];
const peers: Record<1 | 2, PeerTimes[]> = { 1: [], 2: [] };
for (let run = 0; run < RUNS; run++) {
  ours.push(await measurePage(address, 'wasm', cars, others));
  for (const threads of [1, 2] as const) peers[threads].push(await measurePeer(peer.address, threads));
}
peer.close();
const wasm = spreadsOf(ours);
const peerTimes = { 1: spreadsOf(peers[1]), 2: spreadsOf(peers[2]) };
const nativeMs = measureNative(network);

const gpus: Record<string, Record<keyof PageTimes, Spread>> = {};
for (const backend of ['webgl', 'webgpu'] as const) {
  try {
    gpus[backend] = spreadsOf([await measurePage(address, backend, cars, [])]);
  } catch (error) {
    console.log(
      `${backend}: not measured (${error instanceof Error ? error.message.split('\n')[0] : error})`,
    );
  }
}
await server.close();

const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
spawnSync(process.execPath, [vitest, 'run', '--project', 'bench'], {
  cwd: root,
  stdio: 'inherit',
  env: process.env,
});
const accuracy = JSON.parse(readFileSync(resolve(root, 'test-results/accuracy.json'), 'utf8')) as Record<
  string,
  { top1: number; top5: number }
>;

const evaluation = JSON.parse(readFileSync(resolve(root, 'test-results/evaluation.json'), 'utf8')) as Record<
  'twenty' | 'twoHundred',
  Record<string, number>
>;

const results: Results = {
  machine: `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  versions: {
    chromium: chromiumVersion(),
    node: process.version,
    'onnxruntime-web': versionOf('onnxruntime-web'),
  },
  runs: RUNS,
  sizes: {
    model: sizeOf('models/inception-v1', /\.bin$/, false),
    firstScreen: sizeOf('assets', /^index-.*\.js$/, true),
  },
  wasm,
  peer: peerTimes,
  nativeMs,
  gpus,
  accuracy,
  evaluation,
};
mkdirSync(resolve(root, 'bench'), { recursive: true });
writeFileSync(resolve(root, 'bench/results.json'), `${JSON.stringify(results, null, 2)}\n`);
fillTable(resolve(root, 'docs/performance.md'), comparison(results));
fillTable(resolve(root, 'README.md'), summary(results));
console.log(comparison(results).join('\n'));

/** Every figure on its own. */
function spreadsOf<Times extends object>(times: readonly Times[]): Record<keyof Times, Spread> {
  const [first] = times;
  const keys = Object.keys(first ?? {}) as (keyof Times)[];
  return Object.fromEntries(
    keys.map((key) => [key, spreadOf(times.map((time) => Number(time[key])))]),
  ) as Record<keyof Times, Spread>;
}

/** Real photos as the peer reads them: red, green and blue planes, 0..255. */
function peerPhotos(): Uint8Array {
  const bytes = readFileSync(resolve(sharedFolder(root), 'expected/inputs-4x224x224x3-bgr.f32'));
  const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const [size, photos] = [NETWORK_SIDE * NETWORK_SIDE, values.length / (3 * NETWORK_SIDE * NETWORK_SIDE)];
  const planes = new Float32Array(values.length);
  for (let photo = 0; photo < photos; photo++) {
    for (let pixel = 0; pixel < size; pixel++) {
      for (let channel = 0; channel < 3; channel++) {
        const value = values[(photo * size + pixel) * 3 + channel] ?? 0;
        planes[(photo * 3 + 2 - channel) * size + pixel] = value + (MEAN_BGR[channel] ?? 0);
      }
    }
  }
  return new Uint8Array(planes.buffer);
}

/** @returns null where there is no Python with OpenCV */
function measureNative(onnx: Uint8Array): number | null {
  const file = resolve(mkdtempSync(resolve(tmpdir(), 'binsight-bench-')), 'network.onnx');
  writeFileSync(file, onnx);
  const script = fileURLToPath(new URL('./peers/native.py', import.meta.url));
  const { status, stdout } = spawnSync(process.env.BINSIGHT_PYTHON ?? 'python3', [script, file], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(Number(stdout).toFixed(1)) : null;
}

function chromiumVersion(): string {
  const { stdout } = spawnSync(process.env.CHROMIUM_PATH ?? 'chromium', ['--version'], { encoding: 'utf8' });
  return /[\d.]+/.exec(stdout)?.[0] ?? 'unknown';
}

function versionOf(name: string): string {
  const file = resolve(root, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function sizeOf(folder: string, names: RegExp, compressed: boolean): number {
  const path = resolve(root, 'dist', folder);
  return readdirSync(path)
    .filter((name) => names.test(name))
    .map((name) => resolve(path, name))
    .reduce((sum, file) => sum + (compressed ? gzipSync(readFileSync(file)).length : statSync(file).size), 0);
}

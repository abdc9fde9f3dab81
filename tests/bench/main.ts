// `npm run bench`: what a person waits for, with this page and with what one would take instead, measured in turn on this
// machine; written to bench/results.json and into the tables of docs/performance.md and the README. `npm run bench -- page
// smooth` measures these parts anew and keeps what is known of the others.

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
import { preview } from 'vite';
import { ensureBuild } from '../../scripts/lib/build.mjs';
import { findOrInstallChromium } from '../../scripts/lib/chromium.mjs';
import { findOrInstallPython } from '../../scripts/lib/python.mjs';
import { sharedFolder } from '../support/machine.ts';
import { firstScreenSize } from './firstScreenSize.ts';
import { measureLongTasks } from './longTaskTimes.ts';
import { type GpuTimes, measureGpu, measurePage, type PageTimes } from './pageTimes.ts';
import { measureNative } from './peers/native.ts';
import { writePeerNetwork } from './peers/peerNetwork.ts';
import { servePeer } from './peers/peerServer.ts';
import { measurePeer, type PeerTimes } from './peers/peerTimes.ts';
import { withPhotoFolder } from './photoFolder.ts';
import type { Results } from './results.ts';
import { measureScale, type ScaleTimes } from './scaleTimes.ts';
import { type Spread, spreadOf } from './statistics.ts';
import { fillTable, report, summary } from './tables.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cars = resolve(sharedFolder(root), 'images/cars');
const sample = resolve(sharedFolder(root), 'images/imagenet-sample');
const RESULTS = resolve(root, 'bench/results.json');
const PORT = 4196;
const RUNS = 5;
const SMOOTH_RUNS = 3;
const SMOOTH_PHOTOS = 200;
const SCALES = [500, 1000, 2000];

/** Each gives the part of the results that has its name. */
const SECTIONS = {
  page: measurePageAndPeer,
  gpus: measureGpus,
  smooth: async (address: string) =>
    await withPhotoFolder(sample, SMOOTH_PHOTOS, async (folder) => {
      const runs = [];
      for (let run = 0; run < SMOOTH_RUNS; run++) {
        runs.push(await measureLongTasks(address, folder, SMOOTH_PHOTOS));
      }
      return { photos: SMOOTH_PHOTOS, runs };
    }),
  scale: async (address: string) => {
    const times: ScaleTimes[] = [];
    for (const count of SCALES) {
      times.push(await withPhotoFolder(sample, count, (folder) => measureScale(address, folder, count)));
    }
    return times;
  },
  reading: async () => runVitest('reading'),
  accuracy: async () => runVitest('accuracy'),
  evaluation: async () => runVitest('evaluation'),
  svm: async () => runVitest('svm'),
} as const satisfies Record<string, (address: string) => Promise<unknown>>;

type Section = keyof typeof SECTIONS;

const names = Object.keys(SECTIONS) as Section[];
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !names.includes(name as Section));
if (unknown !== undefined) throw new Error(`"${unknown}" is no part of the benchmark: ${names.join(', ')}`);
if (!existsSync(cars)) throw new Error(`${cars} is missing: the benchmark needs the talk's photos`);
process.env.CHROMIUM_PATH = await findOrInstallChromium();
const python = await findOrInstallPython();
await ensureBuild();

const server = await preview({ root, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const parts: Record<string, unknown> = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, 'utf8')) : {};
for (const name of names) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`▶ ${name}`);
  parts[name] = await SECTIONS[name](`http://localhost:${PORT}`);
  save({ ...parts, ...describeMachine() });
}
await server.close();

const missing = names.filter((name) => !(name in parts));
if (missing.length > 0) {
  console.log(`The tables are not written: nothing is known yet of ${missing.join(', ')}.`);
} else {
  const results = { ...parts, ...describeMachine() } as unknown as Results;
  fillTable(resolve(root, 'docs/performance.md'), report(results));
  fillTable(resolve(root, 'README.md'), summary(results));
  console.log(report(results).join('\n'));
}

function save(results: object): void {
  mkdirSync(resolve(root, 'bench'), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

function describeMachine() {
  return {
    machine: `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    versions: {
      chromium: chromiumVersion(),
      node: process.version,
      'onnxruntime-web': versionOf('onnxruntime-web'),
      'libsvm-wasm': versionOf('libsvm-wasm'),
    },
    sizes: {
      model: modelSize(),
      firstScreen: firstScreenSize(resolve(root, 'dist')),
    },
  };
}

/** In turn, so that whatever else the machine does falls on all alike. */
async function measurePageAndPeer(address: string): Promise<Results['page']> {
  const others = jpegsOf(sample).slice(0, 9);
  const network = await writePeerNetwork();
  const photos = ['classic', 'modern', 'test'].flatMap((folder) => jpegsOf(resolve(cars, folder)));
  const files = photos.map((path, i) => [`photo-${i}.jpg`, readFileSync(path)] as const);
  const peer = await servePeer(PORT + 1, {
    'network.onnx': network,
    'photos.json': Buffer.from(JSON.stringify(files.map(([name]) => name))),
    ...Object.fromEntries(files),
  });
  const ours: PageTimes[] = [];
  const peers: Record<1 | 2, PeerTimes[]> = { 1: [], 2: [] };
  const native: number[] = [];
  const onnx = resolve(mkdtempSync(resolve(tmpdir(), 'binsight-bench-')), 'network.onnx');
  writeFileSync(onnx, network);
  for (let run = 0; run < RUNS; run++) {
    ours.push(await measurePage(address, cars, others));
    for (const threads of [1, 2] as const) peers[threads].push(await measurePeer(peer.address, threads));
    const ms = python === undefined ? null : measureNative(python, onnx);
    if (ms !== null) native.push(ms);
  }
  peer.close();
  return {
    runs: RUNS,
    wasm: spreadsOf(ours),
    peer: { 1: spreadsOf(peers[1]), 2: spreadsOf(peers[2]) },
    native: native.length > 0 ? spreadOf(native) : null,
  };
}

async function measureGpus(address: string): Promise<Results['gpus']> {
  const gpus: Record<string, GpuTimes> = {};
  for (const backend of ['webgl', 'webgpu'] as const) {
    try {
      gpus[backend] = await measureGpu(address, backend, jpegsOf(sample).slice(0, 3));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
      console.log(`${backend}: not measured (${reason})`);
    }
  }
  return gpus;
}

/** Every figure on its own. */
function spreadsOf<Times extends object>(times: readonly Times[]): Record<keyof Times, Spread> {
  const [first] = times;
  const keys = Object.keys(first ?? {}) as (keyof Times)[];
  return Object.fromEntries(
    keys.map((key) => [key, spreadOf(times.map((time) => Number(time[key])))]),
  ) as Record<keyof Times, Spread>;
}

/** What runs in a page of the test runner, and leaves its numbers in a file of its name. */
function runVitest(name: string): unknown {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
  const file = `tests/bench/${name}.bench.ts`;
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'bench', file], {
    cwd: root,
    stdio: 'inherit',
    env: process.env,
  });
  if (status !== 0) throw new Error(`${file} failed`);
  return JSON.parse(readFileSync(resolve(root, `test-results/${name}.json`), 'utf8'));
}

function jpegsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.jpe?g$/i.test(name))
    .sort()
    .map((name) => resolve(folder, name));
}

function chromiumVersion(): string {
  const { stdout } = spawnSync(process.env.CHROMIUM_PATH ?? 'chromium', ['--version'], { encoding: 'utf8' });
  return /[\d.]+/.exec(stdout)?.[0] ?? 'unknown';
}

function versionOf(name: string): string {
  const file = resolve(root, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function modelSize(): number {
  const folder = resolve(root, 'dist/models/inception-v1');
  const shards = readdirSync(folder).filter((name) => name.endsWith('.bin'));
  return shards.reduce((sum, name) => sum + statSync(resolve(folder, name)).size, 0);
}

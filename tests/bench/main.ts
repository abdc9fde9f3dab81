// `npm run bench`: accuracy of the network and the times a person waits, measured on this machine, printed, written to
// bench/results.json and into the README's table.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { preview } from 'vite';
import { findOrInstallChromium } from '../../scripts/lib/chromium.mjs';
import { sharedFolder } from '../support/machine.ts';
import { measurePage, type PageTimes } from './pageTimes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cars = resolve(sharedFolder(root), 'images/cars');
const PORT = 4196;
const RUNS = 5;

process.env.CHROMIUM_PATH = await findOrInstallChromium();
if (!existsSync(cars)) throw new Error(`${cars} is missing: the benchmark needs the talk's photos`);

const server = await preview({ root, preview: { port: PORT, strictPort: true }, logLevel: 'error' });
const address = `http://localhost:${PORT}`;

const backends: Record<string, PageTimes> = {};
for (const [backend, runs] of [
  ['wasm', RUNS],
  ['webgl', 1],
  ['webgpu', 1],
  ['cpu', 1],
] as const) {
  const times: PageTimes[] = [];
  try {
    for (let run = 0; run < runs; run++) times.push(await measurePage(address, backend, cars));
    backends[backend] = medianOf(times);
    console.log(backend, backends[backend]);
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

const sizes = {
  model: sizeOf('models/inception-v1', /\.bin$/, false),
  firstScreen: sizeOf('assets', /^index-.*\.js$/, true),
};
const machine = `${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`;
mkdirSync(resolve(root, 'bench'), { recursive: true });
writeFileSync(
  resolve(root, 'bench/results.json'),
  `${JSON.stringify({ machine, runs: RUNS, sizes, backends, accuracy, evaluation }, null, 2)}\n`,
);
writeTable();

function medianOf(times: readonly PageTimes[]): PageTimes {
  const median = (pick: (time: PageTimes) => number) => {
    const sorted = times.map(pick).sort((a, b) => a - b);
    return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(1));
  };
  return {
    ready: median((t) => t.ready),
    tiles: median((t) => t.tiles),
    verdicts: median((t) => t.verdicts),
    photoMs: median((t) => t.photoMs),
    trainingMs: median((t) => t.trainingMs),
  };
}

function sizeOf(folder: string, names: RegExp, compressed: boolean): number {
  const path = resolve(root, 'dist', folder);
  return readdirSync(path)
    .filter((name) => names.test(name))
    .map((name) => resolve(path, name))
    .reduce((sum, file) => sum + (compressed ? gzipSync(readFileSync(file)).length : statSync(file).size), 0);
}

function writeTable(): void {
  const { wasm } = backends;
  if (!wasm) return;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const right = (precision: string) => {
    const { top1, top5 } = accuracy[precision] ?? { top1: 0, top5: 0 };
    return `${Math.round(top1 * 100)} %, ${Math.round(top5 * 100)} %`;
  };
  const rows = [
    ['From opening the page to ready, nothing cached, served from this machine', seconds(wasm.ready)],
    ['From dropping 27 photos to 27 tiles', `${Math.round(wasm.tiles)} ms`],
    ['From dropping 27 photos to the last verdict', seconds(wasm.verdicts)],
    ['The network, per photo', `${Math.round(wasm.photoMs)} ms`],
    ['Learning from 20 photos', `${wasm.trainingMs} ms`],
    ['Trying it out on 20 photos left out one by one', `${evaluation.twenty.leaveOneOut} ms`],
    [
      'The same with 200 photos in 10 groups; with all that the page compares and draws',
      `${Math.round(evaluation.twoHundred.leaveOneOut ?? 0)} ms, ${seconds(evaluation.twoHundred.all ?? 0)}`,
    ],
    ['Code for the first screen, compressed', `${Math.round(sizes.firstScreen / 1000)} kB`],
    ['100 ImageNet photos: first guess right, among the first five; 8-bit weights', right('uint8')],
    ['the same, 16-bit', right('float16')],
    ['the same, 32-bit', right('float32')],
  ];
  const table = [
    '| what | measured |',
    '| --- | --- |',
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
  ];
  const readme = resolve(root, 'README.md');
  const [before, rest = ''] = readFileSync(readme, 'utf8').split('<!-- bench:start -->');
  const after = rest.split('<!-- bench:end -->')[1] ?? '';
  writeFileSync(readme, `${before}<!-- bench:start -->\n${table.join('\n')}\n<!-- bench:end -->${after}`);
  console.log(table.join('\n'));
}

// `npm test`: everything that is checked, from a fresh clone. `npm test -- unit` (types, lint, browser, e2e) runs
// that alone; what follows a test stage goes to its runner, as in `npm test -- unit tests/unit/scripts`.

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { ensureBuild } from './lib/build.mjs';
import { findOrInstallChromium } from './lib/chromium.mjs';
import { countPlaywright, countVitest, summarize } from './lib/counts.mjs';
import { readIfThere } from './lib/files.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { checkNode } from './lib/nodeVersion.mjs';
import { inCi, inRoot, inShared } from './lib/paths.mjs';
import { ensureModel } from './lib/preparedModel.mjs';
import { findOrInstallPython } from './lib/python.mjs';
import { endChildrenOnSignal, runLoud, toolPath } from './lib/run.mjs';
import { ensureRuntimes } from './lib/runtimes.mjs';
import { ensureSamples } from './lib/samples.mjs';
import { describeFailure, fail, main, seconds, warn } from './lib/step.mjs';

/**
 * @typedef {import('./lib/counts.mjs').Counts} Counts
 * @typedef {{ title: string, needsModel?: boolean, needsChromium?: boolean, needsRuntimes?: boolean, run(extra: string[]): Promise<Outcome> }} Stage
 * @typedef {{ ok: boolean, counts?: Counts }} Outcome `counts` for stages that run tests
 */

const PROJECTS = [
  '.',
  'src/core',
  'src/export/bundle/predict',
  'src/network/kernels/assembly',
  'src/offline/worker',
  'scripts',
  'tests',
];

/** @type {Record<string, Stage>} */
const STAGES = {
  types: {
    title: 'Type check',
    async run() {
      let ok = true;
      for (const project of PROJECTS) {
        if ((await runTool('typescript', 'tsc', ['-p', project])) !== 0) ok = false;
      }
      return { ok };
    },
  },
  lint: {
    title: 'Lint',
    run: async () => ({
      ok: (await runTool('@biomejs/biome', 'biome', ['check', '--error-on-warnings'])) === 0,
    }),
  },
  unit: {
    title: 'Unit tests',
    needsModel: true,
    needsRuntimes: true,
    run: (extra) => runVitest('unit', extra),
  },
  browser: {
    title: 'Browser tests',
    needsModel: true,
    needsChromium: true,
    run: (extra) => runVitest('browser', extra),
  },
  e2e: {
    title: 'End-to-end tests',
    needsModel: true,
    needsChromium: true,
    needsRuntimes: true,
    async run(extra) {
      await ensureBuild();
      const report = inRoot('test-results/e2e.json');
      await rm(report, { force: true });
      const env = { BINSIGHT_E2E_PORT: String(await findFreePort()) };
      const code = await runTool('@playwright/test', 'playwright', ['test', ...extra], env);
      return judge(code, await readCounts(report, countPlaywright));
    },
  },
};

/** Set once a Chromium and a Python are found; every runner reads it. @type {Record<string, string>} */
const childEnv = {};

await main(async () => {
  checkNode();
  endChildrenOnSignal(130);
  const { stages, extra } = chooseStages(process.argv.slice(2));
  const needsModel = stages.some(({ needsModel }) => needsModel);
  if (needsModel && inCi()) requireShared();
  await ensureDependencies();
  if (stages.some(({ needsChromium }) => needsChromium))
    childEnv.CHROMIUM_PATH = await findOrInstallChromium();
  const complete = needsModel ? await prepare() : true;
  const foreign = stages.some(({ needsRuntimes }) => needsRuntimes) ? await prepareRuntimes() : true;

  /** @type {{ title: string, outcome: Outcome, ms: number }[]} */
  const results = [];
  for (const stage of stages) {
    console.log(`\n▶ ${stage.title}`);
    const started = Date.now();
    const outcome = await stage.run(extra).catch(reportBroken);
    results.push({ title: stage.title, outcome, ms: Date.now() - started });
  }
  console.log('');
  for (const { title, outcome, ms } of results) {
    console.log(`${outcome.ok ? '✓' : '✗'} ${title}${describeCounts(outcome.counts)} (${seconds(ms)})`);
  }
  if (!complete) warn('THE REAL NETWORK WAS NOT TESTED: its weights or photos are missing, as said above.');
  if (!foreign) warn('EXPORTED MODELS WERE NOT RUN EVERYWHERE: a runtime is missing, as said above.');
  // A stage that fails without a failing test (types, lint, a crash) counts as one, so that no failure reads "0 failed".
  const counts = results.map(({ outcome: { ok, counts = { passed: 0, failed: 0, skipped: 0 } } }) =>
    ok || counts.failed > 0 ? counts : { ...counts, failed: 1 },
  );
  console.log(summarize(counts));
  if (results.some(({ outcome }) => !outcome.ok)) process.exitCode = 1;
});

/** @param {string[]} args */
function chooseStages(args) {
  const names = args.filter((arg) => arg in STAGES);
  const extra = args.filter((arg) => !(arg in STAGES));
  if (extra.length > 0 && names.length !== 1) {
    fail(
      `"${extra.join(' ')}" is no stage of the tests.`,
      `Choose from ${Object.keys(STAGES).join(', ')}, as in npm test -- unit.`,
    );
  }
  const stages = Object.entries(STAGES).flatMap(([name, stage]) =>
    names.length === 0 || names.includes(name) ? [stage] : [],
  );
  return { stages, extra };
}

/** In CI the real model and photos must be there and be used: a green run that skipped them would mean nothing. */
function requireShared() {
  for (const needed of ['models/bvlc-googlenet', 'images/cars']) {
    if (existsSync(inShared(needed))) continue;
    fail(
      `CI lacks the reference files: there is no ${inShared(needed)}.`,
      'Put the shared folder beside the checkout, or set BINSIGHT_SHARED to it.',
    );
  }
}

/** @returns {Promise<boolean>} whether the real network and photos can be tested */
async function prepare() {
  const model = await ensureModel();
  const samples = await ensureSamples();
  if (inCi() && !(model && samples)) {
    fail('CI has no real model or photos; the reason is above.', 'Correct it and run npm test again.');
  }
  return model && samples;
}

/** @returns {Promise<boolean>} whether exported models can be run in Node and in Python */
async function prepareRuntimes() {
  const runtimes = await ensureRuntimes();
  const python = await findOrInstallPython();
  if (python) childEnv.BINSIGHT_PYTHON = python;
  return runtimes && python !== undefined;
}

/**
 * @param {string} packageName
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
function runTool(packageName, tool, args, env = {}) {
  return runLoud(process.execPath, [toolPath(packageName, tool), ...args], { env: { ...childEnv, ...env } });
}

/** @param {string} project @param {string[]} extra @returns {Promise<Outcome>} */
async function runVitest(project, extra) {
  const report = inRoot(`test-results/${project}.json`);
  await rm(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  // Vitest leaves one core idle of its own accord: of two, that is half.
  const workers = `--maxWorkers=${availableParallelism()}`;
  const code = await runTool('vitest', 'vitest', [
    'run',
    '--project',
    project,
    workers,
    ...reporters,
    ...extra,
  ]);
  return judge(code, await readCounts(report, countVitest));
}

/**
 * @param {string} path
 * @param {(report: unknown) => Counts} count
 * @returns {Promise<Counts>} nothing at all when the runner did not come as far as a report
 */
async function readCounts(path, count) {
  const text = await readIfThere(path);
  return text ? count(JSON.parse(text)) : { passed: 0, failed: 0, skipped: 0 };
}

/** @param {number} code @param {Counts} counts @returns {Outcome} no test executed is a failure too */
function judge(code, counts) {
  if (code === 0 && counts.passed + counts.failed === 0) warn('Not one test was executed.');
  return { ok: code === 0 && counts.failed === 0 && counts.passed > 0, counts };
}

/** Worded unlike the closing line, which is the only one of its kind. @param {Counts | undefined} counts */
function describeCounts(counts) {
  if (!counts) return '';
  const { passed, failed, skipped } = counts;
  const run = passed + failed;
  return `: ${run} ${run === 1 ? 'test' : 'tests'}${failed > 0 ? `, ${failed} of them failing` : ''}${skipped > 0 ? `, ${skipped} left out` : ''}`;
}

/** A stage that cannot even start fails; the others still run. @param {unknown} error @returns {Outcome} */
function reportBroken(error) {
  const { sentence, remedy } = describeFailure(error);
  console.error(`✗ ${sentence}\n  ${remedy}`);
  return { ok: false };
}

/** @returns {Promise<number>} */
function findFreePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 4199));
    });
  });
}

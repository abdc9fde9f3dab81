// Lighthouse's runs, and what to say of them: medians, as a single run varies with what else the machine does.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {{ score: number | null, numericValue?: number, displayValue?: string, title: string }} Audit
 * @typedef {{ score: number | null, auditRefs: { id: string, weight: number }[] }} Category
 * @typedef {{ categories: Record<string, Category>, audits: Record<string, Audit>, runtimeError?: { message: string } }} Report
 * @typedef {{ asMeasured: Report, report: Report }} Run `report`: by the processor's time
 * @typedef {{ port: number, kill(): void }} Chrome
 * @typedef {object} Tools
 * @property {(address: string, flags: object, config?: object) => Promise<{ lhr: Report } | undefined>} lighthouse
 * @property {object} desktopConfig
 * @property {(options: object) => Promise<Chrome>} launch
 * @property {() => import('vite').Connect.NextHandleFunction} compression
 */

const TIMES = [
  'first-contentful-paint',
  'largest-contentful-paint',
  'total-blocking-time',
  'cumulative-layout-shift',
  'speed-index',
];

/** @param {string} folder where they are installed @returns {Promise<Tools>} */
export async function loadLighthouse(folder) {
  const load = createRequire(join(folder, 'package.json'));
  /** @param {string} name */
  const loaded = (name) => import(pathToFileURL(load.resolve(name)).href);
  const { default: lighthouse, desktopConfig } = await loaded('lighthouse');
  const { launch } = await loaded('chrome-launcher');
  return { lighthouse, desktopConfig, launch, compression: load('compression') };
}

/**
 * @param {Tools} tools
 * @param {{ address: string, preset: 'mobile' | 'desktop', runs: number, chromePath: string }} options
 * @returns {Promise<{ scores: Record<string, number>, asMeasured: number, times: string[], faults: string[] }>} scores of
 *   100, by category; `asMeasured`: that of performance with whatever else the machine had to do; times as Lighthouse words
 *   them; what cost points in the last run
 */
export async function measure(tools, { address, preset, runs, chromePath }) {
  const config = preset === 'desktop' ? tools.desktopConfig : undefined;
  /** @type {Run[]} */
  const all = [];
  for (let i = 0; i < runs; i++) all.push(await runSurely(tools, address, chromePath, config));
  const reports = all.map(({ report }) => report);
  const scores = Object.keys(reports[0]?.categories ?? {}).map((name) => [name, score(reports, name)]);
  const times = TIMES.map((id) => {
    const sorted = reports
      .flatMap(({ audits }) => audits[id] ?? [])
      .sort((a, b) => (a.numericValue ?? 0) - (b.numericValue ?? 0));
    return sorted[sorted.length >> 1]?.displayValue ?? '';
  });
  return {
    scores: Object.fromEntries(scores),
    asMeasured: score(
      all.map(({ asMeasured }) => asMeasured),
      'performance',
    ),
    times,
    faults: listFaults(reports.at(-1)),
  };
}

/** Now and then a trace misses its beginning; Lighthouse itself then asks for another run. */
const TRIES = 3;

/** @param {Parameters<typeof run>} of */
async function runSurely(...of) {
  for (let left = TRIES - 1; left > 0; left--) {
    const done = await run(...of).catch(() => null);
    if (done) return done;
  }
  return await run(...of);
}

/**
 * In a new browser: nothing is left of the run before.
 * @param {Tools} tools
 * @param {string} address
 * @param {string} chromePath
 * @param {object | undefined} config
 * @returns {Promise<Run>}
 */
async function run({ lighthouse, launch }, address, chromePath, config) {
  const folder = await mkdtemp(join(tmpdir(), 'binsight-lighthouse-'));
  const chrome = await launch({
    chromePath,
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-background-networking'],
  });
  const flags = { port: chrome.port, logLevel: 'error' };
  const judge = async () => {
    const { lhr } = (await lighthouse(address, { ...flags, auditMode: folder }, config)) ?? {};
    if (!lhr || lhr.runtimeError) throw new Error(`Lighthouse: ${lhr?.runtimeError?.message ?? 'no report'}`);
    return lhr;
  };
  try {
    await lighthouse(address, { ...flags, gatherMode: folder }, config);
    const asMeasured = await judge();
    await countProcessorTime(folder);
    return { asMeasured, report: await judge() };
  } finally {
    chrome.kill();
    await rm(folder, { recursive: true });
  }
}

/**
 * Lighthouse takes a task to last from its beginning to its end, and a phone's to last four times that. On a machine that
 * others use too most of it is waiting for a core. The same trace has the processor's time of each task: that one counts.
 * @param {string} folder what Lighthouse has gathered
 */
async function countProcessorTime(folder) {
  for (const name of await readdir(folder)) {
    if (!name.endsWith('trace.json')) continue;
    const trace = JSON.parse(await readFile(join(folder, name), 'utf8'));
    for (const event of trace.traceEvents) if (event.tdur < event.dur) event.dur = event.tdur;
    await writeFile(join(folder, name), JSON.stringify(trace));
  }
}

/** @param {readonly Report[]} reports @param {string} category */
function score(reports, category) {
  const values = reports.map(({ categories }) => categories[category]?.score ?? 0);
  return Math.round(100 * (values.sort((a, b) => a - b)[values.length >> 1] ?? 0));
}

/** @param {Report | undefined} report */
function listFaults(report) {
  const counted = Object.values(report?.categories ?? {}).flatMap(({ auditRefs }) => auditRefs);
  return counted.flatMap(({ id, weight }) => {
    const { score = null, title = '', displayValue = '' } = report?.audits[id] ?? {};
    return weight > 0 && score !== null && score < 1 ? [`  ${id} ${score}: ${title} ${displayValue}`] : [];
  });
}
